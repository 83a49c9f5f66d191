/** A file of entries goes into a bank before one's eyes, and what it could not give is told. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Thread } from '../server/src/command-line/demo/thread.ts';
import { press } from './act.ts';
import { openBrowser } from './browser.ts';
import { startHouse, type House } from './house.ts';
import { steps } from './steps.ts';
import { visit, type Visit } from './visit.ts';
import { accessibilityFaults, overflow } from './watch.ts';

let house: House;
let browser: Browser;
let thread: Thread;
let window: Visit;
let page: Page;
let folder: string;
let bankId: string;

const step = steps(() => page);
const md5 = (text: string) => createHash('md5').update(text).digest('hex');

before(async () => {
  [house, browser, folder] = await Promise.all([
    startHouse(),
    openBrowser(),
    mkdtemp(join(tmpdir(), 'commonweal-import-')),
  ]);
  thread = await house.playThread();
  const { client, cookie } = thread.cast.administrator;
  const bank = await client.createBank({
    body: { name: 'Known files', kind: 'hash', description: '', source: 'Invented Lab' },
  });
  bankId = bank.bank_id;
  window = await visit(browser, house.url, { cookie });
  page = window.page;
});
after(async () => {
  await window[Symbol.asyncDispose]();
  await browser.close();
  await house[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const card = () => page.getByRole('article', { name: 'Import of partner.txt' });

step('a file is chosen and sent', async () => {
  const file = join(folder, 'partner.txt');
  const rows = Array.from({ length: 6_000 }, (_, at) =>
    at % 200 === 21 ? `=nonsense ${at}` : `md5 ${md5(`file ${at}`)}`,
  );
  await writeFile(file, rows.join('\n'));
  await window.open(`/banks/${bankId}`);
  await press(page, 'Import a file');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('File', { exact: true }).setInputFiles(file);
  assert.deepEqual(await accessibilityFaults(page), []);
  await press(dialog, 'Import');
  await dialog.waitFor({ state: 'hidden' });
  await card().waitFor();
});

step('it comes to its end by itself, also when the page is loaded anew', async () => {
  await window.open(`/banks/${bankId}`);
  await card().getByText('Done').waitFor();
  await card().getByText('Added: 5,970').waitFor();
  await card().getByText('Refused: 30').waitFor();
  await page.getByText('5,970', { exact: true }).waitFor();
});

step('the refused rows are shown with their line, and saved', async () => {
  await press(card(), 'Show the refused rows');
  await card().getByRole('rowheader', { name: '22', exact: true }).waitFor();
  await card().getByText('The first 20 of 30 refused rows').waitFor();
  assert.deepEqual(await accessibilityFaults(page), []);
  assert.equal(await overflow(page), null);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    press(card(), 'Download them all'),
  ]);
  const saved = await readFile(await download.path(), 'utf8');
  assert.equal(saved.trimEnd().split('\r\n').length, 31);
  assert.match(saved, /^22,/m);
  assert.deepEqual(window.complaints, []);
});
