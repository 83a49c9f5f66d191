import type { CaseView } from '@commonweal/contract';
import { peopleNames } from '../desks/index.ts';
import { readItems } from '../intake/index.ts';
import { readSignals } from '../matching/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { notFound } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { presentCase, presentEvent } from './present.ts';
import { casesOfItems, findCase, historyOf, itemsOfCases } from './store.ts';

/** Ids of the decisions about a case; the decisions room is behind it. */
export type DecisionsOfCase = (trx: Trx, deskId: string, caseId: string) => Promise<string[]>;

/** A case with all that was gathered. @throws ProblemError not-found, also for other desks' cases */
export async function readCase(
  platform: Pick<Platform, 'clock'>,
  trx: Trx,
  deskId: string,
  caseId: string,
  decisionsOfCase: DecisionsOfCase,
): Promise<CaseView> {
  const row = await findCase(trx, deskId, caseId);
  if (row === undefined) throw notFound('case');
  const itemIds = (await itemsOfCases(trx, deskId, [caseId])).map((link) => link.item_id);
  const items = await readItems(trx, deskId, { recall: recallItems }, itemIds);
  const signals = items.flatMap((item) => item.signals);
  const names = await peopleNames(trx, row.claimed_by === null ? [] : [row.claimed_by]);
  return {
    case: presentCase(row, signals.length, names, platform.clock.now()),
    items,
    signals,
    history: (await historyOf(trx, deskId, caseId)).map(presentEvent),
    decision_ids: await decisionsOfCase(trx, deskId, caseId),
  };
}

/** What matching and cases know of items. */
export async function recallItems(trx: Trx, deskId: string, itemIds: readonly string[]) {
  const signals = await readSignals(trx, deskId, itemIds);
  const cases = await casesOfItems(trx, deskId, itemIds);
  return new Map(
    itemIds.map((id) => [
      id,
      { verdict: 'clear' as const, signals: signals.get(id) ?? [], caseId: cases.get(id) ?? null },
    ]),
  );
}
