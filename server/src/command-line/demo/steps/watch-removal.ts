import type { Decision } from '@commonweal/contract';
import { posts } from '../invented.ts';
import { eventually, promised } from '../promised.ts';
import type { Cast, Stage } from '../thread.ts';

/** The measure goes out signed; the platform verifies it, carries it out once, and says so. */
export async function watchRemoval(
  { baseUrl, receiver, onStep }: Stage,
  { moderator: { client } }: Cast,
  { decision_id: decisionId }: Decision,
): Promise<void> {
  const { measure_id: measureId } = await client.readDecision({
    params: { decision_id: decisionId },
  });
  promised(measureId !== null, 'a decision in force has its measure');
  const params = { measure_id: measureId };
  const { deliveries, receipts } = await eventually(
    'the platform confirms the removal',
    async () => {
      const found = await client.readMeasure({ params });
      return found.measure.state === 'confirmed' ? found : null;
    },
  );
  promised(
    receiver.standingOf(posts.known.id) === 'gone',
    'the post is no longer shown on the platform',
  );
  promised(receipts[0]?.effect === 'applied', 'the receipt of the platform is kept');
  await onStep({
    title: 'The platform carries it out and says so',
    lines: [
      `A signed message was delivered at attempt ${deliveries[0]?.attempts ?? 1} and verified; ${posts.known.id} is no longer shown.`,
      `Receipt: "${receipts[0].detail}"`,
    ],
    look: `${baseUrl}/deliveries`,
  });
}
