import { hashTypes, type BankKind, type EntryType } from '@commonweal/contract';
import { judgeName } from '@commonweal/designations';
import { canonicalText, refang, refuseBroadEntry, urlKey } from '@commonweal/fingerprint';
import { fault, type FieldError } from '../platform/http/index.ts';
import { normaliseFrames, normalisePdq, normaliseTlsh } from './normalise-likeness.ts';

/** The value as it is stored and compared, or why it cannot be, at `/type` or `/value`. */
export type NormalEntry = { readonly value: string } | { readonly refused: FieldError };

const typesOf: Readonly<Record<BankKind, readonly EntryType[]>> = {
  hash: hashTypes,
  url: ['url'],
  phrase: ['phrase'],
};

const longestValue = 4096;

/** Digests of no bytes at all: every empty file has them. */
const digestsOfNothing = new Set([
  'd41d8cd98f00b204e9800998ecf8427e',
  'da39a3ee5e6b4b0d3255bfef95601890afd80709',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
]);

/** Brings a value into the one form it is compared in, or says what is wrong with it. */
export function normaliseEntry(kind: BankKind, type: EntryType, value: string): NormalEntry {
  if (!typesOf[kind].includes(type))
    return {
      refused: fault('/type', 'bank-holds-others', {
        kind,
        held: new Intl.ListFormat('en').format(typesOf[kind]),
        type,
      }),
    };
  if (type !== 'vpdq' && value.length > longestValue)
    return { refused: fault('/value', 'too-long', { most: longestValue }) };
  const normal = normalise[type](value);
  if (typeof normal !== 'string') return normal;
  return normal === '' ? { refused: fault('/value', 'empty') } : { value: normal };
}

const normalise: Readonly<Record<EntryType, (value: string) => string | Refused>> = {
  md5: (value) => normaliseDigest(value, 32),
  sha1: (value) => normaliseDigest(value, 40),
  sha256: (value) => normaliseDigest(value, 64),
  pdq: normalisePdq,
  vpdq: normaliseFrames,
  tlsh: normaliseTlsh,
  url: normaliseUrl,
  phrase: normalisePhrase,
};

interface Refused {
  readonly refused: FieldError;
}

function normaliseDigest(value: string, length: 32 | 40 | 64): string | Refused {
  const digest = value.trim().toLowerCase();
  if (!/^[0-9a-f]+$/.test(digest) || digest.length !== length)
    return { refused: fault('/value', 'not-a-digest', { digits: length }) };
  return digestsOfNothing.has(digest) ? { refused: fault('/value', 'digest-of-nothing') } : digest;
}

/** Lists of links are often defanged; the link itself is what is meant. */
function normaliseUrl(value: string): string | Refused {
  const address = refang(value.trim());
  const key = urlKey(address);
  if (key === null) return { refused: fault('/value', 'not-a-link') };
  const broad = refuseBroadEntry(address);
  return broad === null ? key : { refused: { pointer: '/value', detail: broad } };
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

function normalisePhrase(value: string): string | Refused {
  const { text } = canonicalText(value);
  if (text === '') return { refused: fault('/value', 'no-letter') };
  const letters = text.match(/\p{L}|\p{N}/gu)?.length ?? 0;
  const fewest = unspaced.test(text) ? 3 : 5;
  if (letters < fewest)
    return { refused: fault('/value', 'phrase-too-short', { phrase: text, least: fewest }) };
  // A slogan may be made of everyday words; one such word alone is everybody's.
  const judged = { text, kind: 'primary', strength: 'unstated', script: 'Zyyy' } as const;
  const { reason } = judgeName(judged, 'organisation');
  return reason === 'ordinary_words' && !text.includes(' ')
    ? { refused: fault('/value', 'phrase-everyday', { phrase: text }) }
    : text;
}
