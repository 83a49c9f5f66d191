import { settleCase } from '../cases/index.ts';
import { keepItemsUntil, setVerdict } from '../intake/index.ts';
import type { Trx } from '../platform/database/index.ts';
import type { Person } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { CaseFacts } from './gate-input.ts';
import { recordDecision } from './record-decision.ts';
import { reverse } from './reverse-decision.ts';
import { effectsOnCase, type DecisionRow } from './store.ts';

/** The queue of overrides that will run out. */
export const overrideJob = 'expire-override';

/**
 * What follows when a decision takes effect: the case is settled, the items marked, the measures told.
 * An override leaves its case open, so that the gates can be gone through before its hours run out;
 * the decision that does so, or that there is nothing to do, ends it.
 */
export async function takeEffect(
  platform: Platform,
  trx: Trx,
  row: DecisionRow,
  facts: CaseFacts,
  who: Pick<Person, 'personId' | 'name'>,
): Promise<void> {
  const { desk_id: deskId, decision_id: decisionId, case_id: caseId, kind } = row;
  const earlier = (await effectsOnCase(trx, deskId, caseId)).filter(
    (other) =>
      other.decision_id !== decisionId &&
      other.state === 'effective' &&
      other.override_expires_at !== null,
  );
  const [override] = earlier;
  const isOverride = row.override_expires_at !== null;
  await settleCase(platform, trx, deskId, caseId, {
    state: isOverride ? 'open' : 'decided',
    who,
    kind: isOverride ? 'override_effective' : 'decided',
    detail: detailOf(row),
  });
  // What a decision rests on is kept as long as the decision can be challenged (DESIGN 6.12).
  await keepItemsUntil(
    trx,
    deskId,
    facts.items.map((item) => item.item_id),
    row.retention_until,
  );
  for (const item of facts.items)
    await setVerdict(trx, deskId, item.item_id, kind === 'measure' ? 'measured' : 'clear');
  await recordDecision(platform, trx, deskId, decisionId, 'decision.effective', {
    kind,
    measure: row.measure,
    outcome: row.gate_outcome,
    second_person: row.second_by !== null,
    override_expires_at: row.override_expires_at?.toISOString() ?? null,
  });
  if (row.override_expires_at !== null)
    await platform.jobs.enqueue(
      trx,
      overrideJob,
      { deskId, decisionId },
      { key: decisionId, startAfter: row.override_expires_at },
    );
  await platform.events.tell(trx, 'decision.effective', {
    deskId,
    decisionId,
    itemId: row.item_id,
    kind,
    takesOverFrom: kind === 'measure' ? (override?.decision_id ?? null) : null,
  });
  for (const ended of earlier)
    await reverse(platform, trx, ended, {
      because: 'override_expired',
      reasons:
        kind === 'measure'
          ? 'A decision that went through the rights gate took the place of this emergency measure.'
          : 'The case was decided: nothing was to be done.',
      who: null,
    });
}

function detailOf(row: DecisionRow): string {
  if (row.measure === null) return `No action: ${row.reasons}`;
  if (row.override_expires_at === null) return row.measure;
  return `${row.measure}, by emergency override until ${row.override_expires_at.toISOString()}. Go through the gates before then to keep it.`;
}
