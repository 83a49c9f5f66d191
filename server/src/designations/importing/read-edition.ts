import { createHash } from 'node:crypto';
import {
  countsOf,
  judgeName,
  REASON_TEXT,
  type CrossReference,
  type EntityKind,
  type LegalEffect,
  type ListCounts,
  type ListedEntity,
  type ListedName,
} from '@commonweal/designations';
import { canonicalText } from '@commonweal/fingerprint';
import type { ListSource } from '../list-source.ts';
import type { NameRow } from '../tables.ts';

type JudgedName = Omit<NameRow, 'desk_id' | 'designation_id'>;

/** One entry of an edition, as it will be stored. */
export interface EditionEntry {
  readonly reference: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly listType: string;
  readonly listedOn: string | null;
  readonly expiresOn: string | null;
  /** Null where the list's own hold. */
  readonly effects: readonly LegalEffect[] | null;
  readonly countries: readonly string[];
  readonly birthYears: readonly number[];
  readonly sameAs: readonly CrossReference[];
  readonly names: readonly JudgedName[];
  readonly digest: Buffer;
}

/** An entry that the edition itself says has ended. */
export interface PastEntry extends EditionEntry {
  readonly endedOn: string;
}

/** An edition of a list, read whole. */
export interface Edition {
  /** Null where the file does not say when it was made. */
  readonly generatedAt: Date | null;
  readonly sha256: string;
  readonly counts: ListCounts;
  readonly entries: readonly EditionEntry[];
  readonly past: readonly PastEntry[];
}

/**
 * Reads an edition from its bytes. Of the listed their names, countries and years of birth are kept,
 * and nothing else.
 * @throws ListRefused when it is not a whole, well-formed list
 */
export async function readEdition(
  source: ListSource,
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
  const list = await source.read(metered());
  return {
    generatedAt: list.generatedAt === null ? null : new Date(list.generatedAt),
    sha256: hash.digest('hex'),
    counts: countsOf(list),
    entries: list.entries.map(entryOf),
    past: list.past.flatMap((entity) =>
      entity.endedOn === undefined ? [] : { ...entryOf(entity), endedOn: entity.endedOn },
    ),
  };
}

function entryOf(entity: ListedEntity): EditionEntry {
  const { reference, kind, listType, listedOn, names } = entity;
  const entry = {
    reference,
    kind,
    name: (names.find((each) => each.kind === 'primary') ?? names[0])!.text,
    listType,
    listedOn,
    expiresOn: entity.expiresOn ?? null,
    effects: entity.effects ?? null,
    countries: entity.nationalities ?? [],
    birthYears: entity.birthYears ?? [],
    sameAs: entity.sameAs ?? [],
    names: names.map((each, position) => judge(each, kind, position)),
  };
  const digest = createHash('sha256').update(JSON.stringify(entry)).digest();
  return { ...entry, digest };
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
