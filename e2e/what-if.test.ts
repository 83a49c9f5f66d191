/** Trying a case on the gate, without a case: what is missing shows, and nothing is sent. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { startHouse, type House } from './house.ts';
import { steps } from './steps.ts';
import { visit, type Visit } from './visit.ts';
import { accessibilityFaults, overflow } from './watch.ts';

let house: House;
let browser: Browser;
let window: Visit;
let page: Page;
let cookie: string;

const step = steps(() => page);
const says = (words: string | RegExp) => page.getByText(words).first().waitFor();

before(async () => {
  [house, browser] = await Promise.all([startHouse(), openBrowser()]);
  ({ cookie } = await house.emptyDesk());
  window = await visit(browser, house.url, { cookie });
  page = window.page;
});
after(async () => {
  await window[Symbol.asyncDispose]();
  await browser.close();
  await house[Symbol.asyncDispose]();
});

step(
  'the first case passes; without notice it does not, and what would put it right is said',
  async () => {
    await window.open('/what-if');
    await says('It passes the gate');
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(request.url());
    });
    await page.locator('label').filter({ hasText: 'The person is told' }).click();
    await says('It does not pass the gate');
    await page.getByRole('group').filter({ hasText: 'Protections' }).locator('summary').click();
    await says(/Missing:/);
    assert.match(page.url(), /told=no/);
    assert.deepEqual(sent, []);
  },
);

step('a journalist’s report waits for a second person', async () => {
  await window.open('/what-if?purpose=journalism');
  await says('It waits for a second person');
  await page.locator('label').filter({ hasText: 'A second person agreed' }).click();
  await says('It passes the gate');
});

step('on a phone in Urdu without a fault', async () => {
  await using phone = await visit(browser, house.url, {
    cookie,
    width: 390,
    theme: 'dark',
    language: 'ur',
  });
  await phone.open('/what-if?rule=none');
  assert.deepEqual(await accessibilityFaults(phone.page), []);
  assert.equal(await overflow(phone.page), null);
  assert.deepEqual(phone.complaints, []);
});
