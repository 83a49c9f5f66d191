import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Browser, CDPSession } from 'playwright-core';
import { press, write } from './act.ts';
import { openBrowser } from './browser.ts';
import { startHouse, type House } from './house.ts';
import { steps } from './steps.ts';
import { settle, visit, type Visit } from './visit.ts';
import { accessibilityFaults } from './watch.ts';

let house: House;
let browser: Browser;
let desk: Visit;
let device: Device;

const step = steps(() => desk?.page);

before(async () => {
  [house, browser] = await Promise.all([startHouse(), openBrowser()]);
  const { cookie } = await house.emptyDesk();
  desk = await visit(browser, house.url, { cookie });
  device = await plugIn(desk);
});
after(async () => {
  await desk[Symbol.asyncDispose]();
  await browser.close();
  await house[Symbol.asyncDispose]();
});

step('a passkey is added', async () => {
  const { page } = desk;
  await desk.open('/account');
  await press(page, 'Add a passkey');
  const window = page.getByRole('dialog');
  await write(window, 'Name', 'Work laptop');
  assert.deepEqual(await accessibilityFaults(page), []);
  await press(window, 'Go on');
  await page.getByRole('rowheader', { name: 'Work laptop' }).waitFor();
  assert.equal((await device.credentials()).length, 1);
});

step('the same device is not added twice', async () => {
  const { page } = desk;
  await press(page, 'Add a passkey');
  const window = page.getByRole('dialog');
  await write(window, 'Name', 'Work laptop again');
  await press(window, 'Go on');
  await page.getByText('Your device made no passkey').waitFor();
  assert.equal((await device.credentials()).length, 1);
  await press(window, 'Go back');
});

step('it signs her in, with nothing typed', async () => {
  const { page } = desk;
  await desk.context.clearCookies();
  await desk.open('/sign-in');
  await press(page, 'Sign in with a passkey');
  await page.getByRole('heading', { level: 1, name: /^Welcome/ }).waitFor();
  const [credential] = await device.credentials();
  assert.ok((credential?.signCount ?? 0) > 0, 'the device signed');
  await desk.open('/account');
  const row = page.getByRole('row', { name: /Work laptop/ });
  assert.doesNotMatch(await row.innerText(), /Never/);
});

step('a device that does not know its user opens nothing', async () => {
  const { page } = desk;
  await desk.context.clearCookies();
  await device.recognise(false);
  await desk.open('/sign-in');
  await press(page, 'Sign in with a passkey');
  await page.getByText('No passkey was used').waitFor();
  assert.deepEqual(await accessibilityFaults(page), []);
  await device.recognise(true);
});

step('removed, it no longer opens the account', async () => {
  const { page } = desk;
  await press(page, 'Sign in with a passkey');
  await page.getByRole('heading', { level: 1, name: /^Welcome/ }).waitFor();
  await desk.open('/account');
  await press(page, 'Remove Work laptop');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByText('No passkey yet').waitFor();
  await desk.context.clearCookies();
  await desk.open('/sign-in');
  const refused = page.waitForResponse((reply) => reply.status() === 401);
  await press(page, 'Sign in with a passkey');
  await refused;
  await page.getByText('This passkey opens nothing at this desk').waitFor();
  await settle(page);
  // The browser writes the refusal that was asked for into its console; nothing else went wrong.
  assert.deepEqual(
    desk.complaints.filter((said) => !/status of 401/.test(said)),
    [],
  );
});

/** An authenticator inside the browser, as a laptop has one. */
interface Device {
  credentials(): Promise<readonly { readonly signCount: number }[]>;
  /** Whether it recognises its user's finger from now on. */
  recognise(does: boolean): Promise<void>;
}

/** Gives a window a virtual authenticator (WebAuthn Level 3, section 11). */
async function plugIn({ context, page }: Visit): Promise<Device> {
  const session: CDPSession = await context.newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    credentials: async () =>
      (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    recognise: async (does) => {
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: does });
    },
  };
}
