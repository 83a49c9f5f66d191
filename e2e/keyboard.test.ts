import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { posts } from '../server/src/command-line/demo/invented.ts';
import { demoPassword } from '../server/src/command-line/demo/enter.ts';
import { facts } from './answer-questions.ts';
import { openBrowser } from './browser.ts';
import { focused, focusedSoon, tabTo } from './focus.ts';
import { startHouse, type House } from './house.ts';
import { steps } from './steps.ts';
import { settle, visit, type Visit } from './visit.ts';

let house: House;
let browser: Browser;
let window: Visit;
let page: Page;

const step = steps(() => page);

before(async () => {
  [house, browser] = await Promise.all([startHouse(), openBrowser()]);
  await house.playThread();
  window = await visit(browser, house.url);
  page = window.page;
});
after(async () => {
  await window[Symbol.asyncDispose]();
  await browser.close();
  await house[Symbol.asyncDispose]();
});

step('signing in', async () => {
  await window.open('/queue');
  await tabTo(page, 'E-mail address');
  await page.keyboard.type('rana@lagoon.example');
  await tabTo(page, 'Password');
  await page.keyboard.type(demoPassword);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Queue' }).waitFor();
  await settle(page);
  assert.equal(
    (await focusedSoon(page, ({ name }) => name === 'Queue')).name,
    'Queue',
    'focus is on the heading that was led to',
  );
});

step('the way past the navigation', async () => {
  await window.open('/queue');
  await page.keyboard.press('Tab');
  assert.equal(
    (await focusedSoon(page, ({ name }) => name === 'Skip to the content')).name,
    'Skip to the content',
  );
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.ok(
    (await focusedSoon(page, ({ isInMain }) => isInMain)).isInMain,
    'the next stop is in the content',
  );
});

step('opening a case from the queue', async () => {
  await page.keyboard.press('j');
  const first = await focusedSoon(page, (here) => here.isVisible && here.isInMain);
  assert.ok(first.isVisible && first.isInMain, 'J goes to the first case');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  assert.equal(
    (await focusedSoon(page, ({ name }) => name === first.name)).name,
    first.name,
    'K goes back',
  );
  assert.ok(first.name.startsWith(posts.reported.text.slice(0, 30)), first.name);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Case about an item' }).waitFor();
  await settle(page);
  assert.equal(
    (await focusedSoon(page, ({ name }) => name === 'Case about an item')).name,
    'Case about an item',
  );
});

step('a window that opens and closes gives focus back', async () => {
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  assert.ok(
    (await focusedSoon(page, ({ isInDialog }) => isInDialog)).isInDialog,
    'focus is inside the window',
  );
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.equal(
    (await focusedSoon(page, ({ name }) => name === 'Case about an item')).name,
    'Case about an item',
    'and back where it was',
  );
});

step('taking the case, and answering the first question', async () => {
  await page.keyboard.press('c');
  await page.getByText('You hold this case.').waitFor();
  await tabTo(page, /^No action/);
  await page.keyboard.press('ArrowDown');
  await page.getByRole('heading', { name: /Is the rule clear, published/ }).waitFor();
  await tabTo(page, /^Recruiting for terrorist organisations/);
  await page.keyboard.press('Space');
});

step('answering the second', async () => {
  await page.keyboard.press('2');
  assert.match(
    (await focusedSoon(page, ({ name }) => /less restrictive measure/.test(name))).name,
    /less restrictive measure/,
    'focus is on the question',
  );
  await tabTo(page, /^Recruitment/);
  await page.keyboard.press('Space');
  await tabTo(page, /^1/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, /^None of these/);
  await page.keyboard.press('Space');
  await tabTo(page, /The aim this serves/);
  await page.keyboard.press('Enter');
  await page.getByRole('listbox').waitFor();
  await page.keyboard.type('Public order');
  await page.keyboard.press('Enter');
  await tabTo(page, 'How this content threatens that aim');
  await page.keyboard.type('It calls readers to a meeting of an armed group.');
  await tabTo(page, /^Label/);
  await page.keyboard.press('Space');
  await tabTo(page, /^One address/);
  await page.keyboard.press('ArrowDown');
  await tabTo(page, /^In some countries/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  if ((await focused(page)).name.startsWith('Until a day')) await page.keyboard.press('ArrowDown');
  await tabTo(page, 'Why no less would do');
  await page.keyboard.type('It is the lightest there is.');
});

step('answering the third, and deciding', async () => {
  await page.keyboard.press('Escape');
  await tabTo(page, 'Next question');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /Is the person told, with reasons/ }).waitFor();
  await settle(page);
  assert.match(
    (await focusedSoon(page, ({ name }) => name.startsWith('Is the person told'))).name,
    /^Is the person told/,
    'focus is on the question',
  );
  await tabTo(page, 'What the person is told');
  await page.keyboard.type(facts);
  await tabTo(page, /^Now/);
  await page.keyboard.press('Space');
  await page.getByText('Then it goes to the platform, and the person is told.').waitFor();
  await tabTo(page, 'Decide: Label');
  await page.keyboard.press('Enter');
  await page.getByRole('alertdialog').waitFor();
  assert.equal(
    (await focusedSoon(page, ({ name }) => name === 'Go back')).name,
    'Go back',
    'focus starts on the way back',
  );
  await tabTo(page, 'Decide', { backwards: true });
  await page.keyboard.press('Enter');
  await page.getByText('Decided: Label').waitFor();
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  await settle(page);
  assert.match(
    (await focusedSoon(page, ({ name }) => /Decided: Label/.test(name))).name,
    /Decided: Label/,
    'what happened is where focus is',
  );
  await tabTo(page, /Next: the queue/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Queue' }).waitFor();
  assert.deepEqual(window.complaints, []);
});

step('putting the rules in another order', async () => {
  await window.open('/rules/order');
  const places = () => page.getByRole('main').getByRole('listitem').locator('bdi').allInnerTexts();
  const first = await places();
  assert.equal(first[1], 'Known file');
  await tabTo(page, 'Up: Known file');
  await page.keyboard.press('Enter');
  await page.getByText('Known file: now 1 of').waitFor();
  assert.equal(
    (await focusedSoon(page, ({ name }) => name === 'Down: Known file')).name,
    'Down: Known file',
    'at the end, focus goes to the button that still works',
  );
  for (const place of [2, 3]) {
    await page.keyboard.press('Enter');
    await page.getByText(`Known file: now ${place} of`).waitFor();
  }
  assert.equal(
    (await focusedSoon(page, ({ name }) => name === 'Down: Known file')).name,
    'Down: Known file',
    'focus goes along with the rule',
  );
  await tabTo(page, 'Save this order');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Rules' }).waitFor();
  await settle(page);
  await window.open('/rules/order');
  assert.deepEqual(await places(), [first[0], first[2], first[1], ...first.slice(3)]);
  assert.deepEqual(window.complaints, []);
});
