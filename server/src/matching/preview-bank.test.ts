/** What a bank would find, before it is switched on: the same as it finds afterwards, and nothing is changed by asking. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, test } from 'node:test';
import { ApiProblem, type Client } from '@commonweal/client';
import type { Bank, BankPreview, EntryType } from '@commonweal/contract';
import * as fc from 'fast-check';
import { asSharp, drawPicture } from '../../../packages/fingerprint/src/pdq/pictures.test-data.ts';
import { changesSince, digestRows, everyTable } from '../adversary/testing/every-table.ts';
import { envelope } from '../intake/refused-files.test-data.ts';
import { startTestHouse } from '../testing/start-test-desk.ts';
import { previewBank } from './preview-bank.ts';

const house = await startTestHouse();
after(() => house[Symbol.asyncDispose]());
const tables = await everyTable(house.database);

/** A desk with a platform that hands items in. */
async function aDesk(slug: string) {
  const desk = await house.openDesk(slug);
  return { ...desk, platform: await desk.keyed(['items:write', 'items:read']) };
}

const desk = await aDesk('reef');
const { analyst, senior, moderator } = desk.people;

let banks = 0;
const aBank = (client: Client, kind: Bank['kind'], on = false) =>
  client.createBank({
    body: { name: `Bank ${++banks}`, kind, description: '', source: 'Invented Lab', on },
  });

async function addEntry(client: Client, { bank_id }: Bank, type: EntryType, value: string) {
  const entry = { type, value, label: 'march', source: 'Invented Lab' };
  return client.addBankEntry({ params: { bank_id }, body: entry });
}

let posts = 0;
const post = (client: Client, text: string) =>
  client.createItem({
    body: { external_id: `post-${++posts}`, kind: 'post', surface: 'open', text },
  });

const preview = (client: Client, { bank_id }: Bank, body = {}): Promise<BankPreview> =>
  client.previewBank({ params: { bank_id }, body });

const refused = (code: string) => (error: unknown) =>
  error instanceof ApiProblem && error.problem['code'] === code;

test('a bank that is off says what it would find, by entry, and changes nothing', async () => {
  const bank = await aBank(analyst.client, 'phrase');
  const march = await addEntry(analyst.client, bank, 'phrase', 'the lantern march begins');
  await addEntry(analyst.client, bank, 'phrase', 'never written by anybody');
  const known = await post(desk.platform, 'Tonight the lantern march begins, bring oil.');
  await post(desk.platform, 'Low water is at six.');
  assert.equal(known.verdict, 'clear');
  const before = await digestRows(house.database, tables);
  const seen = await preview(senior.client, bank);
  assert.deepEqual(await changesSince(house.database, tables, before), []);
  assert.deepEqual([seen.found, seen.fresh, seen.entries_found, seen.stopped], [1, 1, 1, null]);
  const [entry] = seen.entries;
  assert.deepEqual(
    [entry?.bank_entry_id, entry?.items, entry?.wide, entry?.confirmed],
    [march.bank_entry_id, 1, false, false],
  );
  const [example] = seen.examples ?? [];
  assert.equal(example?.item_id, known.item_id);
  const [match] = example.matches;
  assert.equal(example.text?.slice(match?.start ?? 0, match?.end ?? 0), 'the lantern march begins');
  assert.equal(
    (await post(desk.platform, 'the lantern march begins')).verdict,
    'clear',
    'it is off',
  );
});

test('pictures are compared by what they look like, from what was kept of them', async () => {
  const send = async (number: number) => {
    const bytes = await asSharp(drawPicture(number, 900, 600))
      .jpeg()
      .toBuffer();
    const form = new FormData();
    form.set('item', JSON.stringify(envelope()));
    form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'file');
    const { item_id } = await desk.platform.createItem({ body: {} as never, raw: { body: form } });
    return desk.platform.readItem({ params: { item_id } });
  };
  const [one] = await Promise.all([send(1), send(2)]);
  const bank = await aBank(analyst.client, 'hash');
  await addEntry(analyst.client, bank, 'pdq', one.files[0]?.pdq?.hash ?? assert.fail('no hash'));
  const seen = await preview(analyst.client, bank);
  assert.deepEqual(
    seen.examples?.map(({ item_id }) => item_id),
    [one.item_id],
  );
  assert.equal(seen.examples[0]?.matches[0]?.because?.code, 'picture');
});

test('an entry that is found everywhere is called wide; what waits already is not fresh', async () => {
  const dune = await aDesk('dune');
  const { client } = dune.administrator;
  const known = await aBank(client, 'phrase', true);
  await addEntry(client, known, 'phrase', 'salt and iron oath');
  await post(dune.platform, 'salt and iron oath, and the harbour market');
  for (let at = 0; at < 6; at++) await post(dune.platform, `the harbour market, day ${at}`);
  const bank = await aBank(client, 'phrase');
  await addEntry(client, bank, 'phrase', 'the harbour market');
  const seen = await preview(client, bank);
  assert.deepEqual([seen.looked_at, seen.found, seen.fresh], [7, 7, 6]);
  assert.equal(seen.entries[0]?.wide, true);
  assert.notEqual(seen.examples?.find(({ verdict }) => verdict === 'review')?.case_id, null);
  const short = await preview(client, bank, { most: 3 });
  assert.deepEqual([short.looked_at, short.stopped], [3, 'most']);
});

test('a preview finds what is found once the bank is on', async () => {
  const cove = await aDesk('cove');
  const { client } = cove.administrator;
  const word = fc.constantFrom('lantern', 'oath', 'harbour', 'salt', 'iron', 'tide', 'drum');
  const words = (least: number, most: number) =>
    fc.array(word, { minLength: least, maxLength: most }).map((all) => all.join(' '));
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(words(3, 4), { minLength: 1, maxLength: 6 }),
      fc.uniqueArray(words(3, 12), { minLength: 1, maxLength: 8 }),
      async (phrases, texts) => {
        const bank = await aBank(client, 'phrase');
        const run = createHash('sha256').update(bank.bank_id).digest('hex').slice(0, 12);
        for (const phrase of phrases) await addEntry(client, bank, 'phrase', phrase);
        const items = await Promise.all(texts.map((text) => post(cove.platform, `${run} ${text}`)));
        const seen = await preview(client, bank, { days: 1 });
        const { bank_id } = bank;
        const change = (on: boolean) =>
          client.switchBank({ params: { bank_id }, body: { on, reason: 'as previewed' } });
        await change(true);
        const again = await Promise.all(
          texts.map((text) => post(cove.platform, `${run} ${text} `)),
        );
        await change(false);
        const of = (ids: readonly (string | null)[]) =>
          ids.toSorted((a, b) => String(a).localeCompare(String(b)));
        for (const [at, { signals }] of again.entries()) {
          const example = seen.examples?.find(({ item_id }) => item_id === items[at]?.item_id);
          if (example === undefined && (seen.examples?.length ?? 0) === 20) continue;
          const expected = signals.slice(0, 5).map(({ reference_id }) => reference_id);
          const found = (example?.matches ?? []).map(({ reference_id }) => reference_id);
          assert.deepEqual(of(found), of(expected));
        }
      },
    ),
    { numRuns: 12 },
  );
});

test('one preview of a desk at a time; other desks do not wait', async () => {
  const bank = await aBank(analyst.client, 'phrase');
  const elsewhere = await house.openDesk('bight');
  const other = await aBank(elsewhere.administrator.client, 'phrase');
  // The first preview is held where it reads its bank.
  const begun = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  let asked = 0;
  const database: typeof house.database = {
    ...house.database,
    inDesk: async (...question) => {
      if (++asked === 2) {
        begun.resolve();
        await held.promise;
      }
      return house.database.inDesk(...question);
    },
  };
  const ask = (deskId: string, { bank_id }: Bank) =>
    previewBank(
      { ...house.platform, database },
      deskId,
      bank_id,
      { days: 1, most: 10 },
      { items: true, cases: false },
      () => Promise.resolve(new Map()),
    );
  const first = ask(desk.deskId, bank);
  await begun.promise;
  await assert.rejects(ask(desk.deskId, bank), /A preview is under way/);
  await ask(elsewhere.deskId, other);
  held.resolve();
  await first;
  await ask(desk.deskId, bank);
});

test('others do not see a desk’s banks, and who may not read items sees none', async () => {
  const bank = await aBank(analyst.client, 'phrase');
  await addEntry(analyst.client, bank, 'phrase', 'low water is at six');
  const elsewhere = await house.openDesk('shoal');
  await assert.rejects(preview(elsewhere.people.analyst.client, bank), refused('no-such-thing'));
  await assert.rejects(preview(moderator.client, bank), refused('needs-role'));
  const program = await desk.keyed(['banks:write']);
  const seen = await preview(program, bank);
  assert.equal(seen.examples, null);
  assert.ok(seen.found > 0);
});

test('an empty bank, and a desk without items, find nothing', async () => {
  const empty = await aBank(analyst.client, 'url');
  assert.equal((await preview(analyst.client, empty)).found, 0);
  const quiet = await house.openDesk('quiet');
  const bank = await aBank(quiet.administrator.client, 'phrase');
  const seen = await preview(quiet.administrator.client, bank);
  assert.deepEqual([seen.looked_at, seen.oldest_at, seen.entries], [0, null, []]);
});

test('how far back is said in days', async () => {
  const cape = await aDesk('cape');
  const program = await cape.keyed(['banks:write', 'items:read']);
  const bank = await aBank(program, 'phrase');
  await addEntry(program, bank, 'phrase', 'the drum of the salt gate');
  await post(cape.platform, 'We heard the drum of the salt gate.');
  house.clock.advance(3 * 86_400_000);
  assert.equal((await preview(program, bank, { days: 2 })).looked_at, 0);
  assert.equal((await preview(program, bank, { days: 4 })).found, 1);
});
