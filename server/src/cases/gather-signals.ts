import type { Case } from '@commonweal/contract';
import { recordEvent } from '../ledger/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { appendEvent, findLiveCase, insertCase } from './store.ts';
import type { CaseRow } from './tables.ts';

/** An item with what was found about it and where triage puts it. */
export interface FoundItem {
  readonly itemId: string;
  readonly externalId: string;
  readonly kind: string;
  readonly text: string | null;
  readonly title: string | null;
  readonly actor: { readonly external_id: string; readonly display_name?: string } | null;
  /** What kinds of signals from where. The history outlives the content, so it never quotes it. */
  readonly sources: readonly string[];
  readonly queue: string;
  readonly priority: number;
  readonly suggestion: Case['suggestion'];
  readonly rule: string | null;
  readonly ruleId: string | null;
}

/**
 * Gathers what was found into cases: one live case per item or actor, opened if need be. A second
 * finding never lowers a priority. @returns the case of each item
 */
export async function gatherSignals(
  platform: Pick<Platform, 'clock'>,
  trx: Trx,
  deskId: string,
  found: readonly FoundItem[],
): Promise<Map<string, string>> {
  const caseOf = new Map<string, string>();
  // In one order everywhere, so that two transactions never wait for each other in a ring.
  const ordered = found.toSorted((a, b) => (a.externalId < b.externalId ? -1 : 1));
  for (const item of ordered) caseOf.set(item.itemId, await gatherOne(platform, trx, deskId, item));
  return caseOf;
}

async function gatherOne(
  platform: Pick<Platform, 'clock'>,
  trx: Trx,
  deskId: string,
  item: FoundItem,
): Promise<string> {
  const now = platform.clock.now();
  const about = subjectOf(item);
  const row: CaseRow = {
    desk_id: deskId,
    case_id: newId(),
    ...about,
    title: titleOf(item),
    queue: item.queue,
    priority: item.priority,
    suggestion: item.suggestion,
    state: 'open',
    claimed_by: null,
    lease_until: null,
    opened_at: now,
    updated_at: now,
    version: 1,
  };
  const opened = await insertCase(trx, row);
  const live = opened ? row : await findLiveCase(trx, deskId, about.subject, about.subject_key);
  if (live === undefined)
    throw new Error(
      'A case was decided while signals about it came in; the transaction is run again.',
    );
  if (opened)
    await recordEvent(platform, trx, deskId, {
      kind: 'case.opened',
      subjectId: live.case_id,
      event: { queue: row.queue, priority: row.priority },
    });
  else await raise(trx, live, item, now);
  await trx
    .insertInto('case_item')
    .values({ desk_id: deskId, case_id: live.case_id, item_id: item.itemId, added_at: now })
    .onConflict((conflict) => conflict.columns(['desk_id', 'case_id', 'item_id']).doNothing())
    .execute();
  await appendEvent(trx, {
    desk_id: deskId,
    case_id: live.case_id,
    at: now,
    actor_id: null,
    actor_name: item.rule ?? 'Triage',
    tool: 'triage',
    kind: opened ? 'opened' : 'signals_added',
    detail: item.sources.slice(0, 8).join(', '),
    rule_id: item.ruleId,
  });
  return live.case_id;
}

async function raise(trx: Trx, live: CaseRow, item: FoundItem, now: Date): Promise<void> {
  const higher = item.priority > live.priority;
  await trx
    .updateTable('review_case')
    .set({
      updated_at: now,
      ...(higher
        ? {
            priority: item.priority,
            queue: item.queue,
            suggestion: item.suggestion ?? live.suggestion,
          }
        : {}),
    })
    .where('desk_id', '=', live.desk_id)
    .where('case_id', '=', live.case_id)
    .execute();
}

function subjectOf(
  item: FoundItem,
): Pick<CaseRow, 'subject' | 'subject_key' | 'item_id' | 'actor_external_id'> {
  const actor = item.actor?.external_id ?? null;
  if (item.kind === 'profile' && actor !== null)
    return { subject: 'actor', subject_key: actor, item_id: item.itemId, actor_external_id: actor };
  return {
    subject: 'item',
    subject_key: item.externalId,
    item_id: item.itemId,
    actor_external_id: actor,
  };
}

function titleOf(item: FoundItem): string {
  const words = (item.title ?? item.text ?? item.actor?.display_name ?? item.externalId)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return words.length > 120 ? `${words.slice(0, 119)}…` : words || item.externalId;
}
