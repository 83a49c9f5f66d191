import type { Decision } from '@commonweal/contract';
import { posts } from '../invented.ts';
import { eventually, promised, refused } from '../promised.ts';
import { readPage } from '../public-page.ts';
import type { Cast, Stage } from '../thread.ts';

const reasons =
  'The next post in the thread shows that the leaflet was put up for a class and discussed as a warning. Under the rule on recruiting, teaching is not covered. The post goes back up.';

/** Somebody who took no part hears the appeal; overturned, everything is put back. */
export async function decideAppeal(
  { baseUrl, receiver, onStep }: Stage,
  { moderator, appeals }: Cast,
  { appealId, removal, noticeUrl }: { appealId: string; removal: Decision; noticeUrl: string },
): Promise<void> {
  const params = { appeal_id: appealId };
  const { appeal } = await appeals.client.readAppeal({ params });
  const body = { version: appeal.version, outcome: 'overturned', reasons } as const;
  await refused(
    'not-allowed',
    'whoever decided does not hear the appeal',
    moderator.client.decideAppeal({ params, body }),
  );
  const decided = await appeals.client.decideAppeal({ params, body });
  promised(decided.state === 'overturned', 'the appeal is overturned');
  await onStep({
    title: 'Somebody else hears it, and overturns the decision',
    lines: [
      `${moderator.name}, who decided, holds the role to hear appeals and was refused: not this one.`,
      `${appeals.name} heard it. "${reasons}"`,
    ],
    look: `${baseUrl}/appeals/${appealId}`,
  });

  await eventually('the platform shows the post again', () =>
    receiver.standingOf(posts.known.id) === 'visible' ? true : null,
  );
  const reversed = await appeals.client.readDecision({
    params: { decision_id: removal.decision_id },
  });
  promised(
    reversed.state === 'reversed' && reversed.reversed_because === 'appeal',
    'the decision is reversed',
  );
  const { lines } = await readPage(noticeUrl);
  promised(
    lines.some((line) => line.includes('The appeal succeeded')) &&
      lines.some((line) => line.includes(reasons.slice(0, 60))),
    'the notice tells that the appeal succeeded, and why',
  );
  await onStep({
    title: 'What was done is undone',
    lines: [
      `The platform verified the reversal and shows ${posts.known.id} again.`,
      'Her notice, at the same address, now says so and gives the answer.',
    ],
    look: noticeUrl,
  });
}
