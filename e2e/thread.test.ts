import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Browser } from 'playwright-core';
import { createClient, type Client } from '../packages/client/src/index.ts';
import { appealText, knownPhrase, posts } from '../server/src/command-line/demo/invented.ts';
import { eventually } from '../server/src/command-line/demo/promised.ts';
import { choose, enterByPassword, press, tick, write } from './act.ts';
import { answerLaw, answerNecessity, answerProtections, facts } from './answer-questions.ts';
import { openBrowser } from './browser.ts';
import { startHouse, type House } from './house.ts';
import { steps } from './steps.ts';
import { visit, type Visit } from './visit.ts';

const password = 'four words that differ greatly';
const ilse = { name: 'Ilse Verhoeckt', email: 'ilse@lagoon.example', password };
const mirre = { name: 'Mirre Lathamme', email: 'mirre@lagoon.example', password };
const answer =
  'The next post shows that the leaflet was discussed as a warning in a class. It goes back up.';

let house: House;
let browser: Browser;
/** The administrator's window, open from the first step to the last. */
let desk: Visit;
let platform: Client;
let noticeUrl = '';

const step = steps(() => desk?.page);

before(async () => {
  [house, browser] = await Promise.all([startHouse(), openBrowser()]);
  desk = await visit(browser, house.url);
});
after(async () => {
  await desk[Symbol.asyncDispose]();
  await browser.close();
  await house[Symbol.asyncDispose]();
});

step('the one-time link makes the desk', async () => {
  const { page } = desk;
  await desk.open(await house.setupLink());
  await write(page, 'Name of the desk', 'Lagoon');
  await choose(page, 'What kind of desk it is', 'A platform');
  await write(page, 'Your name', ilse.name);
  await write(page, 'E-mail address', ilse.email);
  await write(page, 'Password', password);
  await press(page, 'Set up the desk');
  await page.getByRole('heading', { level: 1, name: `Welcome, ${ilse.name}` }).waitFor();
  assert.equal(new URL(page.url()).hash, '', 'the link does not stay in the address');
});

step('the default rules are read and published', async () => {
  const { page } = desk;
  await desk.open('/policy');
  await press(page, 'Start from the default set');
  await press(page, 'Publish…');
  await press(page.getByRole('dialog'), 'Publish for good');
  await page.getByText('In force', { exact: true }).first().waitFor();
});

step('a known phrase goes into a bank', async () => {
  const { page } = desk;
  await desk.open('/banks');
  await press(page, 'Make a bank');
  const window = page.getByRole('dialog');
  await write(window, 'Name', 'Slogans');
  await choose(window, 'What it holds', 'Phrases');
  await write(window, 'Source', 'Harbour Watch, an invented partner');
  await press(window, 'Make it');
  await page.getByRole('heading', { level: 1, name: 'Slogans' }).waitFor();
  await press(page, 'Add an entry');
  await write(window, 'Value', knownPhrase);
  await write(window, /^Caption/, 'Slogan used to recruit');
  await press(window, 'Add');
  await page.getByRole('cell', { name: 'Slogan used to recruit', exact: true }).waitFor();
});

step('somebody else is invited and joins, to hear appeals', async () => {
  const { page } = desk;
  await desk.open('/people');
  await press(page, 'Invite somebody');
  const window = page.getByRole('dialog');
  await write(window, 'E-mail', mirre.email);
  await tick(window, /^Roles/, 'Appeals');
  await press(window, 'Make the link');
  const link = await page.getByText(`${house.url}/join#`).innerText();
  await using hers = await visit(browser, house.url);
  await hers.open(link.trim());
  await write(hers.page, 'Your name', mirre.name);
  await write(hers.page, 'Password', password);
  await press(hers.page, /^Join/);
  await hers.page.getByRole('heading', { level: 1, name: `Welcome, ${mirre.name}` }).waitFor();
});

step('the platform hands in a post, and it waits in the queue', async () => {
  await connectPlatform();
  const { id, actor, title, text } = posts.known;
  const item = await platform.createItem({
    body: {
      external_id: id,
      kind: 'post',
      surface: 'open',
      posted_at: new Date().toISOString(),
      url: `https://lagoon.example/p/${id}`,
      title,
      text,
      language: 'en',
      actor: { external_id: actor },
    },
  });
  assert.equal(item.verdict, 'review');
  const { page } = desk;
  await desk.open('/queue');
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('heading', { level: 1, name: 'Case about an item' }).waitFor();
  await page.locator('mark').filter({ hasText: knownPhrase }).waitFor();
});

step('a hasty removal is not let through, and what is missing is said', async () => {
  const { page } = desk;
  await press(page, 'Take this case');
  await page.getByText('You hold this case.').waitFor();
  await choose(page, 'What is to be done?', 'A measure');
  await press(page, 'Next question');
  await choose(page, 'The measure, lightest first', 'Remove');
  const decide = page.getByRole('button', { name: 'Decide: Remove' });
  await page.getByText(/\d+ answers are missing or do not hold/).waitFor();
  await decide.click();
  await page.getByRole('heading', { name: /Is the rule clear, published/ }).waitFor();
  await page
    .getByText(/missing/)
    .first()
    .waitFor();
  assert.equal(await page.getByRole('alertdialog').count(), 0, 'nothing is asked to be confirmed');
  assert.equal(house.receiver.standingOf(posts.known.id), 'visible');
});

step('all three questions answered, it passes and the platform is told', async () => {
  const { page } = desk;
  await answerLaw(page);
  await press(page, 'Next question');
  await answerNecessity(page);
  await press(page, 'Next question');
  await answerProtections(page);
  await page.getByText('Then it goes to the platform, and the person is told.').waitFor();
  await press(page, 'Decide: Remove');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Decide', exact: true }).click();
  await page.getByText('Decided: Remove').waitFor();
  noticeUrl = (await page.getByText(`${house.url}/n/`).first().innerText()).trim();
  await eventually('the platform removes the post', () =>
    house.receiver.standingOf(posts.known.id) === 'gone' ? true : null,
  );
  assert.ok(house.receiver.messages.every((message) => message.verified));
});

step('the person reads the notice and appeals, without any script', async () => {
  await using hers = await visit(browser, house.url, { script: false, width: 390, height: 844 });
  const { page } = hers;
  await hers.open(noticeUrl);
  await page.getByRole('heading', { level: 1, name: 'We removed something you posted' }).waitFor();
  await page.getByText(facts).waitFor();
  await write(page, 'Why is the decision wrong?', appealText);
  await press(page, 'Send the appeal');
  await page.getByText('We received the appeal:').waitFor();
  assert.deepEqual(hers.scripts, []);
  assert.deepEqual(hers.complaints, []);
});

step('whoever decided cannot hear the appeal; somebody else overturns it', async () => {
  await desk.open('/appeals');
  await desk.page.getByRole('link', { name: posts.known.title }).click();
  await desk.page.getByText('You cannot hear this appeal').waitFor();

  await using hers = await visit(browser, house.url);
  const { page } = hers;
  await hers.open('/appeals');
  await enterByPassword(page, mirre);
  await page.getByRole('link', { name: posts.known.title }).click();
  await page.getByText(appealText).waitFor();
  await choose(page, 'Does the decision stand?', 'Overturn');
  await write(page, 'Reasons', answer);
  await press(page, 'Answer the appeal');
  await press(page.getByRole('alertdialog'), 'Overturn');
  await page.getByText('Decision overturned').first().waitFor();
  await eventually('the platform shows the post again', () =>
    house.receiver.standingOf(posts.known.id) === 'visible' ? true : null,
  );
  assert.deepEqual(hers.complaints, []);
});

step('the notice tells the answer; the numbers and the ledger account for it', async () => {
  await using anybody = await visit(browser, house.url, { script: false });
  const { page } = anybody;
  await anybody.open(noticeUrl);
  await page.getByText('The appeal succeeded').first().waitFor();
  await page.getByText(answer).waitFor();
  await anybody.open('/d/lagoon/transparency');
  const overturned = page.getByRole('row', { name: 'Succeeded: we were wrong' });
  assert.match(await overturned.innerText(), /\b1\b/);
  await anybody.open('/d/lagoon/ledger');
  await page.getByRole('heading', { level: 1, name: 'Check our record' }).waitFor();
  await page.getByText('commonweal ledger verify').waitFor();
  assert.deepEqual(anybody.scripts, []);
  assert.deepEqual(desk.complaints, []);
});

/** What an integrator sets up by the API, with the session that the browser holds. */
async function connectPlatform(): Promise<void> {
  const cookies = await desk.context.cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const headers = { cookie };
  const { csrf } = await createClient({ baseUrl: house.url, headers }).readSession();
  const client = createClient({ baseUrl: house.url, headers, csrf: () => csrf });
  await client.updateDesk({ body: { allow_private_endpoints: true } });
  const { secret: apiKey } = await client.createApiKey({
    body: { name: 'Forum', scopes: ['items:write', 'measures:read', 'receipts:write'] },
  });
  platform = createClient({ baseUrl: house.url, apiKey });
  const { endpoint, secret } = await client.createEndpoint({
    body: { name: 'Forum', url: house.receiver.url },
  });
  house.receiver.connect({ secret, publicKey: endpoint.public_key, desk: platform });
}
