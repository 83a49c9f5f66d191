import { mkdir, writeFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { posts } from '../server/src/command-line/demo/invented.ts';
import type { Thread } from '../server/src/command-line/demo/thread.ts';
import { choose, press } from './act.ts';
import { answerLaw, answerNecessity, answerProtections } from './answer-questions.ts';
import { openBrowser } from './browser.ts';
import { startHouse } from './house.ts';
import { settle, visit, type Look, type Visit } from './visit.ts';

/** Takes the README's pictures of the played thread: `node e2e/take-screenshots.ts`. */
const folder = new URL('../docs/screenshots/', import.meta.url);
const most = 2 * 1024 * 1024; // bytes, all pictures together
const phone = { width: 390, height: 844 };

/** Keeps what the window shows. @returns bytes */
async function keep(name: string, page: Page): Promise<number> {
  const picture = await page.screenshot({ animations: 'disabled' });
  await writeFile(new URL(name, folder), picture);
  console.log(`docs/screenshots/${name}  ${(picture.length / 1024).toFixed(0)} KB`);
  return picture.length;
}

async function look(browser: Browser, url: string, as: Look, path: string): Promise<Visit> {
  const window = await visit(browser, url, as);
  await window.open(path);
  return window;
}

/** Hands in the slogan again, for a case that can still be decided. */
async function postAgain(url: string, { apiKey }: Thread): Promise<string> {
  const response = await fetch(`${url}/api/v1/items`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      external_id: 'post-1077',
      kind: 'post',
      surface: 'open',
      posted_at: new Date().toISOString(),
      url: 'https://lagoon.example/p/post-1077',
      title: 'Read this before the tide turns',
      text: posts.known.text,
      language: 'en',
      actor: { external_id: 'member-31', display_name: 'Tidewatcher' },
    }),
  });
  return ((await response.json()) as { case_id: string }).case_id;
}

await mkdir(folder, { recursive: true });
await using house = await startHouse();
await using browser = await openBrowser();
const thread = await house.playThread();
const caseId = await postAgain(house.url, thread);
const { cookie } = thread.cast.moderator;
const notice = new URL(thread.noticeUrl).pathname;
let total = 0;

{
  await using window = await look(browser, house.url, { cookie, height: 800 }, '/queue');
  total += await keep('01-queue.png', window.page);
}
{
  const path = `/cases/${caseId}`;
  await using window = await look(browser, house.url, { cookie, height: 1000 }, path);
  const { page } = window;
  await press(page, 'Take this case');
  await choose(page, 'What is to be done?', 'A measure');
  await answerLaw(page);
  await settle(page);
  await page.getByRole('heading', { level: 1 }).hover();
  total += await keep('02-case-questions.png', page);
  await press(page, 'Next question');
  await answerNecessity(page);
  await press(page, 'Next question');
  await answerProtections(page);
  await page.getByText('Then it goes to the platform, and the person is told.').waitFor();
  await press(page, 'Decide: Remove');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Decide', exact: true }).click();
  await page.getByText('Decided: Remove').waitFor();
  await page.getByRole('link', { name: 'To the decision' }).click();
  await page.getByRole('heading', { level: 1, name: 'Decision: Remove' }).waitFor();
  await settle(page);
  total += await keep('03-decision.png', page);
}
{
  await using window = await look(browser, house.url, { height: 1000 }, notice);
  total += await keep('04-notice.png', window.page);
}
{
  const as = { ...phone, language: 'ur' } as const;
  await using window = await look(browser, house.url, as, `${notice}?lang=ur`);
  total += await keep('05-notice-urdu-phone.png', window.page);
}
{
  const as = { cookie: thread.cast.appeals.cookie, height: 1000 };
  const path = `/appeals/${thread.appealId}`;
  await using window = await look(browser, house.url, as, path);
  total += await keep('06-appeal.png', window.page);
}
{
  await using window = await look(browser, house.url, { height: 1000 }, '/d/lagoon/transparency');
  total += await keep('07-transparency.png', window.page);
}
if (total > most) throw new Error(`The pictures are ${total} bytes together; ${most} are allowed.`);
