import type { EntryType } from '@commonweal/contract';
import { msg, type Message } from '../../i18n/message.ts';
import type { Written } from './guess.ts';
import type { Compared } from './how-compared.ts';

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

/** What was looked for in vain, and what was not. */
export const notComparedWords: Readonly<Record<Compared, Message>> = {
  digest: msg(
    'No bank has this very file. Only its digest was compared, and a copy that was changed has another.',
  ),
  address: msg('No bank has this link, or a page or a site that it belongs to.'),
  words: msg(
    'No phrase of a bank and no listed name is in it, and no text of a bank was found to read like it.',
  ),
  likeness: msg('No bank has it, nor anything near enough to it to be a match.'),
};
