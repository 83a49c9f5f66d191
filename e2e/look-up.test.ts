/** Asking what is known: by link, hash, text and file, as a moderator would. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { mostFileBytes } from '@commonweal/contract';
import { fingerprintVideo, listFrames, writeFrameJson } from '@commonweal/fingerprint';
import type { Browser, Page } from 'playwright-core';
import { asSharp, drawPicture } from '../packages/fingerprint/src/pdq/pictures.test-data.ts';
import { makeVideo } from '../packages/fingerprint/src/video/videos.test-data.ts';
import {
  knownPhrase,
  knownUrl,
  listedOrganisation,
} from '../server/src/command-line/demo/invented.ts';
import type { Thread } from '../server/src/command-line/demo/thread.ts';
import { press } from './act.ts';
import { openBrowser } from './browser.ts';
import { tabTo } from './focus.ts';
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

const step = steps(() => page);
const field = 'A hash, a link or a text';
const drawing = (number: number) => asSharp(drawPicture(number, 900, 600));

before(async () => {
  [house, browser, folder] = await Promise.all([
    startHouse(),
    openBrowser(),
    mkdtemp(join(tmpdir(), 'commonweal-look-up-')),
  ]);
  thread = await house.playThread();
  window = await visit(browser, house.url, { cookie: thread.cast.moderator.cookie });
  page = window.page;
});
after(async () => {
  await window[Symbol.asyncDispose]();
  await browser.close();
  await house[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

async function ask(value: string): Promise<void> {
  await page.getByRole('textbox', { name: field }).fill(value);
  await press(page, 'Look it up');
}

const says = (words: string | RegExp) => page.getByText(words).first().waitFor();
const isTakenFor = (words: string) =>
  page
    .getByRole('radiogroup', { name: 'Taken for' })
    .getByRole('radio', { name: words })
    .isChecked();

step('a link, defanged, is known', async () => {
  await window.open('/look-up');
  await ask(knownUrl.replace('https', 'hxxps').replace('.example', '[.]example'));
  assert.ok(await isTakenFor('Link'));
  await says('Known: 1 bank has it, or something like it');
  await says(/is on the bank/);
  await page.getByRole('heading', { name: 'Entries with exactly this value' }).waitFor();
  await page.getByRole('cell', { name: 'Active' }).first().waitFor();
});

step('a text shows what was found in it, also a listed name', async () => {
  await ask(`Brothers, ${knownPhrase}. Long live the ${listedOrganisation}!`);
  assert.ok(await isTakenFor('Text'));
  await page.locator('mark', { hasText: knownPhrase }).waitFor();
  await page.locator('mark', { hasText: listedOrganisation }).waitFor();
  await says(/Decided on here before/);
});

step('what nobody knows is not called harmless', async () => {
  await ask('0123456789abcdef0123456789abcdef');
  assert.ok(await isTakenFor('Hash'));
  await says('Nothing is known of it here');
  await says(/a copy that was changed has another/);
  await says(/That does not say that it is harmless/);
  assert.equal(new URL(page.url()).search, '', 'nothing of it is in the address');
  assert.equal(
    await page.evaluate('JSON.stringify(localStorage).includes("0123456789abcdef")'),
    false,
  );
});

step('an answer goes when the question changes', async () => {
  await page.getByRole('textbox', { name: field }).fill('0123456789abcdef');
  await page.getByText('Nothing is known of it here').waitFor({ state: 'detached' });
});

step('by keyboard alone', async () => {
  await window.open('/look-up');
  await tabTo(page, field);
  await page.keyboard.type(knownUrl);
  await tabTo(page, 'Look it up');
  await page.keyboard.press('Enter');
  await says('Known: 1 bank has it, or something like it');
  await tabTo(page, 'Open the bank');
});

step('a hash that was cut off is refused, and not looked for as a word', async () => {
  await ask('ab'.repeat(20).slice(1));
  assert.ok(await isTakenFor('Hash'));
  await page.locator('[aria-invalid="true"]').first().waitFor();
});

step('what is no hash is refused beside the field', async () => {
  await page.getByRole('textbox', { name: field }).fill('not a hash at all');
  await page.getByRole('radiogroup', { name: 'Taken for' }).getByText('Hash').click();
  await press(page, 'Look it up');
  await page.locator('[aria-invalid="true"]').first().waitFor();
});

step('a picture is found encoded anew, smaller and turned; another is not', async () => {
  const { client } = thread.cast.administrator;
  const original = await drawing(1).jpeg({ quality: 90 }).toBuffer();
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(original)], { type: 'image/jpeg' }), 'known.jpg');
  const { file } = await client.lookUp({ body: {}, raw: { body: form } });
  const { bank_id } = await client.createBank({
    body: { name: 'Known pictures', kind: 'hash', description: '', source: 'Invented Lab' },
  });
  await client.addBankEntry({
    params: { bank_id },
    body: {
      type: 'pdq',
      value: file?.pdq?.hash ?? assert.fail('no hash'),
      label: 'march at night',
      source: 'Invented Lab',
    },
  });
  const copy = join(folder, 'copy.webp');
  const turned = drawing(1).rotate(90).resize(300, 450);
  await writeFile(copy, await turned.webp({ quality: 60 }).toBuffer());
  const other = join(folder, 'other.jpg');
  await writeFile(other, await drawing(2).jpeg({ quality: 60 }).toBuffer());

  await window.open('/look-up');
  await page.getByText('A file', { exact: true }).click();
  await page.getByLabel('File', { exact: true }).setInputFiles(copy);
  await press(page, 'Look it up');
  await says(/looks like one on the bank/);
  await says(/It is the same when turned by 90°/);
  await says('Not confirmed');
  await page.getByRole('button', { name: 'Copy SHA-256' }).waitFor();
  await page.getByLabel('File', { exact: true }).setInputFiles(other);
  await press(page, 'Look it up');
  await says('Nothing is known of it here');
});

step('a clip of a known video is found, with each stretch that it shares', async () => {
  const { client } = thread.cast.administrator;
  const known = await makeVideo([11, 12, 13].map((picture) => [picture, 30] as const));
  const { bank_id } = await client.createBank({
    body: { name: 'Known videos', kind: 'hash', description: '', source: 'Invented Lab' },
  });
  await client.addBankEntry({
    params: { bank_id },
    body: {
      type: 'vpdq',
      value: writeFrameJson(listFrames(await fingerprintVideo(known))),
      label: 'march by day',
      source: 'Invented Lab',
    },
  });
  const clip = join(folder, 'clip.mp4');
  const scenes = [13, 11].map((picture) => [picture, 30] as const);
  await writeFile(clip, await makeVideo(scenes));
  await page.getByLabel('File', { exact: true }).setInputFiles(clip);
  await press(page, 'Look it up');
  await says(/of the video in file 1 is in a video on the bank/);
  await says(/The longest stretch: seconds .* of 256 bits differ on average/);
  await says(/A further one: seconds .* here/);
});

step('a file that is too large is refused before it is sent', async () => {
  const large = join(folder, 'large.bin');
  await writeFile(large, Buffer.alloc(mostFileBytes + 1));
  await page.getByLabel('File', { exact: true }).setInputFiles(large);
  await says('It is larger than 32 MiB. Look up its SHA-256 instead.');
  await press(page, 'Look it up');
  assert.deepEqual(
    window.complaints.filter((line) => line.includes('413')),
    [],
  );
});

step('a document is compared by its digests, and that is said', async () => {
  const paper = join(folder, 'paper.pdf');
  await writeFile(paper, '%PDF-1.7 an invented leaflet');
  await page.getByLabel('File', { exact: true }).setInputFiles(paper);
  await press(page, 'Look it up');
  await says(/Of this file only the digests are compared/);
  assert.equal(await page.locator('[aria-invalid="true"]').count(), 0);
});

step('it is without faults, also on a phone and from right to left', async () => {
  assert.deepEqual(await accessibilityFaults(page), []);
  await using phone = await visit(browser, house.url, {
    cookie: thread.cast.moderator.cookie,
    width: 390,
    theme: 'dark',
    language: 'ur',
  });
  await phone.open('/look-up');
  await phone.page.locator('textarea').fill(`${knownPhrase} ${listedOrganisation}`);
  await phone.page.locator('form button[type=submit]').click();
  await phone.page.locator('mark').first().waitFor();
  assert.deepEqual(await accessibilityFaults(phone.page), []);
  assert.equal(await overflow(phone.page), null);
  assert.deepEqual(phone.complaints, []);
});
