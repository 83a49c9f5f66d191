import assert from 'node:assert/strict';
import { after, before, beforeEach, afterEach, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { HOUR } from '../server/src/platform/clock.ts';
import type { Player, Thread } from '../server/src/command-line/demo/thread.ts';
import { choose, enterByPassword, press } from './act.ts';
import { openBrowser } from './browser.ts';
import { startHouse, type House } from './house.ts';
import { visit, type Visit } from './visit.ts';

const typed = 'A museum notice: it names the group to tell its history, and praises nothing.';

let house: House;
let browser: Browser;
let thread: Thread;
let moderator: Player;
let window: Visit;
let page: Page;

before(async () => {
  [house, browser] = await Promise.all([startHouse(), openBrowser()]);
  thread = await house.playThread();
  moderator = thread.cast.moderator;
});
beforeEach(async () => {
  window = await visit(browser, house.url, { cookie: moderator.cookie });
  page = window.page;
});
afterEach(() => window[Symbol.asyncDispose]());
after(async () => {
  await browser.close();
  await house[Symbol.asyncDispose]();
});

test('the server stops while somebody writes: nothing is lost, and it is said', async () => {
  await holdAndWrite(thread.caseIds.name);
  await house.stop();
  await press(page, /^Decide/);
  await page.getByText('The desk could not be reached').first().waitFor();
  assert.equal(await reason().inputValue(), typed);

  await house.restart();
  await press(page, /^Decide/);
  await page.getByText('Decided: no action').waitFor();
});

test('a reload keeps what was written', async () => {
  await holdAndWrite(thread.caseIds.report);
  await page.reload();
  assert.equal(await reason().inputValue(), typed);
});

test('the case changes meanwhile: nothing is decided, the answers stay, the newest is shown', async () => {
  const caseId = thread.caseIds.report;
  await holdAndWrite(caseId);
  // Given back and taken again in another window: the version on this screen is stale.
  const params = { case_id: caseId };
  const { case: seen } = await moderator.client.readCase({ params });
  await page.route('**/api/v1/cases/**', (route) =>
    route.request().method() === 'GET' ? route.abort() : route.continue(),
  );
  const free = await moderator.client.releaseCase({ params, body: { version: seen.version } });
  await moderator.client.claimCase({ params, body: { version: free.version } });
  await press(page, /^Decide/);
  await page.getByText('The case changed while you worked').waitFor();
  assert.equal(await reason().inputValue(), typed);
  await page.unroute('**/api/v1/cases/**');
});

test('the network goes: it is said at once, and taken back when it returns', async () => {
  await window.open('/queue');
  const message = page.getByText('No connection. What you have typed stays here');
  await window.context.setOffline(true);
  await message.waitFor();
  await window.context.setOffline(false);
  await message.waitFor({ state: 'detached' });
});

test('a screen that cannot be read says so, and can be tried again', async () => {
  await page.route('**/api/v1/banks*', (route) => route.abort());
  await window.open('/banks');
  const again = page.getByRole('button', { name: /again/i });
  await again.waitFor({ timeout: 30_000 });
  await page.unroute('**/api/v1/banks*');
  await again.click();
  await page.getByRole('heading', { level: 1, name: 'Banks' }).waitFor();
});

test('the session ends: sign-in, and back to where one was, with what was written', async () => {
  await holdAndWrite(thread.caseIds.report);
  house.clock.advance(25 * HOUR);
  await press(page, /^Decide/);
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  await enterByPassword(page, moderator);
  await page.getByRole('heading', { level: 1, name: 'Case about an item' }).waitFor();
  assert.ok(page.url().endsWith(`/cases/${thread.caseIds.report}`));
  assert.equal(await reason().inputValue(), typed);
});

async function holdAndWrite(caseId: string): Promise<void> {
  await window.open(`/cases/${caseId}`);
  const take = page.getByRole('button', { name: /^Take/ });
  if (await take.isVisible()) await take.click();
  await page.getByText('You hold this case.').waitFor();
  await choose(page, 'What is to be done?', 'No action');
  await reason().fill(typed);
}

function reason() {
  return page.getByRole('textbox', { name: 'Why nothing is to be done' });
}
