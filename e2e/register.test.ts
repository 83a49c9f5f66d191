/** The register as somebody new meets it: a list is taken in, and says who is listed, by whom and since when. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { inventedList } from '../server/src/command-line/demo/invented-list.ts';
import { listedOrganisation } from '../server/src/command-line/demo/invented.ts';
import { press, write } from './act.ts';
import { openBrowser } from './browser.ts';
import { startHouse, type House } from './house.ts';
import { steps } from './steps.ts';
import { visit, type Visit } from './visit.ts';
import { accessibilityFaults, overflow } from './watch.ts';

let house: House;
let browser: Browser;
let window: Visit;
let page: Page;
let folder: string;
let cookie: string;

const step = steps(() => page);
const says = (words: string | RegExp) => page.getByText(words).first().waitFor();

before(async () => {
  [house, browser, folder] = await Promise.all([
    startHouse(),
    openBrowser(),
    mkdtemp(join(tmpdir(), 'commonweal-register-')),
  ]);
  ({ cookie } = await house.emptyDesk());
  window = await visit(browser, house.url, { cookie });
  page = window.page;
});
after(async () => {
  await window[Symbol.asyncDispose]();
  await browser.close();
  await house[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

step('an empty register says so, and leads to the lists that can be read', async () => {
  await window.open('/register');
  await says('The register is empty');
  await page.getByRole('main').getByRole('link', { name: 'Lists' }).first().click();
  await page.getByRole('link', { name: /Security Council Consolidated List/ }).click();
  await says(/Resolutions of the Security Council/);
});

step('half a list is refused and leaves nothing; the whole one is taken in', async () => {
  const half = join(folder, 'half.xml');
  await writeFile(half, inventedList().slice(0, 20_000));
  await page.getByLabel(/publisher’s file/).setInputFiles(half);
  await press(page, 'Import');
  await page.getByRole('alert').or(page.locator('[role=group][aria-live]')).first().waitFor();
  const whole = join(folder, 'whole.xml');
  await writeFile(whole, inventedList());
  await page.getByLabel(/publisher’s file/).setInputFiles(whole);
  await press(page, 'Import');
  await says('The list was imported');
  await page.getByRole('table', { name: 'Editions' }).waitFor();
});

step('a gazette typed in is a list of the desk’s own', async () => {
  await window.open('/lists');
  await press(page, 'Add a list of your own');
  const dialog = page.getByRole('dialog');
  await write(dialog, 'Name', 'Gazette of an invented island');
  await write(dialog, 'Short name', 'island-gazette');
  await write(dialog, 'Authority', 'TO');
  await write(dialog, 'The law it is made under', 'Invented Act, section 4');
  await dialog.locator('label').filter({ hasText: 'Proscribed' }).click();
  await press(dialog, 'Add it');
  await page.getByRole('heading', { level: 1, name: 'Gazette of an invented island' }).waitFor();
  const gazette = join(folder, 'gazette.csv');
  await writeFile(
    gazette,
    `reference,kind,name,listed_on,power\nG1,organisation,The ${listedOrganisation},2024-02-01,s. 4\n`,
  );
  await page.getByLabel(/^The file/).setInputFiles(gazette);
  await press(page, 'Import');
  await says('The list was imported');
});

step('a name leads to who lists it, since when, and who does not', async () => {
  await window.open('/register');
  await page.getByRole('searchbox', { name: /Name or reference/ }).fill(listedOrganisation);
  await page.getByRole('link', { name: listedOrganisation, exact: true }).click();
  await says(/Listed by United Nations\. The first of these listings is of/);
  await page.getByRole('table', { name: 'Who lists it' }).waitFor();
  await says('Gazette of an invented island');
  await page.getByRole('list', { name: 'What happened' }).waitFor();
});

step('a misspelt handle is screened, explained, and said to be somebody else', async () => {
  await window.open('/register?view=screening');
  await write(page, /^Name or handle/, `@${listedOrganisation.replaceAll(' ', '_')}99`);
  await write(page, /account’s id/, 'member-31');
  await press(page, 'Screen this name');
  await says('A person should look');
  await page.getByRole('link', { name: listedOrganisation, exact: true }).first().waitFor();
  await press(page, 'It is a different person…');
  const dialog = page.getByRole('dialog');
  await write(dialog, 'How you know', 'A rowing club; seen on its own page.');
  await press(dialog, 'It is a different person');
  await says('A rowing club; seen on its own page.');
  await window.open('/register?view=different');
  await page
    .getByRole('cell', { name: /member-31/ })
    .or(page.getByText('member-31'))
    .first()
    .waitFor();
});

step('what changed, and the matrix, on a phone in Urdu without a fault', async () => {
  await using phone = await visit(browser, house.url, {
    cookie,
    width: 390,
    theme: 'dark',
    language: 'ur',
  });
  for (const view of ['search', 'matrix', 'changes', 'links', 'screening', 'different']) {
    await phone.open(`/register?view=${view}`);
    assert.deepEqual(await accessibilityFaults(phone.page), [], view);
    assert.equal(await overflow(phone.page), null, view);
  }
  assert.deepEqual(phone.complaints, []);
});
