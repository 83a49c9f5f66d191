import type { Because } from '@commonweal/contract';
import type { Evasion, VideoMatch } from '@commonweal/fingerprint';
import type { KnownEntry } from './entry-index.ts';
import type { PictureFound, VideoFound } from './likeness-index.ts';
import type { NameFound } from './listed-names.ts';
import type { NameLike } from './screen-names.ts';

/** Where something was found. Offsets are UTF-16 in the field, end exclusive. */
export interface Place {
  readonly field: string;
  readonly matched: string;
  readonly start: number | null;
  readonly end: number | null;
}

const longestQuote = 120;
const mostOverlaps = 5;

/** How an entry was found, where that is not as it is written. */
export type Evidence =
  | { readonly kind: 'digest'; readonly algorithm: 'md5' | 'sha1' | 'sha256' }
  | { readonly kind: 'link'; readonly knownAs: string }
  | { readonly kind: 'phrase'; readonly undone: readonly Evasion[] }
  | { readonly kind: 'picture'; readonly found: PictureFound }
  | { readonly kind: 'video'; readonly found: VideoFound }
  | { readonly kind: 'near_text'; readonly distance: number };

/** Why an entry of a bank is a signal: its first place in the item, how often it was found, and how. */
export function becauseOfEntry(
  { bank, source, disputed, confirmed }: KnownEntry,
  place: Place,
  count: number,
  evidence: Evidence,
): Because {
  const known = {
    field: place.field,
    count,
    further: 0,
    bank,
    source,
    disputed,
    ...(!confirmed && { unconfirmed: true }),
  };
  const quote = quoted(place.matched);
  switch (evidence.kind) {
    case 'digest':
      return { code: 'digest', ...known, algorithm: evidence.algorithm };
    case 'phrase':
      return { code: 'phrase', ...known, quote, ...undoneOf(evidence.undone) };
    case 'near_text': {
      const { distance } = evidence;
      return { code: 'near_text', ...known, quote, algorithm: 'tlsh', distance };
    }
    case 'picture': {
      const { distance, turned, frame, seconds, knownSeconds } = evidence.found;
      const when = { seconds: inTenths(seconds), known_seconds: inTenths(knownSeconds) };
      return { code: 'picture', ...known, distance, turned, frame, ...when };
    }
    case 'video':
      return { code: 'video', ...known, ...partsOf(evidence.found.match) };
    case 'link':
    default: {
      const { knownAs } = evidence;
      return {
        code: 'link',
        ...known,
        quote,
        known_as: quote === knownAs ? null : quoted(knownAs),
      };
    }
  }
}

function partsOf({ queryInCandidate, candidateInQuery, overlaps }: VideoMatch) {
  const stretch = ({ from, to }: { readonly from: number; readonly to: number }) => ({
    from: tenths(from),
    to: tenths(to),
  });
  return {
    found: tenths(queryInCandidate.distinct),
    known_found: tenths(candidateInQuery.distinct),
    overlaps: overlaps.slice(0, mostOverlaps).map(({ query, candidate, meanDistance }) => ({
      file: stretch(query),
      known: stretch(candidate),
      distance: tenths(meanDistance),
    })),
  };
}

function inTenths(value: number | null): number | null {
  return value === null ? null : tenths(value);
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The same of a listed name. */
export function becauseOfName(found: NameFound): Because {
  const { place, listed, designation, alsoListedBy, count, undone } = found;
  return {
    code: 'listed_name',
    field: place.field,
    count,
    further: 0,
    quote: quoted(place.matched),
    ...undoneOf(undone),
    listed: quoted(listed),
    name: quoted(designation.name),
    entity: designation.kind,
    authority: designation.authority,
    since: designation.listedOn,
    reference: designation.reference,
    ...(alsoListedBy.length > 0 && { also_listed_by: [...alsoListedBy] }),
  };
}

/** The same of a name that is like a listed one. */
export function becauseOfNameLike(found: NameLike): Because {
  const { field, name, designation, alsoListedBy, score, because } = found;
  return {
    code: 'listed_name_like',
    field,
    count: 1,
    further: 0,
    quote: quoted(name),
    listed: quoted(because.name_listed),
    name: quoted(designation.name),
    entity: designation.kind,
    authority: designation.authority,
    since: designation.listedOn,
    reference: designation.reference,
    ...(alsoListedBy.length > 0 && { also_listed_by: [...alsoListedBy] }),
    percent: Math.min(99, Math.round(score * 100)),
    parts: because.parts.map(({ asked, listed, how }) => ({ asked, listed, how })),
  };
}

/** The same reason, with so many matches beyond it that are not listed. */
export function andFurther(because: Because, further: number): Because {
  return 'further' in because ? { ...because, further } : because;
}

function undoneOf(undone: readonly Evasion[]): { undone?: Evasion[] } {
  return undone.length === 0 ? {} : { undone: [...undone] };
}

function quoted(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length <= longestQuote ? line : `${line.slice(0, longestQuote - 1).toWellFormed()}…`;
}
