import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Browser } from 'playwright-core';
import { createClient } from '../packages/client/src/index.ts';
import { eventually } from '../server/src/command-line/demo/promised.ts';
import type { Thread } from '../server/src/command-line/demo/thread.ts';
import { choose, press, tick, write } from './act.ts';
import { answerNecessity, facts } from './answer-questions.ts';
import { openBrowser } from './browser.ts';
import { startHouse, type House } from './house.ts';
import { steps } from './steps.ts';
import { visit, type Visit } from './visit.ts';
import { accessibilityFaults, overflow } from './watch.ts';

const post = {
  id: 'post-2001',
  title: 'To all who hear me',
  text: 'Tonight, at the pier. You know who they are; go and do to them what was done to us.',
};
const law = 'Harbour Criminal Procedure Act (invented), section 12: while the inquiry runs';
const reason = 'The pier is a scene in a play; the next post holds the rest of the script.';
const parts = [
  'Setting',
  'Speaker',
  'Intent',
  'Content and form',
  'Extent',
  'Likelihood of harm',
] as const;

let house: House;
let browser: Browser;
let thread: Thread;
let desk: Visit;

const step = steps(() => desk?.page);

before(async () => {
  [house, browser] = await Promise.all([startHouse(), openBrowser()]);
  thread = await house.playThread();
  const { cookie } = thread.cast.moderator;
  desk = await visit(browser, house.url, { cookie });
});
after(async () => {
  await desk[Symbol.asyncDispose]();
  await browser.close();
  await house[Symbol.asyncDispose]();
});

step('a report of incitement is taken up', async () => {
  const platform = createClient({ baseUrl: house.url, apiKey: thread.apiKey });
  const { case_id } = await platform.createReport({
    body: {
      item: {
        external_id: post.id,
        kind: 'post',
        surface: 'open',
        posted_at: house.clock.now().toISOString(),
        title: post.title,
        text: post.text,
        language: 'en',
        actor: { external_id: 'member-4' },
      },
      reporter: { kind: 'user', external_id: 'member-44', language: 'en' },
      reason: 'violence',
      said: 'He calls for an attack.',
      good_faith: true,
    },
  });
  await desk.open(`/cases/${case_id}`);
  await press(desk.page, 'Take this case');
  await choose(desk.page, 'What is to be done?', 'A measure');
});

step('the Rabat test is asked in its six parts, and each must be answered', async () => {
  const { page } = desk;
  await tick(page, 'The clauses that this breaks', 'Inciting terrorist violence');
  await press(page, 'Next question');
  await answerNecessity(page);
  await page.getByText('The Rabat test: is it incitement?').waitFor({ state: 'detached' });
  await tick(page, 'What the content does', 'Recruitment');
  await tick(page, 'What the content does', 'Incitement');
  await page.getByText('The Rabat test: is it incitement?').waitFor();
  await press(page, 'Next question');
  await write(page, 'What the person is told', facts);
  await choose(page, 'When the person is told', 'Now');
  await page.getByText(/\d+ answers are missing or do not hold/).waitFor();
  await page.getByRole('button', { name: 'Decide: Remove' }).click();
  await page.getByRole('heading', { name: 'The Rabat test: is it incitement?' }).waitFor();
  const first = page.getByRole('radiogroup', { name: parts[0] });
  await eventually('the first unanswered part has the focus', async () =>
    (await first.locator(':focus').count()) > 0 ? true : null,
  );
  for (const part of parts) {
    await choose(page, part, part === 'Extent' ? 'Unknown' : '3 · Much');
    await page
      .getByRole('group', { name: part })
      .getByLabel('Because')
      .fill(`${part}: as the post itself shows.`);
  }
  assert.deepEqual(await accessibilityFaults(page), []);
  assert.equal(await overflow(page), null);
});

step('the notice waits only on a law and until a day', async () => {
  const { page } = desk;
  await press(page, 'Next question');
  await choose(page, 'When the person is told', 'Later');
  await page.getByText(/\d+ answers? (is|are) missing or (does|do) not hold/).waitFor();
  await write(page, 'The law that allows waiting', law);
  const until = new Date(house.clock.now().getTime() + 5 * 86_400_000);
  await write(page, 'The day it is told at the latest', until.toISOString().slice(0, 10));
  assert.deepEqual(await accessibilityFaults(page), []);
  await press(page, 'Decide: Remove');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Decide', exact: true }).click();
  await page.getByText('Decided: Remove').waitFor();
  await eventually('the platform removes the post', () =>
    house.receiver.standingOf(post.id) === 'gone' ? true : null,
  );
});

step('the decision shows the six parts and the delay', async () => {
  const { page } = desk;
  await page.locator('main a[href^="/decisions/"]').click();
  await page.getByText(law).waitFor();
  for (const part of parts) await page.getByText(`${part}: as the post itself shows.`).waitFor();
  assert.deepEqual(await accessibilityFaults(page), []);
});

step('it is reversed, with a reason, and the post comes back', async () => {
  const { page } = desk;
  const address = new URL(page.url()).pathname;
  await using hers = await visit(browser, house.url, { cookie: thread.cast.senior.cookie });
  await hers.open(address);
  await press(hers.page, 'Reverse…');
  const window = hers.page.getByRole('dialog', { name: 'Reverse this decision?' });
  await press(window, 'Reverse');
  await window.getByText('Write a sentence: why?').waitFor();
  assert.deepEqual(await accessibilityFaults(hers.page), []);
  await write(window, 'Reason', reason);
  await press(window, 'Reverse');
  await window.waitFor({ state: 'detached' });
  await hers.page.getByText('Reversed').first().waitFor();
  await hers.page.getByText(reason).waitFor();
  await eventually('the platform shows the post again', () =>
    house.receiver.standingOf(post.id) === 'visible' ? true : null,
  );
  assert.deepEqual(hers.complaints, []);
  assert.deepEqual(desk.complaints, []);
});
