import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Thread } from '../server/src/command-line/demo/thread.ts';
import { publicAddresses } from './addresses.ts';
import { openBrowser } from './browser.ts';
import { startHouse, type House } from './house.ts';
import { visit } from './visit.ts';

const most = 30 * 1024; // bytes, page and stylesheet together

let house: House;
let browser: Browser;
let thread: Thread;

before(async () => {
  [house, browser] = await Promise.all([startHouse(), openBrowser()]);
  thread = await house.playThread();
});
after(async () => {
  await browser.close();
  await house[Symbol.asyncDispose]();
});

test('every public page is small, asks for no script, and only for what is ours', async () => {
  for (const [name, address] of publicAddresses(thread)) {
    await using anybody = await visit(browser, house.url, { width: 390 });
    let transferred = 0;
    const strangers: string[] = [];
    anybody.page.on('request', (request) => {
      if (!request.url().startsWith(house.url)) strangers.push(request.url());
    });
    anybody.page.on('requestfinished', (request) => {
      void request.sizes().then(({ responseHeadersSize, responseBodySize }) => {
        transferred += responseHeadersSize + responseBodySize;
      });
    });
    await anybody.open(address);
    assert.deepEqual(anybody.scripts, [], `${name} asks for a script`);
    assert.deepEqual(strangers, [], `${name} asks somebody else`);
    assert.ok(transferred > 0 && transferred < most, `${name}: ${transferred} bytes`);
  }
});

test('a notice keeps its address to itself, and is kept nowhere', async () => {
  const { headers } = await fetch(thread.noticeUrl);
  assert.equal(headers.get('referrer-policy'), 'no-referrer');
  assert.match(headers.get('cache-control') ?? '', /no-store/);
  assert.match(headers.get('x-robots-tag') ?? '', /noindex/);
  assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/);
});

test('what was sent is given back when it cannot be taken, and no script is needed to see why', async () => {
  const { cast } = thread;
  const { data } = await cast.moderator.client.listDecisions({ query: { limit: 5 } });
  const ban = data.find(({ decision_id: id }) => id === thread.decisionIds.ban);
  await using hers = await visit(browser, house.url, { script: false, language: 'ur', width: 390 });
  const { page } = hers;
  await hers.open(`${ban?.notice_url}?lang=ur`);
  assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
  const long = 'ہمیں بتایا جائے '.repeat(400);
  await page.locator('textarea').fill(long);
  await page.locator('form button').click();
  await page.getByRole('alert').waitFor();
  assert.equal((await page.locator('textarea').inputValue()).trim(), long.trim());
});
