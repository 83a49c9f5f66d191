import type { Because } from '@commonweal/contract';
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

/** Why an entry of a bank is a signal: its first place in the item, and how often it was found. */
export function becauseOfEntry(entry: KnownEntry, place: Place, count: number): Because {
  const { type, value, bank, source, disputed } = entry;
  const known = { field: place.field, count, further: 0, bank, source, disputed };
  if (type === 'md5' || type === 'sha256') return { code: 'digest', ...known, algorithm: type };
  const quote = quoted(place.matched);
  if (type === 'phrase') return { code: 'phrase', ...known, quote };
  return { code: 'link', ...known, quote, known_as: quote === value ? null : quoted(value) };
}

/** The same of a listed name. */
export function becauseOfName({ place, listed, designation, count }: NameFound): Because {
  return {
    code: 'listed_name',
    field: place.field,
    count,
    further: 0,
    quote: quoted(place.matched),
    listed: quoted(listed),
    name: quoted(designation.name),
    entity: designation.kind,
    authority: designation.authority,
    since: designation.listedOn,
    reference: designation.reference,
  };
}

/** The same reason, with so many matches beyond it that are not listed. */
export function andFurther(because: Because, further: number): Because {
  return 'further' in because ? { ...because, further } : because;
}

function quoted(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length <= longestQuote ? line : `${line.slice(0, longestQuote - 1).toWellFormed()}…`;
}
