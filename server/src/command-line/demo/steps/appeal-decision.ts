import { appealText, posts } from '../invented.ts';
import { promised } from '../promised.ts';
import { readForm, readPage } from '../public-page.ts';
import type { Cast, Stage } from '../thread.ts';

/** The person affected appeals with the form on her notice; sent twice, it is one appeal. @returns its id */
export async function appealDecision(
  { baseUrl, onStep }: Stage,
  { appeals: { client } }: Cast,
  noticeUrl: string,
): Promise<string> {
  const form = readForm((await readPage(noticeUrl)).html);
  promised(form !== null, 'the notice has a form to appeal with');
  const send = () =>
    readPage(new URL(form.action, noticeUrl).href, {
      method: 'POST',
      body: new URLSearchParams({ ...form.hidden, text: appealText, contact: '' }),
    });
  await send();
  await send();
  const { data } = await client.listAppeals({ query: { state: 'open' } });
  const [appeal] = data;
  promised(appeal !== undefined && data.length === 1, 'an appeal sent twice is one appeal');
  promised(appeal.text === appealText, 'the appeal arrives as it was written');
  await onStep({
    title: 'She appeals',
    lines: [
      `"${appealText}"`,
      `One form, about ${posts.known.id}; pressing the button twice made one appeal. It costs nothing and asks for no name.`,
    ],
    look: `${baseUrl}/appeals/${appeal.appeal_id}`,
  });
  return appeal.appeal_id;
}
