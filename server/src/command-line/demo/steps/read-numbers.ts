import { forum } from '../invented.ts';
import { promised } from '../promised.ts';
import { readPage } from '../public-page.ts';
import type { Cast, Stage } from '../thread.ts';

/** The public account, counted from the same rows the desk works with. */
export async function readNumbers(
  { baseUrl, onStep }: Stage,
  { administrator: { client } }: Cast,
): Promise<void> {
  const { items, decisions, appeals } = await client.readTransparency({});
  promised(items.received === 5, 'every item is counted once');
  promised(decisions.total === 2, 'every decision is counted once');
  promised(
    appeals.received === 1 && appeals.overturned === 1,
    'the overturned appeal is in the account',
  );
  const page = `${baseUrl}/d/${forum.slug}/transparency`;
  const { lines } = await readPage(page);
  promised(lines.length > 10, 'the public page shows the account');
  await onStep({
    title: 'The account, for everybody',
    lines: [
      `${items.received} items: ${items.clear} clear, ${items.review} looked at by a person, ${items.measured} under a measure.`,
      `${decisions.total} decisions, ${appeals.received} appeal, ${appeals.overturned} overturned. The page is counted from the records, not written.`,
    ],
    look: page,
  });
}
