import type { EntryType } from '@commonweal/contract';

/** The parts of a row, as text. */
export type Part = 'type' | 'value' | 'label' | 'source' | 'severity' | 'note';

/** What others call them: python-threatexchange, ThreatExchange's API, HMA's exports. */
export const partNames: ReadonlyMap<string, Part> = new Map([
  ['type', 'type'],
  ['signal_type', 'type'],
  ['indicator_type', 'type'],
  ['value', 'value'],
  ['hash', 'value'],
  ['indicator', 'value'],
  ['signal', 'value'],
  ['signal_value', 'value'],
  ['raw_indicator', 'value'],
  ['url', 'value'],
  ['phrase', 'value'],
  ['label', 'label'],
  ['tags', 'label'],
  ['description', 'label'],
  ['source', 'source'],
  ['owner', 'source'],
  ['severity', 'severity'],
  ['note', 'note'],
]);

/** Kinds of entries as we and others write them. */
export const typeNames: ReadonlyMap<string, EntryType> = new Map([
  ['md5', 'md5'],
  ['hash_md5', 'md5'],
  ['video_md5', 'md5'],
  ['hash_video_md5', 'md5'],
  ['photo_md5', 'md5'],
  ['sha1', 'sha1'],
  ['hash_sha1', 'sha1'],
  ['sha256', 'sha256'],
  ['hash_sha256', 'sha256'],
  ['pdq', 'pdq'],
  ['hash_pdq', 'pdq'],
  ['vpdq', 'vpdq'],
  ['hash_vpdq', 'vpdq'],
  ['tlsh', 'tlsh'],
  ['text_tlsh', 'tlsh'],
  ['hash_tlsh', 'tlsh'],
  ['hash_text_tlsh', 'tlsh'],
  ['url', 'url'],
  ['uri', 'url'],
  ['raw_uri', 'url'],
  ['phrase', 'phrase'],
  ['raw_text', 'phrase'],
  ['text_string', 'phrase'],
]);

/** Digits of a digest that can be of one type only; 64 may be a SHA-256 or a PDQ hash. */
export const typeOfLength: ReadonlyMap<number, EntryType> = new Map([
  [32, 'md5'],
  [40, 'sha1'],
]);
