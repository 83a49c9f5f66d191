import type { Decision } from '@commonweal/contract';
import { eventually, promised } from '../promised.ts';
import { readPage } from '../public-page.ts';
import type { Stage } from '../thread.ts';

/** The person affected reads why, with no account and no script. @returns the address of her notice */
export async function readNotice({ onStep }: Stage, decision: Decision): Promise<string> {
  promised(decision.notice_url !== null, 'whoever is affected has a notice to read');
  const noticeUrl = decision.notice_url;
  const { lines, bytes, html } = await readPage(noticeUrl);
  const facts = decision.assessment?.facts ?? '';
  promised(
    lines.some((line) => line.includes(facts)),
    'the notice tells what was found',
  );
  promised(html.includes('name="text"'), 'the appeal is on the notice itself');
  const french = await readPage(`${noticeUrl}?lang=fr`);
  promised(/<html[^>]*lang="fr"/.test(french.html), 'the notice speaks other languages');
  await eventually('the notice stands in the public ledger', async () => {
    const response = await fetch(`${noticeUrl}/receipt.json`);
    await response.body?.cancel();
    return response.status === 200 ? true : null;
  });
  await onStep({
    title: 'The person affected is told why',
    lines: [
      `Her page: ${(bytes / 1024).toFixed(1)} KB, no script, no account, in four languages. It says:`,
      ...lines
        .slice(0, 9)
        .map((line) => `  ${line.length > 150 ? `${line.slice(0, 149)}…` : line}`),
    ],
    look: noticeUrl,
  });
  return noticeUrl;
}
