import type { BankKind, EntryType } from '@commonweal/contract';
import { REASON_TEXT, judgeName } from '@commonweal/designations';
import { canonicalText, refang, refuseBroadEntry, urlKey } from '@commonweal/fingerprint';

/** The value as it is stored and compared, or why it cannot be, and in which field that shows. */
export type NormalEntry =
  | { readonly value: string }
  | { readonly refused: string; readonly at: 'type' | 'value' };

const typesOf: Readonly<Record<BankKind, readonly EntryType[]>> = {
  hash: ['md5', 'sha256'],
  url: ['url'],
  phrase: ['phrase'],
};

/** Digests of no bytes at all: every empty file has them. */
const digestsOfNothing = new Set([
  'd41d8cd98f00b204e9800998ecf8427e',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
]);

/** Brings a value into the one form it is compared in, or says what is wrong with it. */
export function normaliseEntry(kind: BankKind, type: EntryType, value: string): NormalEntry {
  if (!typesOf[kind].includes(type))
    return {
      refused: `a bank of kind "${kind}" holds ${typesOf[kind].join(' and ')}, not ${type}`,
      at: 'type',
    };
  const normal = normalise[type](value);
  return normal === '' ? { refused: 'is empty', at: 'value' } : inValue(normal);
}

const normalise: Readonly<Record<EntryType, (value: string) => string | Refused>> = {
  md5: (value) => normaliseDigest(value, 32),
  sha256: (value) => normaliseDigest(value, 64),
  url: normaliseUrl,
  phrase: normalisePhrase,
};

interface Refused {
  readonly refused: string;
}

function inValue(normal: string | Refused): NormalEntry {
  return typeof normal === 'string' ? { value: normal } : { ...normal, at: 'value' };
}

function normaliseDigest(value: string, length: 32 | 64): string | Refused {
  const digest = value.trim().toLowerCase();
  if (!/^[0-9a-f]+$/.test(digest) || digest.length !== length)
    return { refused: `must be ${length} hexadecimal digits` };
  return digestsOfNothing.has(digest)
    ? { refused: 'is the digest of an empty file, which would match every empty file' }
    : digest;
}

/** Lists of links are often defanged; the link itself is what is meant. */
function normaliseUrl(value: string): string | Refused {
  const address = refang(value.trim());
  const broad = refuseBroadEntry(address);
  if (broad !== null) return { refused: broad };
  return urlKey(address) ?? { refused: 'is not a web address such as https://host/page' };
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

function normalisePhrase(value: string): string | Refused {
  const { text } = canonicalText(value);
  if (text === '') return { refused: 'has no letter or digit in it' };
  const letters = text.match(/\p{L}|\p{N}/gu)?.length ?? 0;
  const fewest = unspaced.test(text) ? 3 : 5;
  if (letters < fewest)
    return {
      refused: `"${text}" is too short: it would match ordinary speech. Use at least ${fewest} letters`,
    };
  // A slogan may be made of everyday words; one such word alone is everybody's.
  const judged = { text, kind: 'primary', strength: 'unstated', script: 'Zyyy' } as const;
  const { reason } = judgeName(judged, 'organisation');
  return reason === 'ordinary_words' && !text.includes(' ')
    ? { refused: `"${text}" would match ordinary speech. ${REASON_TEXT.ordinary_words}` }
    : text;
}
