import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Thread } from '../server/src/command-line/demo/thread.ts';
import { consoleAddresses, publicAddresses, registeredPaths } from './addresses.ts';
import { openBrowser } from './browser.ts';
import { startHouse, type House } from './house.ts';
import { visit, type Look, type Visit } from './visit.ts';
import { accessibilityFaults, overflow } from './watch.ts';

const directions = { en: 'ltr', ur: 'rtl' } as const;

/** Every screen in each of these: between them both lights, both directions, both widths. */
const everywhere: readonly (Look & { language: 'en' | 'ur' })[] = [
  { width: 1280, theme: 'light', language: 'en' },
  { width: 390, theme: 'dark', language: 'ur' },
];
/** And the screens people live in also in these. */
const main = /^\/(queue|cases|decisions|appeals|sign-in|$)/;
const mainLooks: typeof everywhere = [
  { width: 390, theme: 'light', language: 'en' },
  { width: 1280, theme: 'dark', language: 'ur' },
];

let house: House;
let browser: Browser;
let thread: Thread;
let screens: Map<string, string>;

before(async () => {
  [house, browser] = await Promise.all([startHouse(), openBrowser()]);
  thread = await house.playThread();
  screens = await consoleAddresses(thread);
});
after(async () => {
  await browser.close();
  await house[Symbol.asyncDispose]();
});

for (const look of [...everywhere, ...mainLooks]) {
  test(`no screen of the filled desk has a fault: ${describe(look)}`, async () => {
    const { cookie } = thread.cast.administrator;
    const all = [...screens].filter(([path]) => everywhere.includes(look) || main.test(path));
    const isDoor = ([path]: readonly [string, string]) =>
      /^\/(sign-in|setup|join|reset)$/.test(path);
    const [doors, inside] = [all.filter(isDoor), all.filter((one) => !isDoor(one))];
    const faults = [
      ...(await faultsOf(look, null, addressesOf(doors))),
      ...(await faultsOf(look, cookie, addressesOf(inside))),
    ];
    assert.deepEqual(faults, []);
  });
}

for (const look of everywhere) {
  test(`no public page has a fault: ${describe(look)}`, async () => {
    const pages = [...publicAddresses(thread)].filter(([name]) => name !== 'nothing here');
    const addresses = addressesOf(pages).map((address) => `${address}?lang=${look.language}`);
    assert.deepEqual(await faultsOf(look, null, addresses), []);
  });
}

test('no screen of an empty desk has a fault', async () => {
  const { cookie } = await house.emptyDesk();
  const look = { width: 390, theme: 'light', language: 'en' } as const;
  const paths = (await registeredPaths()).filter(
    (path) => !/\$|^\/(sign-in|setup|join|reset|style)$/.test(path),
  );
  assert.deepEqual(await faultsOf(look, cookie, paths), []);
});

test('these tests see a fault where there is one', async () => {
  await using window = await visit(browser, house.url);
  await window.open('/d/lagoon');
  const image = '<img src="data:," width="3000" height="9">';
  await window.page.setContent(`<html lang="en"><h1>Faulty</h1><main>${image}</main></html>`);
  const faults = await accessibilityFaults(window.page);
  assert.ok(
    faults.some((fault) => fault.startsWith('image-alt')),
    faults.join('\n'),
  );
  assert.match((await overflow(window.page)) ?? '', /^\d+px too wide: <img/);
});

function addressesOf(pairs: readonly (readonly [string, string])[]): string[] {
  return pairs.map(([, address]) => address);
}

/** All that is wrong with these addresses in one look; a few windows share the work. */
async function faultsOf(
  look: Look & { readonly language: 'en' | 'ur' },
  cookie: string | null,
  addresses: readonly string[],
): Promise<string[]> {
  const left = [...addresses];
  const faults: string[] = [];
  const work = async () => {
    await using window = await visit(browser, house.url, {
      ...look,
      ...(cookie === null ? {} : { cookie }),
    });
    for (let next = left.shift(); next !== undefined; next = left.shift())
      faults.push(...(await faultsAt(window, next, look)));
  };
  await Promise.all(Array.from({ length: Math.min(3, addresses.length) }, work));
  return faults;
}

/** All that is wrong with one screen in one look. */
async function faultsAt(
  window: Visit,
  address: string,
  look: { readonly language: 'en' | 'ur' },
): Promise<string[]> {
  await window.open(address);
  const { page } = window;
  const root = page.locator('html');
  const found = await accessibilityFaults(page);
  const over = await overflow(page);
  if (over !== null) found.push(over);
  const [language, direction] = [await root.getAttribute('lang'), await root.getAttribute('dir')];
  if (language !== look.language) found.push(`its language is ${language}`);
  if ((direction ?? 'ltr') !== directions[look.language]) found.push(`it runs ${direction}`);
  found.push(...window.complaints.splice(0));
  return found.map((fault) => `${address}: ${fault}`);
}

function describe({ width, theme, language }: Look): string {
  return `${width} wide, ${theme}, ${language}`;
}
