import { listDesks } from '../platform/directory.ts';
import type { Platform } from '../platform/platform.ts';
import { keepDecisionRetention } from './keep-retention.ts';
import { reverse } from './reverse-decision.ts';
import { findDecision, overridesRunOut } from './store.ts';
import { overrideJob } from './take-effect.ts';

/** Defines the clocks of this room. The sweep loses no override even where its own job was lost. */
export function decisionJobs(platform: Platform): void {
  platform.jobs.define(overrideJob, ({ deskId = '', decisionId = '' }) =>
    expireOverride(platform, deskId, decisionId),
  );
  platform.jobs.every('expire overrides', 30, () => expireOverrides(platform));
  platform.jobs.every('keep decision retention', 600, () => keepDecisionRetention(platform));
}

/** Reverses every override, of every desk, whose hours have run out. */
export async function expireOverrides(platform: Platform): Promise<void> {
  const now = platform.clock.now();
  for (const { deskId } of await listDesks(platform.database)) {
    const due = await platform.database.inDesk(deskId, (trx) => overridesRunOut(trx, deskId, now));
    for (const decisionId of due) await expireOverride(platform, deskId, decisionId);
  }
}

async function expireOverride(
  platform: Platform,
  deskId: string,
  decisionId: string,
): Promise<void> {
  await platform.database.inDesk(deskId, async (trx) => {
    const row = await findDecision(trx, deskId, decisionId, true);
    const end = row?.override_expires_at;
    if (row?.state !== 'effective' || !end || end > platform.clock.now()) return;
    await reverse(platform, trx, row, {
      because: 'override_expired',
      reasons: 'The emergency override ran out, and nobody took the measure through the gates.',
      who: null,
    });
  });
}
