import type { Because, BecauseOf, Signal } from '@commonweal/contract';
import { sql } from 'kysely';
import type { Trx } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { explain } from './explain.ts';
import type { SignalDraft } from './matchable-item.ts';
import { entrySignals, presentSignal, type EntryStanding } from './present.ts';
import type { SignalRow } from './tables.ts';

const mostRows = 1000; // of one statement: its parameters are counted in 16 bits

/** Signals of one item, to be stored. */
export interface SignalsOfItem {
  readonly itemId: string;
  readonly signals: readonly SignalDraft[];
}

/** Stores signals of items that are stored; returns them by item, in their order. */
export async function storeSignals(
  platform: Pick<Platform, 'clock'>,
  trx: Trx,
  deskId: string,
  rows: readonly SignalsOfItem[],
): Promise<Map<string, Signal[]>> {
  const at = platform.clock.now();
  const signals = rows.flatMap(({ itemId, signals: drafts }) =>
    drafts.map((draft): SignalRow => ({
      ...draft,
      desk_id: deskId,
      signal_id: newId(),
      item_id: itemId,
      at,
    })),
  );
  for (let from = 0; from < signals.length; from += mostRows)
    await trx
      .insertInto('signal')
      .values(signals.slice(from, from + mostRows))
      .execute();
  return byItem(signals);
}

/** Signals of items, oldest first, each with how its entry stands now. Items without any are not in the answer. */
export async function readSignals(
  trx: Trx,
  deskId: string,
  itemIds: readonly string[],
): Promise<Map<string, Signal[]>> {
  if (itemIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('signal')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('item_id', 'in', itemIds)
    .orderBy('signal_id')
    .execute();
  return byItem(rows, await standings(trx, deskId, rows));
}

/** The items in which entries or listings were found, by their ids; those found in none are not there. */
export async function itemsFoundByAny(
  trx: Trx,
  deskId: string,
  referenceIds: readonly string[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (let at = 0; at < referenceIds.length; at += mostRows) {
    const rows = await trx
      .selectFrom('signal')
      .select(['reference_id', 'item_id'])
      .distinct()
      .where('desk_id', '=', deskId)
      .where('reference_id', 'in', referenceIds.slice(at, at + mostRows))
      .execute();
    for (const { reference_id: id, item_id: itemId } of rows)
      if (id !== null) found.set(id, [...(found.get(id) ?? []), itemId]);
  }
  return found;
}

/** How many signals entries raised; those that raised none are not in the answer. */
export async function countSignalsOf(
  trx: Trx,
  deskId: string,
  bankEntryIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await trx
    .selectFrom('signal')
    .select(['reference_id', sql<number>`count(*)`.as('count')])
    .where('desk_id', '=', deskId)
    .where('reference_id', 'in', [...bankEntryIds])
    .groupBy('reference_id')
    .execute();
  return new Map(rows.map((row) => [row.reference_id ?? '', row.count]));
}

/** A person's, a flagger's, an authority's or a partner's word about an item. */
export interface ReportSignal {
  readonly kind: BecauseOf<'report'>['by'];
  /** Who says so, as it may be shown to reviewers. */
  readonly source: string;
  /** What it is reported as, in a word or two. */
  readonly label: string;
  readonly severity?: number | null;
  readonly disputed?: boolean;
  /** The report or the message it came by. */
  readonly referenceId: string | null;
}

/** Somebody's word as a signal yet to be stored. */
export function reportDraft(report: ReportSignal): SignalDraft {
  const { kind, source, label } = report;
  const because: Because = { code: 'report', by: kind, label, source };
  return {
    kind,
    strength: kind === 'partner' ? 'partner' : 'report',
    disputed: report.disputed ?? false,
    confirmed: true,
    explanation: explain(because),
    because,
    field: null,
    matched: null,
    start: null,
    end: null,
    source,
    label,
    severity: report.severity ?? null,
    reference_id: report.referenceId,
  };
}

const erased: Because = { code: 'erased' };

/**
 * Takes out of items' signals what quotes the items, when their content is erased. That there was a
 * signal, of which kind and from whom, stays: decisions and public counts rest on it.
 */
export async function eraseQuotes(
  trx: Trx,
  deskId: string,
  itemIds: readonly string[],
): Promise<void> {
  await trx
    .updateTable('signal')
    .set({
      matched: null,
      start: null,
      end: null,
      explanation: explain(erased),
      because: erased,
    })
    .where('desk_id', '=', deskId)
    .where('item_id', 'in', itemIds)
    .execute();
}

/** How the entries behind signals stand now. */
async function standings(
  trx: Trx,
  deskId: string,
  rows: readonly SignalRow[],
): Promise<Map<string, EntryStanding>> {
  const ids = new Set(
    rows.flatMap(({ kind, reference_id }) => (entrySignals.has(kind) ? (reference_id ?? []) : [])),
  );
  if (ids.size === 0) return new Map();
  const entries = await trx
    .selectFrom('bank_entry')
    .select(['bank_entry_id', 'status', 'confirmed_at'])
    .where('desk_id', '=', deskId)
    .where('bank_entry_id', 'in', [...ids])
    .execute();
  return new Map(entries.map((entry) => [entry.bank_entry_id, entry]));
}

function byItem(
  rows: readonly SignalRow[],
  standing: ReadonlyMap<string, EntryStanding> = new Map(),
): Map<string, Signal[]> {
  const items = Map.groupBy(rows, (row) => row.item_id);
  return new Map(
    [...items].map(([itemId, signals]) => [
      itemId,
      signals.map((row) => presentSignal(row, standing.get(row.reference_id ?? ''))),
    ]),
  );
}
