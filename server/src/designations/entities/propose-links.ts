import { setImmediate } from 'node:timers/promises';
import { listDesks } from '../../platform/directory.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { changeList, lastImport } from '../store.ts';
import { screeningIndex } from '../screening/screening-index.ts';
import { screenName, type NameFoundLike } from '../screening/screen-name.ts';
import type { ActiveDesignation } from '../read-designations.ts';
import type { ListRow } from '../tables.ts';
import { readRegister, type RegisterView } from './register-view.ts';

/** As likely as that two listings are put before a person as one entity. */
const leastScore = 0.9;
const mostPerListing = 3;

/** Compares the names of lists that changed with those of the others, of every desk, and proposes who may be one. */
export async function proposeLinks(platform: Platform): Promise<void> {
  for (const { deskId } of await listDesks(platform.database)) {
    const owed = await listsToCompare(platform, deskId);
    for (const { list, number } of owed) await compareList(platform, deskId, list, number);
  }
}

function listsToCompare({ database }: Platform, deskId: string) {
  return database.inDesk(
    deskId,
    async (trx) => {
      const lists = await trx
        .selectFrom('designation_list')
        .selectAll()
        .where('desk_id', '=', deskId)
        .execute();
      const owed: { list: ListRow; number: number }[] = [];
      for (const list of lists) {
        const number = (await lastImport(trx, deskId, list.list_id))?.number ?? 0;
        if (number > list.compared_import) owed.push({ list, number });
      }
      return lists.length > 1 ? owed : [];
    },
    { readOnly: true },
  );
}

async function compareList(
  platform: Platform,
  deskId: string,
  list: ListRow,
  number: number,
): Promise<void> {
  const index = await screeningIndex(platform.database, deskId);
  const view = await readRegister(platform.database, deskId);
  const fresh = [...index.byId.values()].filter(
    (each) => each.listId === list.list_id && each.firstImport > list.compared_import,
  );
  for (const designation of fresh) {
    // One search at a time, so that what a person asks is answered in between.
    await setImmediate();
    if (platform.media.closing.aborted) return;
    const context = { countries: designation.countries, birthYears: designation.birthYears };
    const like = screenName(
      index,
      { name: designation.name, kind: designation.kind, ...context },
      mostPerListing * 4,
    );
    const proposed = like.filter((found) => isWorthAsking(view, designation, found));
    if (proposed.length > 0) await keep(platform, deskId, designation, proposed);
  }
  await platform.database.inDesk(deskId, (trx) =>
    changeList(trx, deskId, list.list_id, { compared_import: number }),
  );
}

/** Of another list, very like, nothing that speaks against it, and not known to be one already. */
function isWorthAsking(
  { byDesignation }: RegisterView,
  one: ActiveDesignation,
  { designation: other, score, because }: NameFoundLike,
): boolean {
  return (
    other.listId !== one.listId &&
    score >= leastScore &&
    because.birth_year !== 'disagrees' &&
    byDesignation.get(one.designationId) !== byDesignation.get(other.designationId)
  );
}

async function keep(
  { database, clock }: Platform,
  deskId: string,
  one: ActiveDesignation,
  found: readonly NameFoundLike[],
): Promise<void> {
  const rows = found.slice(0, mostPerListing).map(({ designation: other, score, because }) => {
    const [first, second] = one.listId < other.listId ? [one, other] : [other, one];
    return {
      desk_id: deskId,
      link_id: newId(),
      one_list: first.listId,
      one_reference: first.reference,
      other_list: second.listId,
      other_reference: second.reference,
      state: 'proposed' as const,
      score,
      because: JSON.stringify(because),
      proposed_at: clock.now(),
      decided_at: null,
      decided_by: null,
      decided_by_id: null,
      reason: null,
    };
  });
  await database.inDesk(deskId, (trx) =>
    trx
      .insertInto('designation_link')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(['desk_id', 'one_list', 'one_reference', 'other_list', 'other_reference'])
          .doNothing(),
      )
      .execute(),
  );
}
