import { sql } from 'kysely';
import type { Trx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import type { DesignationRow, ListRow, NameRow } from '../tables.ts';
import { changeOf } from './change-of.ts';
import type { Begun, Differences, Ended } from './compare-edition.ts';
import type { EditionEntry } from './read-edition.ts';

const mostRows = 1000; // of one statement: its parameters are counted in 16 bits

/**
 * Writes what an edition changed, under its number: first the ends, so that a new interval finds its
 * reference free.
 */
export async function writeDifferences(
  trx: Trx,
  list: ListRow,
  { added, changed, ended, past, corrected }: Differences<DesignationRow>,
  { number, now }: { readonly number: number; readonly now: Date },
): Promise<void> {
  const { desk_id } = list;
  for (const ends of [ended, corrected]) await writeEnds(trx, desk_id, ends, number, now);
  await writeChanged(trx, desk_id, changed, number, now);
  await insertRows(trx, list, added, number, now);
  await insertRows(trx, list, past, number, now);
}

async function writeEnds(
  trx: Trx,
  deskId: string,
  ends: readonly Ended<DesignationRow>[],
  number: number,
  now: Date,
): Promise<void> {
  const alike = Map.groupBy(ends, ({ on, by }) => `${on} ${by}`);
  for (const group of alike.values())
    for (const some of batches(group))
      await trx
        .updateTable('designation')
        .set({
          // An end that a publisher prints may lie before the beginning we guessed.
          begins_on: sql`least(coalesce(begins_on, listed_on), ${some[0]!.on}::date)`,
          ended_on: some[0]!.on,
          ended_by: some[0]!.by,
          // An end that is only corrected was seen with an earlier edition, which stays said.
          last_import: sql`coalesce(last_import, ${Math.max(1, number - 1)}::integer)`,
          updated_at: now,
        })
        .where('desk_id', '=', deskId)
        .where(
          'designation_id',
          'in',
          some.map(({ row }) => row.designation_id),
        )
        .execute();
}

async function writeChanged(
  trx: Trx,
  deskId: string,
  changed: Differences<DesignationRow>['changed'],
  number: number,
  now: Date,
): Promise<void> {
  const old = new Map<string, string[]>();
  for (const some of batches(changed)) {
    const ids = some.map(({ row }) => row.designation_id);
    const names = await trx
      .deleteFrom('designation_name')
      .where('desk_id', '=', deskId)
      .where('designation_id', 'in', ids)
      .returning(['designation_id', 'text'])
      .execute();
    for (const { designation_id: id, text } of names) old.set(id, [...(old.get(id) ?? []), text]);
  }
  for (const { row, entry } of changed)
    await trx
      .updateTable('designation')
      .set({ ...columnsOf(entry), updated_at: now })
      .where('desk_id', '=', deskId)
      .where('designation_id', '=', row.designation_id)
      .execute();
  await insertNames(
    trx,
    deskId,
    changed.map(({ row, entry }) => ({ id: row.designation_id, entry })),
  );
  const told = changed.flatMap(({ row, entry }) => {
    const change = changeOf(row, old.get(row.designation_id) ?? [], entry);
    if (change === null) return [];
    const own = { desk_id: deskId, designation_id: row.designation_id, number };
    return { ...own, change: JSON.stringify(change) };
  });
  for (const some of batches(told))
    await trx.insertInto('designation_change').values(some).execute();
}

async function insertRows(
  trx: Trx,
  { desk_id, list_id }: ListRow,
  begun: readonly (Begun & { readonly endedOn?: string })[],
  number: number,
  now: Date,
): Promise<void> {
  const fresh = begun.map((each) => ({ ...each, id: newId() }));
  for (const some of batches(fresh))
    await trx
      .insertInto('designation')
      .values(
        some.map(({ id, entry, beginsOn, endedOn = null }) => ({
          desk_id,
          list_id,
          designation_id: id,
          reference: entry.reference,
          ...columnsOf(entry),
          begins_on: beginsOn,
          ended_on: endedOn,
          ended_by: endedOn === null ? null : 'publisher',
          first_import: number,
          last_import: null,
          created_at: now,
          updated_at: now,
        })),
      )
      .execute();
  await insertNames(trx, desk_id, fresh);
}

async function insertNames(
  trx: Trx,
  deskId: string,
  entries: readonly { readonly id: string; readonly entry: EditionEntry }[],
): Promise<void> {
  const names = entries.flatMap(({ id, entry }) =>
    entry.names.map((name): NameRow => ({ desk_id: deskId, designation_id: id, ...name })),
  );
  for (const some of batches(names))
    await trx.insertInto('designation_name').values(some).execute();
}

function columnsOf(entry: EditionEntry) {
  const { kind, name, digest } = entry;
  return {
    kind,
    name,
    digest,
    list_type: entry.listType,
    listed_on: entry.listedOn,
    expires_on: entry.expiresOn,
    effects: entry.effects === null ? null : [...entry.effects],
    countries: [...entry.countries],
    birth_years: [...entry.birthYears],
    same_as: JSON.stringify(entry.sameAs),
  };
}

function batches<T>(rows: readonly T[]): T[][] {
  const count = Math.ceil(rows.length / mostRows);
  return Array.from({ length: count }, (_, at) => rows.slice(at * mostRows, (at + 1) * mostRows));
}
