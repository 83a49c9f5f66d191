import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Thread } from '../server/src/command-line/demo/thread.ts';
import { codeOf } from '../server/src/desks/testing/code-of.ts';
import { enterByPassword, press, write } from './act.ts';
import { openBrowser } from './browser.ts';
import { startHouse, type House } from './house.ts';
import { steps } from './steps.ts';
import { settle, visit, type Visit } from './visit.ts';
import { accessibilityFaults, overflow } from './watch.ts';

const next = 'four other words entirely';

let house: House;
let browser: Browser;
let thread: Thread;
let hers: Visit;
let codes: string[] = [];

const step = steps(() => hers?.page);

before(async () => {
  [house, browser] = await Promise.all([startHouse(), openBrowser()]);
  thread = await house.playThread();
  hers = await visit(browser, house.url, { cookie: thread.cast.moderator.cookie, width: 390 });
});
after(async () => {
  await hers[Symbol.asyncDispose]();
  await browser.close();
  await house[Symbol.asyncDispose]();
});

step('one-time codes are switched on, and ten recovery codes are kept', async () => {
  const { page } = hers;
  const { client, password } = thread.cast.moderator;
  const { secret } = await client.beginTotp();
  await client.confirmTotp({ body: { code: codeOf(secret, house.clock.now()) } });
  await hers.open('/account');
  await page.getByText('You have no recovery codes').waitFor();
  await press(page, 'Make recovery codes…');
  const window = page.getByRole('dialog');
  await write(window, 'Password', password);
  await press(window, 'Make ten codes');
  const list = page.locator('code').filter({ hasText: /^[0-9A-Z]{5}-[0-9A-Z]{5}\s/ });
  // One on each line: they are read from paper.
  codes = (await list.innerText()).split('\n');
  assert.equal(codes.length, 10);
  for (const code of codes) assert.match(code, /^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  await standsWell(hers);
});

step('without her phone, a recovery code lets her in, once', async () => {
  const { page } = hers;
  for (const [code, isGood] of [
    [codes[0] ?? '', true],
    [codes[0] ?? '', false],
  ] as const) {
    await hers.context.clearCookies();
    await hers.open('/sign-in');
    await enterByPassword(page, thread.cast.moderator);
    await press(page, /use a recovery code/);
    await write(page, 'Recovery code', code.toLowerCase());
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    if (isGood) await page.getByRole('heading', { level: 1, name: /^Welcome/ }).waitFor();
    else await page.getByText('That did not match').waitFor();
  }
  await standsWell(hers);
});

step('an administrator hands her a link, and she sets a new password with it', async () => {
  const { administrator, moderator } = thread.cast;
  await using office = await visit(browser, house.url, { cookie: administrator.cookie });
  await office.open('/people');
  await press(office.page, `Let back in: ${moderator.name}`);
  const window = office.page.getByRole('dialog');
  await window.locator('label').filter({ hasText: 'Their phone is lost too' }).click();
  await standsWell(office);
  await press(window, 'Make the link');
  const link = (await office.page.getByText(`${house.url}/reset#`).innerText()).trim();
  await standsWell(office);

  const { page } = hers;
  await hers.open(link);
  await page.getByText('passkeys of this account are removed too').waitFor();
  await write(page, 'Password', next);
  await standsWell(hers);
  await press(page, 'Set the password');
  await page.getByText('Your new password is set').waitFor();
  await page.getByRole('link', { name: 'Sign in' }).click();
  await enterByPassword(page, { ...moderator, password: next });
  await page.getByRole('heading', { level: 1, name: /^Welcome/ }).waitFor();
  await hers.open(link);
  await page.getByText('This link cannot be used').waitFor();
});

async function standsWell({ page }: Visit): Promise<void> {
  await settle(page);
  assert.deepEqual(await accessibilityFaults(page), []);
  assert.equal(await overflow(page), null);
}
