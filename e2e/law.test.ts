/** The law registry as somebody new meets it: what is there, what is not, and on which day. */
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

step('a small state is found, and what was not found there is not called "no"', async () => {
  await window.open('/law');
  await says('Not legal advice');
  await page.locator('label').filter({ hasText: 'Only small states' }).click();
  const row = page.getByRole('row').filter({ hasText: 'Tuvalu' });
  await row.waitFor();
  // Definition, recruitment, protest, violence, way off the list, guarantee; and no Covenant.
  assert.equal(await row.getByText('Yes', { exact: true }).count(), 6);
  assert.equal(await row.getByText('No', { exact: true }).count(), 1);
  assert.ok((await row.getByText('None found', { exact: true }).count()) > 10);
  assert.equal(await page.getByRole('row').filter({ hasText: 'Australia' }).count(), 0);
  await row.getByRole('link', { name: 'Tuvalu' }).click();
  await says('No lawyer has reviewed this entry');
  await says('No power to order was found');
});

step('the day that is asked for decides which law is shown', async () => {
  await window.open('/law/IN?on=2026-02-19');
  const versions = page.getByRole('article').filter({ hasText: 'Actual-knowledge takedown' });
  await versions.filter({ hasText: '36 hours' }).getByText('In force', { exact: true }).waitFor();
  await versions.filter({ hasText: '3 hours' }).getByText('Not yet in force').waitFor();
  await page.getByLabel(/The law of which day/).fill('2026-02-20');
  await versions.filter({ hasText: '36 hours' }).getByText('No longer in force').waitFor();
});

step('definitions stand side by side, each with where it is from', async () => {
  await window.open('/law?view=definitions&q=ghana');
  const row = page.getByRole('row').filter({ hasText: 'Ghana' });
  await row.getByText('no intimidation/coercion element', { exact: false }).waitFor();
  await row.getByText('ata:ss 2-4').waitFor();
});

step('a place that the registry has not is said not to be here', async () => {
  await window.open('/law?q=atlantis');
  await says('No jurisdiction here is called so');
  assert.deepEqual(window.complaints, []);
});

step('on a phone in Urdu without a fault', async () => {
  await using phone = await visit(browser, house.url, {
    cookie,
    width: 390,
    theme: 'dark',
    language: 'ur',
  });
  for (const path of ['/law', '/law?view=definitions', '/law/AU', '/law/TV']) {
    await phone.open(path);
    assert.deepEqual(await accessibilityFaults(phone.page), [], path);
    assert.equal(await overflow(phone.page), null, path);
  }
  assert.deepEqual(phone.complaints, []);
});
