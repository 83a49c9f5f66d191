import type { BankKind } from '@commonweal/contract';
import { msg, type Message } from '../../i18n/message.ts';

/** What a bank holds. */
export const bankKindWords: Readonly<Record<BankKind, { label: Message; hint: Message }>> = {
  hash: {
    label: msg('Files'),
    hint: msg(
      'Fingerprints of files: exactly as they are (MD5, SHA-1, SHA-256), or what looks or reads alike (PDQ, vPDQ, TLSH).',
    ),
  },
  url: {
    label: msg('Links'),
    hint: msg('Addresses of pages and files. Whole domains of shared services are refused.'),
  },
  phrase: {
    label: msg('Phrases'),
    hint: msg('Slogans and titles, in any script. Everyday words are refused.'),
  },
};
