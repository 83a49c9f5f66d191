import { setImmediate } from 'node:timers/promises';
import { createNameIndexBuilder, type NameIndex } from '@commonweal/designations';
import type { Database } from '../../platform/database/index.ts';
import { activeNames, listRevision, type ActiveDesignation } from '../read-designations.ts';

/** The names that are listed now, ready to be searched by what they sound like. */
export interface ScreeningIndex {
  readonly revision: string;
  readonly index: NameIndex;
  readonly byId: ReadonlyMap<string, ActiveDesignation>;
}

const held = new WeakMap<Database, Map<string, ScreeningIndex>>();
const building = new WeakMap<Database, Map<string, Promise<ScreeningIndex>>>();
/** Desks whose index is held at a time: 20,000 names take some tens of MB. */
const mostDesks = 4;
const atOnce = 50; // designations: some milliseconds

/** A desk's index, as its lists are now; made anew when they changed, once for all who wait. */
export async function screeningIndex(database: Database, deskId: string): Promise<ScreeningIndex> {
  const known = mapIn(held, database);
  const revision = await database.inDesk(deskId, (trx) => listRevision(trx, deskId), {
    readOnly: true,
  });
  const last = known.get(deskId);
  if (last?.revision === revision) return last;
  const pending = mapIn(building, database);
  let made = pending.get(deskId);
  if (made === undefined) {
    made = build(database, deskId).finally(() => pending.delete(deskId));
    pending.set(deskId, made);
  }
  const fresh = await made;
  known.delete(deskId);
  known.set(deskId, fresh);
  for (const oldest of known.keys()) if (known.size > mostDesks) known.delete(oldest);
  return fresh;
}

async function build(database: Database, deskId: string): Promise<ScreeningIndex> {
  const [revision, listed] = await database.inDesk(
    deskId,
    async (trx) => [await listRevision(trx, deskId), await activeNames(trx, deskId)] as const,
    { isolation: 'repeatable read', readOnly: true },
  );
  const byId = new Map(listed.map((each) => [each.designationId, each]));
  const builder = createNameIndexBuilder();
  for (const [at, { designationId, kind, names }] of listed.entries()) {
    // It takes seconds in all, and requests are answered by the same thread.
    if (at % atOnce === 0) await setImmediate();
    builder.add({ reference: designationId, kind, names });
  }
  return { revision, index: builder.finish(), byId };
}

function mapIn<T>(maps: WeakMap<Database, Map<string, T>>, database: Database): Map<string, T> {
  const known = maps.get(database) ?? new Map<string, T>();
  maps.set(database, known);
  return known;
}
