import type { EntryStatus } from '@commonweal/contract';
import { sql } from 'kysely';
import type { Trx } from '../platform/database/index.ts';
import { notFound } from '../platform/http/index.ts';
import type { BankChangeRow, BankRow, ChangeRow, EntryRow } from './tables.ts';

const mostRows = 1000; // of one statement

/** Banks in the order they were made, after `after`. */
export function selectBanks(
  trx: Trx,
  deskId: string,
  after: string | null,
  limit: number,
): Promise<BankRow[]> {
  return trx
    .selectFrom('bank')
    .selectAll()
    .where('desk_id', '=', deskId)
    .$if(after !== null, (query) => query.where('bank_id', '>', after!))
    .orderBy('bank_id')
    .limit(limit)
    .execute();
}

export function selectBank(trx: Trx, deskId: string, bankId: string): Promise<BankRow | undefined> {
  return trx
    .selectFrom('bank')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('bank_id', '=', bankId)
    .executeTakeFirst();
}

export async function insertBankChange(trx: Trx, row: BankChangeRow): Promise<void> {
  await trx.insertInto('bank_change').values(row).execute();
}

/** When a bank was made and switched, oldest first. */
export function selectBankChanges(
  trx: Trx,
  deskId: string,
  bankId: string,
): Promise<BankChangeRow[]> {
  return trx
    .selectFrom('bank_change')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('bank_id', '=', bankId)
    .orderBy('change_id')
    .execute();
}

/** What a list of entries is narrowed by. */
export interface EntryFilter {
  readonly status?: EntryStatus | undefined;
  readonly confirmed?: 'yes' | 'no' | undefined;
  /** Part of the value or the label, in any case. */
  readonly q?: string | undefined;
  readonly before: string | null;
  readonly limit: number;
}

/** Entries of a bank, newest first. */
export function selectEntries(
  trx: Trx,
  deskId: string,
  bankId: string,
  filter: EntryFilter,
): Promise<EntryRow[]> {
  const { status, confirmed, q, before, limit } = filter;
  const like = q === undefined ? '' : `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return trx
    .selectFrom('bank_entry')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('bank_id', '=', bankId)
    .$if(status !== undefined, (query) => query.where('status', '=', status!))
    .$if(confirmed !== undefined, (query) =>
      query.where('confirmed_at', confirmed === 'yes' ? 'is not' : 'is', null),
    )
    .$if(like !== '', (query) =>
      query.where((or) => or.or([or('value', 'ilike', like), or('label', 'ilike', like)])),
    )
    .$if(before !== null, (query) => query.where('bank_entry_id', '<', before!))
    .orderBy('bank_entry_id', 'desc')
    .limit(limit)
    .execute();
}

export function selectEntry(
  trx: Trx,
  deskId: string,
  bankId: string,
  entryId: string,
): Promise<EntryRow | undefined> {
  return trx
    .selectFrom('bank_entry')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('bank_id', '=', bankId)
    .where('bank_entry_id', '=', entryId)
    .executeTakeFirst();
}

/** Entries by their ids. */
export async function entriesWithIds(
  trx: Trx,
  deskId: string,
  ids: readonly string[],
): Promise<Map<string, EntryRow>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('bank_entry')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('bank_entry_id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.bank_entry_id, row]));
}

/** @throws ProblemError not-found, also for other desks' entries */
export async function requireEntry(
  trx: Trx,
  deskId: string,
  bankId: string,
  entryId: string,
): Promise<EntryRow> {
  const entry = await selectEntry(trx, deskId, bankId, entryId);
  if (entry === undefined) throw notFound('bank entry');
  return entry;
}

/** Enters those whose value the bank does not have yet; returns their ids and counts them on the bank. */
export async function insertEntries(trx: Trx, rows: readonly EntryRow[]): Promise<Set<string>> {
  const added = new Set<string>();
  for (let at = 0; at < rows.length; at += mostRows) {
    const json = asJson(rows.slice(at, at + mostRows));
    const inserted = await sql<{ bank_entry_id: string }>`
      insert into bank_entry select * from jsonb_populate_recordset(null::bank_entry, ${json}::jsonb)
      on conflict on constraint bank_entry_value do nothing returning bank_entry_id`.execute(trx);
    for (const row of inserted.rows) added.add(row.bank_entry_id);
  }
  const [first] = rows;
  if (first !== undefined && added.size > 0) {
    await trx
      .updateTable('bank')
      .set({ entries: sql`entries + ${added.size}` })
      .where('desk_id', '=', first.desk_id)
      .where('bank_id', '=', first.bank_id)
      .execute();
  }
  return added;
}

export async function insertChanges(trx: Trx, rows: readonly ChangeRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += mostRows) {
    const json = asJson(rows.slice(at, at + mostRows));
    await sql`insert into bank_entry_change
      select * from jsonb_populate_recordset(null::bank_entry_change, ${json}::jsonb)`.execute(trx);
  }
}

/** Rows as one parameter: a parameter for each cell costs more than the rows themselves. */
function asJson(rows: readonly object[]): string {
  return JSON.stringify(rows, (_key, value: unknown) => {
    const bytes = value as { type?: unknown; data?: unknown } | null;
    // What JSON makes of a Buffer before it comes here.
    return bytes?.type === 'Buffer' && Array.isArray(bytes.data)
      ? `\\x${Buffer.from(bytes.data as number[]).toString('hex')}`
      : value;
  });
}

/** What happened to an entry, oldest first. */
export function selectChanges(trx: Trx, deskId: string, entryId: string): Promise<ChangeRow[]> {
  return trx
    .selectFrom('bank_entry_change')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('bank_entry_id', '=', entryId)
    .orderBy('change_id')
    .execute();
}
