import { sql } from 'kysely';
import { activeNames, differentPersons, listRevision } from '../designations/index.ts';
import type { Database, Trx } from '../platform/database/index.ts';
import { giveMemoryBack } from '../platform/give-memory-back.ts';
import { createEntryIndex, type EntryIndex } from './entry-index.ts';
import { buildListedNames, type ListedNames } from './listed-names.ts';
import { countPictures, entriesOfBank, entriesSince } from './read-entries.ts';
import { readRevision } from './revision.ts';

const batch = 10_000; // rows held at a time while a large bank is read
const many = 200_000; // rows that leave so much behind that giving it back is worth a wait
/** Entries of switched banks taken in or out at a time: a large one must not hold up what else changed. */
const slice = 4_000;

/** A bank that was switched, and how many of its entries have been taken in or out since. */
interface SwitchedBank {
  readonly bankId: string;
  readonly on: boolean;
  /** The last entry that was; null before the first. */
  readonly after: string | null;
}

/** A desk's knowledge in memory, and the revisions it stands at. */
export interface DeskKnowledge {
  readonly entries: EntryIndex;
  readonly names: ListedNames;
  /** Names of banks that are off, as far as they were ever on here: nothing of them is found. */
  readonly silent: ReadonlySet<string>;
  /** Banks whose entries are still to be taken in or out, because they were switched. */
  readonly switched: readonly SwitchedBank[];
  /** Of the banks; what came later is read by number. */
  readonly revision: number;
  /** Of the lists; names are built anew when it moves. */
  readonly listRevision: string;
}

/** Nothing known. */
export function emptyKnowledge(): DeskKnowledge {
  return {
    entries: createEntryIndex(),
    names: buildListedNames([]),
    silent: new Set(),
    switched: [],
    revision: 0,
    listRevision: '',
  };
}

/**
 * Brings what is known of a desk up to what is committed now. Costs one short query when nothing moved.
 * Of banks that were switched only a slice of the entries is taken in or out: while `switched` is not
 * empty, call again.
 */
export function catchUp(
  database: Database,
  deskId: string,
  known: DeskKnowledge,
): Promise<DeskKnowledge> {
  return database.inDesk(
    deskId,
    async (trx) => {
      const revision = await readRevision(trx, deskId);
      const moved = revision !== known.revision;
      const { silent, switched } = moved ? await readSwitches(trx, deskId, known) : known;
      if (moved) await readEntries(trx, deskId, known);
      const left = await takeSlice(trx, deskId, known.entries, switched);
      // Not after every slice: the scanner would be made anew for each.
      if (moved || left.length === 0) known.entries.settle();
      const lists = await listRevision(trx, deskId);
      const names =
        lists === known.listRevision
          ? known.names
          : buildListedNames(await activeNames(trx, deskId), await differentPersons(trx, deskId));
      const { entries } = known;
      return { entries, names, silent, switched: left, revision, listRevision: lists };
    },
    { isolation: 'repeatable read', readOnly: true },
  );
}

/** Which banks are off, and which were switched since the known revision. */
async function readSwitches(
  trx: Trx,
  deskId: string,
  known: DeskKnowledge,
): Promise<Pick<DeskKnowledge, 'silent' | 'switched'>> {
  const banks = await trx
    .selectFrom('bank')
    .select(['bank_id', 'name', 'on'])
    .where('desk_id', '=', deskId)
    .where('revision', '>', known.revision)
    .execute();
  if (banks.length === 0) return known;
  const silent = new Set(known.silent);
  for (const { name, on } of banks)
    if (on) silent.delete(name);
    else silent.add(name);
  // At the beginning nothing of them is here that would have to go, and what is on is read with all else.
  if (known.revision === 0) return { silent, switched: [] };
  const ids = new Set(banks.map((bank) => bank.bank_id));
  const before = known.switched.filter(({ bankId }) => !ids.has(bankId));
  const now = banks.map(({ bank_id: bankId, on }) => ({ bankId, on, after: null }));
  return { silent, switched: [...before, ...now] };
}

/** Takes in, or out, the next entries of the first of some switched banks; returns what is left. */
async function takeSlice(
  trx: Trx,
  deskId: string,
  entries: EntryIndex,
  switched: readonly SwitchedBank[],
): Promise<readonly SwitchedBank[]> {
  const [first, ...others] = switched;
  if (first === undefined) return switched;
  const rows = await entriesOfBank(trx, deskId, first.bankId, first.after, slice);
  entries.apply(rows);
  const last = rows.at(-1);
  if (last === undefined || rows.length < slice) return others;
  return [{ ...first, after: last.bank_entry_id }, ...others];
}

/** Entries changed since the known revision, in its order. Taking one in twice does no harm. */
async function readEntries(trx: Trx, deskId: string, known: DeskKnowledge): Promise<void> {
  // Of a bank that came in a moment ago PostgreSQL has no statistics: it would sort it all for each batch.
  await sql`set local enable_sort = off`.execute(trx);
  if (known.revision === 0) known.entries.expectPictures(await countPictures(trx, deskId));
  let after = { revision: known.revision, id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
  let read = 0;
  for (;;) {
    const rows = await entriesSince(trx, deskId, after, batch);
    read += rows.length;
    known.entries.apply(rows.filter(({ on }) => on));
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) break;
    after = { revision: last.revision, id: last.bank_entry_id };
  }
  if (read >= many) giveMemoryBack();
}
