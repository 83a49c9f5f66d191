import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@commonweal/client';
import type { Assessment, Decision } from '@commonweal/contract';
import { lighterRungs } from '@commonweal/law';
import type { Accepted } from './accepted.ts';
import { persist } from './persist.ts';

/** The people who decide, and what they decide about. */
export interface Deciding {
  readonly moderator: Client;
  readonly legal: Client;
  readonly policyVersionId: string;
  readonly accepted: Accepted;
  /** True when no more reports will come; what is open is still decided then. */
  readonly isOver: () => boolean;
}

/** Decides every case that reports opened: of four, three removals and one without a measure. */
export async function decideCases(deciding: Deciding): Promise<void> {
  const { accepted } = deciding;
  for (let number = 0; ;) {
    const caseId = accepted.undecided.shift();
    if (caseId === undefined) {
      if (deciding.isOver()) return;
      await sleep(100);
      continue;
    }
    const kind = number % 4 === 3 ? 'no_action' : 'measure';
    const { decision_id: decisionId } = await persist(() => decide(deciding, caseId, kind));
    accepted.decisions.set(decisionId, { kind, reversed: false });
    // Every third measure is found to be wrong soon after: its reversal runs after its application.
    if (kind === 'measure' && number % 3 === 0) {
      await persist(() => reverse(deciding.legal, decisionId));
      accepted.decisions.set(decisionId, { kind, reversed: true });
    }
    number += 1;
  }
}

async function decide(
  { moderator, policyVersionId }: Deciding,
  caseId: string,
  kind: 'measure' | 'no_action',
): Promise<Pick<Decision, 'decision_id'>> {
  const params = { case_id: caseId };
  const view = await moderator.readCase({ params });
  const [decided] = view.decision_ids;
  // Decided by an attempt whose answer was lost.
  if (decided !== undefined) return { decision_id: decided };
  const { version } = await moderator.claimCase({ params, body: { version: view.case.version } });
  return kind === 'measure'
    ? moderator.decideCase({ params, body: { version, assessment: removal(policyVersionId) } })
    : moderator.closeCase({ params, body: { version, reason: 'It is a quotation.' } });
}

async function reverse(legal: Client, decisionId: string): Promise<void> {
  const params = { decision_id: decisionId };
  const { state, version } = await legal.readDecision({ params });
  if (state === 'reversed') return;
  await legal.reverseDecision({ params, body: { version, reason: 'It should not stand.' } });
}

function removal(policyVersionId: string): Assessment {
  return {
    measure: 'remove',
    scope: { target: 'item', territories: 'global', until: null },
    ground: {
      type: 'policy_clause',
      policy_version_id: policyVersionId,
      clause_keys: ['recruitment'],
    },
    harm: { categories: ['recruitment'], severity: 3 },
    context: { purpose: 'none', note: '' },
    aim: { aim: 'public_order', threat: 'It gives readers a way to join the Grey Tide.' },
    alternatives: lighterRungs('remove', 'item').map((measure) => ({
      measure,
      rejected_because: 'The address would still be there to use.',
    })),
    necessity: 'The post is an appeal to join and nothing else.',
    rabat: {},
    posted_at: null,
    facts: 'You posted an appeal to join the Grey Tide, with an address to write to.',
    notice: { when: 'now' },
    override: null,
  };
}
