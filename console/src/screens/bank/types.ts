import type { BankKind, EntryType } from '@commonweal/contract';

/** What each kind of bank holds, the most usual first. */
export const typesOf: Readonly<Record<BankKind, readonly EntryType[]>> = {
  hash: ['sha256', 'sha1', 'md5', 'pdq', 'vpdq', 'tlsh'],
  url: ['url'],
  phrase: ['phrase'],
};

/** Names of fingerprints, the same in every language. */
export const typeNames: Readonly<Partial<Record<EntryType, string>>> = {
  md5: 'MD5',
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  pdq: 'PDQ',
  vpdq: 'vPDQ',
  tlsh: 'TLSH',
};
