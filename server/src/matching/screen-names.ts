import {
  differentPersons,
  SCREENING_THRESHOLD,
  screeningIndex,
  screenName,
  type DifferentPersons,
  type NameFoundLike,
} from '../designations/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { MatchableItem, SignalDraft } from './matchable-item.ts';

/** A name an account, a group or a stream goes by, and who is listed under one like it. */
export interface NameLike extends NameFoundLike {
  readonly field: string;
  readonly name: string;
  readonly alsoListedBy: readonly string[];
}

type Index = Awaited<ReturnType<typeof screeningIndex>>;

/** Kinds of items that are somebody's name more than they are words. */
const named: ReadonlySet<string> = new Set(['profile', 'group', 'stream']);
const mostPerName = 3;
const longestName = 200;

/** Whether an item's names are screened by their sound. */
export function isNamed({ kind }: MatchableItem): boolean {
  return kind !== undefined && named.has(kind);
}

/**
 * Who is listed under names like those that items go by, in the order of the items; those found word for
 * word already, and who is known to be somebody else, are left out. Posts are not looked at: their
 * authors are, when the platform hands in profiles.
 */
export async function screenItems(
  { database }: Pick<Platform, 'database'>,
  deskId: string,
  items: readonly MatchableItem[],
  found: readonly (readonly SignalDraft[])[],
): Promise<NameLike[][]> {
  const index = await screeningIndex(database, deskId);
  if (index.index.nameCount === 0) return items.map(() => []);
  const different = await database.inDesk(deskId, (trx) => differentPersons(trx, deskId), {
    readOnly: true,
  });
  return items.map((item, at) =>
    isNamed(item) ? screenOne(index, different, item, found[at] ?? []) : [],
  );
}

function screenOne(
  index: Index,
  different: DifferentPersons,
  item: MatchableItem,
  found: readonly SignalDraft[],
): NameLike[] {
  const known = new Set(
    found.flatMap(({ reference_id: id }) =>
      id === null ? [] : (index.byId.get(id)?.entity ?? []),
    ),
  );
  const account = item.actor?.external_id ?? null;
  const best = new Map<string, NameLike>();
  for (const { field, name } of namesOf(item))
    for (const like of screenName(index, { name }, mostPerName)) {
      const { designation, score } = like;
      const { entity } = designation;
      if (score < SCREENING_THRESHOLD || known.has(entity)) continue;
      if (different.has(designation, account, name)) continue;
      if ((best.get(entity)?.score ?? 0) >= score) continue;
      best.set(entity, {
        ...like,
        field,
        name,
        alsoListedBy: othersOf(index, entity, designation),
      });
    }
  return [...best.values()].toSorted((a, b) => b.score - a.score);
}

function namesOf({ title, actor }: MatchableItem): { field: string; name: string }[] {
  const names: { field: string; name: string }[] = [];
  const add = (field: string, name: string | null | undefined) => {
    if (name) names.push({ field, name: name.slice(0, longestName) });
  };
  add('title', title);
  add('display_name', actor?.display_name);
  add('handle', actor?.handle);
  return names;
}

function othersOf(
  { byId }: Index,
  entity: string,
  { authority }: { readonly authority: string },
): string[] {
  const of = [...byId.values()].filter((each) => each.entity === entity);
  return [...new Set(of.map((each) => each.authority))]
    .filter((each) => each !== authority)
    .toSorted();
}
