import type { Case, Decision, ItemReply, PolicyVersion } from '@commonweal/contract';
import { emptyAssessment, wholeAssessment } from '../assessment.ts';
import { promised, refused } from '../promised.ts';
import type { Cast, Stage } from '../thread.ts';

/** The rights gate: a removal with parts missing is blocked and told what is missing; a whole one passes. */
export async function decideRemoval(
  { baseUrl, onStep }: Stage,
  { moderator: { client, name } }: Cast,
  { policy, taken, item }: { policy: PolicyVersion; taken: Case; item: ItemReply },
): Promise<Decision> {
  const params = { case_id: taken.case_id };
  const hasty = emptyAssessment('remove');
  const missing = await client.checkDecision({ params, body: { assessment: hasty } });
  const open = missing.findings.filter(
    (finding) => finding.state === 'missing' || finding.state === 'failed',
  );
  promised(!missing.passed && open.length >= 5, 'the gate says all that is missing');
  promised(
    open.every((finding) => finding.reason !== '' && finding.source !== ''),
    'each finding gives its reason and the law it comes from',
  );
  await refused(
    'gate-blocked',
    'no measure takes effect without a passed gate',
    client.decideCase({ params, body: { version: taken.version, assessment: hasty } }),
  );
  await onStep({
    title: 'The rights gate blocks a hasty removal',
    lines: [
      `${name} asked to remove the post and said nothing more. Blocked: ${open.length} parts are missing. Some of them:`,
      ...open.slice(0, 4).map(({ reason, source }) => `  ${reason} (${source})`),
    ],
    look: `${baseUrl}/cases/${taken.case_id}`,
  });

  const { posted_at: postedAt } = await client.readItem({ params: { item_id: item.item_id } });
  const assessment = wholeAssessment({
    measure: 'remove',
    policy,
    postedAt,
    threat: 'It gives every reader a way to join an armed group.',
    necessity: 'The post is a call to join and nothing else; only its absence stops that.',
    rejected: 'The call to join would still reach those it is meant for.',
    facts: 'You posted a leaflet and a slogan that call on readers to join the salt gate.',
  });
  const passed = await client.checkDecision({ params, body: { assessment } });
  promised(passed.passed && !passed.needs_second, 'a whole assessment passes the gate');
  const decision = await client.decideCase({
    params,
    body: { version: taken.version, assessment },
  });
  promised(decision.state === 'effective', 'the decision takes effect');
  await onStep({
    title: 'Complete, it passes and takes effect',
    lines: [
      `The clause, the harm, the purpose asked, the aim, ${assessment.alternatives.length} lighter measures weighed, the facts told.`,
      'Only now is there a measure; the database refuses one without such a decision.',
    ],
    look: `${baseUrl}/decisions/${decision.decision_id}`,
  });
  return decision;
}
