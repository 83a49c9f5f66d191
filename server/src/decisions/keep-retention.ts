import type { Assessment } from '@commonweal/contract';
import { jsonb } from '../platform/database/index.ts';
import { listDesks } from '../platform/directory.ts';
import type { Platform } from '../platform/platform.ts';

/**
 * Keeps the date on every decision (DESIGN 6.10): past it, what people wrote and whom it was about go.
 * The fixed words stay, because the public counts rest on them.
 */
export async function keepDecisionRetention(platform: Platform): Promise<void> {
  const now = platform.clock.now();
  for (const { deskId } of await listDesks(platform.database)) {
    await platform.database.inDesk(deskId, async (trx) => {
      const due = await trx
        .selectFrom('decision')
        .select(['decision_id', 'assessment', 'version'])
        .where('desk_id', '=', deskId)
        .where('retention_until', '<=', now)
        .where('erased_at', 'is', null)
        .limit(200)
        .forUpdate()
        .execute();
      for (const row of due)
        await trx
          .updateTable('decision')
          .set({
            title: '',
            actor_external_id: null,
            reasons: '',
            second_reason: null,
            reversal_reasons: null,
            ...(row.assessment === null ? {} : { assessment: jsonb(withoutWords(row.assessment)) }),
            erased_at: now,
            version: row.version + 1,
          })
          .where('desk_id', '=', deskId)
          .where('decision_id', '=', row.decision_id)
          .execute();
      if (due.length > 0)
        await trx
          .updateTable('decision_review')
          .set({ closing_reason: '' })
          .where('desk_id', '=', deskId)
          .where(
            'decision_id',
            'in',
            due.map((row) => row.decision_id),
          )
          .where('state', '<>', 'open')
          .execute();
    });
  }
}

/** An assessment with its choices and without its sentences. */
export function withoutWords(assessment: Assessment): Assessment {
  const gone = 'Erased after the time for keeping it.';
  const { override, notice } = assessment;
  return {
    ...assessment,
    context: { ...assessment.context, note: '' },
    aim: { ...assessment.aim, threat: '' },
    alternatives: assessment.alternatives.map(({ measure }) => ({ measure, rejected_because: '' })),
    necessity: '',
    rabat: {},
    facts: '',
    notice: notice?.when === 'delayed' ? { ...notice, basis: gone } : notice,
    override: override === null ? null : { ...override, reason: gone, law_enforcement_told: gone },
  };
}
