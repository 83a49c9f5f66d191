/** A list that somebody else made: filled while it is off, looked at, then switched on with a reason. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { posts } from '../server/src/command-line/demo/invented.ts';
import type { Thread } from '../server/src/command-line/demo/thread.ts';
import { choose, press, write } from './act.ts';
import { openBrowser } from './browser.ts';
import { startHouse, type House } from './house.ts';
import { steps } from './steps.ts';
import { settle, visit, type Visit } from './visit.ts';
import { accessibilityFaults, overflow } from './watch.ts';

let house: House;
let browser: Browser;
let thread: Thread;
let window: Visit;
let page: Page;

const step = steps(() => page);
const phrase = 'bring a rake and boots';

before(async () => {
  [house, browser] = await Promise.all([startHouse(), openBrowser()]);
  thread = await house.playThread();
  window = await visit(browser, house.url, { cookie: thread.cast.administrator.cookie });
  page = window.page;
});
after(async () => {
  await window[Symbol.asyncDispose]();
  await browser.close();
  await house[Symbol.asyncDispose]();
});

const post = (id: string, text: string) =>
  fetch(`${house.url}/api/v1/items`, {
    method: 'POST',
    headers: { authorization: `Bearer ${thread.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ external_id: id, kind: 'post', surface: 'open', text }),
  }).then((response) => response.json() as Promise<{ verdict: string; signals: unknown[] }>);

step('a bank is made that does not match yet', async () => {
  await window.open('/banks');
  await press(page, 'Make a bank');
  const dialog = page.getByRole('dialog');
  await write(dialog, 'Name', 'A list of somebody else');
  await choose(page, 'What it holds', 'Phrases');
  await write(dialog, 'Source', 'Harbour Watch, an invented partner');
  await choose(page, 'When it begins to match', 'When it is switched on');
  await press(dialog, 'Make it');
  await page.getByText('Off: nothing of it is found').waitFor();
  await page.getByText('Made, switched off').waitFor();
});

step('an entry is added, and finds nothing', async () => {
  await press(page, 'Add an entry');
  const dialog = page.getByRole('dialog');
  await write(dialog, 'Value', phrase);
  await press(dialog, 'Add');
  await page
    .getByRole('cell', { name: phrase })
    .or(page.getByRole('rowheader', { name: phrase }))
    .first()
    .waitFor();
  assert.deepEqual((await post('post-2001', `Again: ${phrase}.`)).signals, []);
});

step('the preview shows what it would find, and why', async () => {
  await press(page, 'Look');
  await page.getByRole('article', { name: `Item ${posts.clear.id}` }).waitFor();
  await page
    .locator('article mark', { hasText: /bring a rake and boots/i })
    .first()
    .waitFor();
  await page.getByText('Would be found').waitFor();
  assert.deepEqual(await accessibilityFaults(page), []);
  assert.equal(await overflow(page), null);
});

step('it is switched on with a reason, and finds', async () => {
  await press(page, 'Switch it on…');
  const dialog = page.getByRole('dialog');
  await write(dialog, 'Reason', 'looked at what it finds');
  await press(dialog, 'Switch it on');
  await page.getByText('Switched on', { exact: true }).waitFor();
  await page.getByText('looked at what it finds').waitFor();
  assert.equal((await post('post-2002', `Once more: ${phrase}.`)).verdict, 'review');
  await settle(page);
  assert.deepEqual(window.complaints, []);
});
