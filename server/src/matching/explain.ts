import type { KnownEntry } from './entry-index.ts';
import type { NameFound } from './listed-names.ts';

/** Where something was found. Offsets are UTF-16 in the field, end exclusive. */
export interface Place {
  readonly field: string;
  readonly matched: string;
  readonly start: number | null;
  readonly end: number | null;
}

const longestQuote = 120;

const fieldNames: Readonly<Record<string, string>> = {
  text: 'in the text',
  title: 'in the title',
  bio: 'in the account’s bio',
  display_name: 'in the account’s name',
  handle: 'in the account’s handle',
  url: 'of the item itself',
  links: 'among the item’s links',
};

const subjects: Readonly<Record<KnownEntry['type'], (place: Place) => string>> = {
  md5: ({ field }) => `The MD5 of file ${numberOf(field)}`,
  sha256: ({ field }) => `The SHA-256 of file ${numberOf(field)}`,
  url: (place) => `The link ${quote(place.matched)} ${whereIs(place.field)}`,
  phrase: (place) => `The phrase “${quote(place.matched)}” ${whereIs(place.field)}`,
};

/** One plain sentence, or a few: what matched what, where, and who says so. */
export function explainEntry(entry: KnownEntry, place: Place, count: number): string {
  const via =
    entry.type === 'url' && quote(place.matched) !== entry.value ? ` as ${quote(entry.value)}` : '';
  const dispute = entry.disputed ? ' The entry is disputed.' : '';
  return `${subjects[entry.type](place)} is on the bank “${entry.bank}”${via} (source: ${entry.source}).${timesFound(count)}${dispute}`;
}

/** The same for a listed name, which never says more than that the names agree. */
export function explainName({ place, listed, designation, count }: NameFound): string {
  const kind = designation.kind === 'person' ? 'a person' : 'an organisation';
  const other = listed === designation.name ? '' : `, a name of “${quote(designation.name)}”`;
  return `“${quote(place.matched)}” ${whereIs(place.field)} agrees with “${quote(listed)}”${other}, ${kind} listed by ${designation.authority} since ${designation.listedOn} (${designation.reference}). Others may bear the same name.${timesFound(count)}`;
}

function timesFound(count: number): string {
  return count === 1 ? '' : ` It was found ${count} times; this is the first place.`;
}

function whereIs(field: string): string {
  return fieldNames[field.split('/')[0] ?? ''] ?? `in ${field}`;
}

function numberOf(field: string): number {
  return Number(field.split('/')[1] ?? 0) + 1;
}

function quote(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length <= longestQuote ? line : `${line.slice(0, longestQuote - 1).toWellFormed()}…`;
}
