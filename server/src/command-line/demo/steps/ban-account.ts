import type { Decision, ItemReply, PolicyVersion } from '@commonweal/contract';
import { wholeAssessment } from '../assessment.ts';
import { posts } from '../invented.ts';
import { eventually, promised, refused } from '../promised.ts';
import type { Cast, Stage } from '../thread.ts';

/** A ban without an end takes two people: the first proposes, the second approves, and only then is it done. */
export async function banAccount(
  { baseUrl, receiver, onStep }: Stage,
  { moderator, senior }: Cast,
  { policy, caseId, item }: { policy: PolicyVersion; caseId: string; item: ItemReply },
): Promise<Decision> {
  const params = { case_id: caseId };
  const { case: open } = await moderator.client.readCase({ params });
  const held = await moderator.client.claimCase({ params, body: { version: open.version } });
  const { posted_at: postedAt } = await moderator.client.readItem({
    params: { item_id: item.item_id },
  });
  const assessment = wholeAssessment({
    measure: 'ban',
    policy,
    postedAt,
    threat: 'The account exists to bring readers to an armed group, one by one.',
    necessity: 'Everything it has posted is such an appeal; nothing of it would be left.',
    rejected: 'It would go on writing to people under the same name.',
    facts: 'Your profile calls on readers to join the salt gate and offers to arrange it.',
  });
  const proposed = await moderator.client.decideCase({
    params,
    body: { version: held.version, assessment },
  });
  const of = { decision_id: proposed.decision_id };
  promised(proposed.state === 'awaiting_second', 'a ban waits for a second person');
  promised(
    receiver.standingOf(posts.account.actor) === 'visible',
    'nothing is done before the second person approves',
  );
  await refused(
    'not-allowed',
    'nobody is their own second person',
    moderator.client.approveDecision({
      params: of,
      body: { version: proposed.version, reason: '' },
    }),
  );
  const approved = await senior.client.approveDecision({
    params: of,
    body: { version: proposed.version, reason: 'I read the profile and all it links to. I agree.' },
  });
  promised(
    approved.state === 'effective' && approved.second_by?.name === senior.name,
    'approved, it takes effect',
  );
  await eventually('the platform carries out the ban', () =>
    receiver.standingOf(posts.account.actor) === 'gone' ? true : null,
  );
  await onStep({
    title: 'A ban takes two people',
    lines: [
      `${moderator.name} proposed it; nothing happened, and he could not approve it himself.`,
      `${senior.name} read the case and approved. The gate was asked again, and the platform carried it out.`,
    ],
    look: `${baseUrl}/decisions/${proposed.decision_id}`,
  });
  return approved;
}
