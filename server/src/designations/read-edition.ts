import { createHash } from 'node:crypto';
import {
  countsOf,
  importUn,
  judgeName,
  ListRefused,
  REASON_TEXT,
  UN_FLOOR,
  type EntityKind,
  type ListCounts,
  type ListedName,
  type ListImport,
} from '@commonweal/designations';
import { canonicalText } from '@commonweal/fingerprint';
import type { ListFormat, NameRow } from './tables.ts';

type JudgedName = Omit<NameRow, 'desk_id' | 'designation_id'>;

/** One entry of an edition, as it will be stored. */
export interface EditionEntry {
  readonly reference: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly listType: string;
  readonly listedOn: string;
  readonly names: readonly JudgedName[];
  readonly digest: Buffer;
}

/** An edition of a list, read whole. */
export interface Edition {
  readonly authority: string;
  readonly listName: string;
  readonly generatedAt: Date;
  readonly sha256: string;
  readonly counts: ListCounts;
  readonly floor: ListCounts;
  readonly entries: readonly EditionEntry[];
}

interface FormatReader {
  readonly read: (chunks: AsyncIterable<Uint8Array>) => Promise<ListImport>;
  /** The fewest entries a whole edition can have. */
  readonly floor: ListCounts;
}

const formats: Readonly<Record<ListFormat, FormatReader>> = {
  un: { read: (chunks) => importUn(chunks), floor: UN_FLOOR },
};

/**
 * Reads an edition from its bytes. Names are kept and nothing else about the listed.
 * @throws ListRefused when it is not a whole, well-formed list
 */
export async function readEdition(
  format: ListFormat,
  stream: AsyncIterable<Uint8Array>,
  onProgress: (bytesRead: number) => void = () => undefined,
): Promise<Edition> {
  const hash = createHash('sha256');
  const metered = async function* () {
    let bytes = 0;
    for await (const chunk of stream) {
      hash.update(chunk);
      onProgress((bytes += chunk.byteLength));
      yield chunk;
    }
  };
  const { read, floor } = formats[format];
  const list = await read(metered());
  return {
    authority: list.authority,
    listName: list.listName,
    generatedAt: new Date(known(list.generatedAt)),
    sha256: hash.digest('hex'),
    counts: countsOf(list),
    floor,
    entries: list.entries.map(({ reference, kind, listType, listedOn, names }) => {
      const name = (names.find((each) => each.kind === 'primary') ?? names[0])!.text;
      const judged = names.map((each, position) => judge(each, kind, position));
      const entry = { reference, kind, name, listType, listedOn: known(listedOn), names: judged };
      const digest = createHash('sha256').update(JSON.stringify(entry)).digest();
      return { ...entry, digest };
    }),
  };
}

/** The UN list, the only one taken in so far, always says. */
function known(date: string | null): string {
  if (date !== null) return date;
  throw new ListRefused(
    'missing_field',
    'The list does not say since when',
    'Nothing was taken in.',
  );
}

function judge(name: ListedName, kind: EntityKind, position: number): JudgedName {
  const { alone, reason } = judgeName(name, kind);
  return {
    position,
    text: name.text,
    canonical: canonicalText(name.text).text,
    kind: name.kind,
    strength: name.strength,
    script: name.script,
    alone,
    suppressed_reason: reason === null ? null : REASON_TEXT[reason],
  };
}
