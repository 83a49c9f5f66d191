import type { Case } from '@commonweal/contract';
import { promised, refused } from '../promised.ts';
import type { Cast, Stage } from '../thread.ts';

/** A person takes the case at the head of the queue; nobody else works on it meanwhile. */
export async function takeCase(
  { baseUrl, onStep }: Stage,
  { moderator, senior }: Cast,
  caseId: string,
): Promise<Case> {
  const queue = await moderator.client.listCases({ query: { state: 'open' } });
  const first = queue.data[0];
  promised(first?.case_id === caseId, 'the known file stands at the head of the queue');
  const params = { case_id: caseId };
  const taken = await moderator.client.claimCase({ params, body: { version: first.version } });
  promised(taken.claimed_by?.name === moderator.name, 'the case is held by the one who took it');
  await refused(
    'conflict',
    'two people never hold one case',
    senior.client.claimCase({ params, body: { version: taken.version } }),
  );
  await onStep({
    title: 'A person takes the case',
    lines: [
      `${queue.data.length} cases wait, the most pressing first. ${moderator.name} holds this one for 15 minutes; ${senior.name} cannot take it meanwhile.`,
    ],
    look: `${baseUrl}/cases/${caseId}`,
  });
  return taken;
}
