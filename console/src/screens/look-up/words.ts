import type { EntryType } from '@commonweal/contract';
import { msg, type Message } from '../../i18n/message.ts';
import type { Written } from './guess.ts';

/** What something written can be taken for. */
export const writtenWords: Readonly<Record<Written, Message>> = {
  hash: msg('Hash'),
  url: msg('Link'),
  text: msg('Text'),
};

/** Kinds of entries; the names of fingerprints are the same in every language. */
export const entryTypeWords: Readonly<Record<EntryType, Message | null>> = {
  md5: null,
  sha1: null,
  sha256: null,
  pdq: null,
  vpdq: null,
  tlsh: null,
  url: msg('Link'),
  phrase: msg('Phrase'),
};

/** As people write the names of fingerprints. */
export const fingerprintNames: Readonly<Partial<Record<EntryType, string>>> = {
  md5: 'MD5',
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  pdq: 'PDQ',
  vpdq: 'vPDQ',
  tlsh: 'TLSH',
};
