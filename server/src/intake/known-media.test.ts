/** From an entry of a bank to a signal on another desk's platform: what looks like it is found, and why. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { BankEntry, Item, ItemReply } from '@commonweal/contract';
import { fingerprintVideo, listFrames, tlshOf, writeFrameJson } from '@commonweal/fingerprint';
import sharp, { type Sharp } from 'sharp';
import { asSharp, drawPicture } from '../../../packages/fingerprint/src/pdq/pictures.test-data.ts';
import { makeVideo } from '../../../packages/fingerprint/src/video/videos.test-data.ts';
import { createJudge } from '../judge-items.ts';
import { startTestHouse } from '../testing/start-test-desk.ts';
import { hashOwedFiles } from './hash-owed-files.ts';
import { envelope } from './refused-files.test-data.ts';

const house = await startTestHouse();
after(() => house[Symbol.asyncDispose]());
const judge = createJudge(house.platform);
const desk = await house.openDesk('reef');
const other = await house.openDesk('dune');
const platform = await desk.keyed(['items:write', 'items:read']);
const elsewhere = await other.keyed(['items:write', 'items:read']);

const bank = await desk.administrator.client.createBank({
  body: { name: 'Known media', kind: 'hash', description: '', source: 'Invented Lab' },
});

/** An entry that one person added and another confirmed. */
async function addEntry(type: BankEntry['type'], value: string): Promise<BankEntry> {
  const { bank_id } = bank;
  const { bank_entry_id, version } = await desk.administrator.client.addBankEntry({
    params: { bank_id },
    body: { type, value, label: 'march', source: 'Invented Lab', severity: 4 },
  });
  return desk.people.senior.client.confirmBankEntry({
    params: { bank_id, bank_entry_id },
    body: { version },
  });
}

function send(bytes: Buffer, type: string, client = platform): Promise<ItemReply> {
  const form = new FormData();
  form.set('item', JSON.stringify(envelope()));
  form.append('file', new Blob([new Uint8Array(bytes)], { type }), 'file');
  return client.createItem({ body: {} as never, raw: { body: form } });
}

async function readItem(itemId: string): Promise<Item> {
  return platform.readItem({ params: { item_id: itemId } });
}

const drawing = (number: number) => asSharp(drawPicture(number, 900, 600));
const sendPicture = async (image: Sharp, client = platform) =>
  send(await image.jpeg({ quality: 70 }).toBuffer(), 'image/jpeg', client);

/** The hash of a picture as the desk shows it for one that was handed in. */
async function pdqOf(image: Sharp): Promise<string> {
  const { item_id } = await sendPicture(image);
  return (await readItem(item_id)).files[0]?.pdq?.hash ?? assert.fail('no hash');
}

test('a copy that is encoded anew, smaller and turned is found, with the reason; another picture is not', async () => {
  const entry = await addEntry('pdq', await pdqOf(drawing(1)));
  const smaller = await drawing(1).resize(450, 300).webp({ quality: 60 }).toBuffer();
  const answer = await sendPicture(sharp(smaller).rotate(90));
  assert.equal(answer.verdict, 'review');
  const [signal, ...more] = answer.signals;
  assert.deepEqual(more, []);
  assert.ok(signal?.because?.code === 'picture');
  const { distance } = signal.because;
  assert.ok(distance <= 31);
  assert.deepEqual(
    [signal.kind, signal.strength, signal.field, signal.reference_id, signal.disputed],
    ['picture', 'match', 'files/0', entry.bank_entry_id, false],
  );
  assert.deepEqual(signal.because, {
    code: 'picture',
    field: 'files/0',
    count: 1,
    further: 0,
    bank: 'Known media',
    source: 'Invented Lab',
    disputed: false,
    distance,
    turned: 'rotated90',
    frame: null,
    seconds: null,
    known_seconds: null,
  });
  assert.equal(
    signal.explanation,
    `The picture in file 1 looks like one on the bank “Known media” (source: Invented Lab): ${distance} of 256 bits differ. It is the same when turned by 90°, against the clock.`,
  );
  const { queue, priority } = await desk.people.moderator.client
    .readCase({ params: { case_id: answer.case_id ?? '' } })
    .then((view) => view.case);
  assert.deepEqual([queue, priority], ['known', 80]);

  assert.equal((await sendPicture(drawing(2))).verdict, 'clear');
  assert.equal((await sendPicture(drawing(1), elsewhere)).verdict, 'clear');
});

const copies: Readonly<
  Record<string, readonly [turned: string, type: string, copy: () => Promise<Buffer>]>
> = {
  'as JPEG of quality 60': [
    'original',
    'image/jpeg',
    () => drawing(5).jpeg({ quality: 60 }).toBuffer(),
  ],
  'as WebP': ['original', 'image/webp', () => drawing(5).webp({ quality: 60 }).toBuffer()],
  'at half the size': [
    'original',
    'image/jpeg',
    () => drawing(5).resize(450, 300).jpeg().toBuffer(),
  ],
  'turned by 90°': ['rotated90', 'image/jpeg', () => drawing(5).rotate(90).jpeg().toBuffer()],
};
test('each kind of copy becomes a case that says how far it is and how it is turned', async (t) => {
  const entry = await addEntry('pdq', await pdqOf(drawing(5)));
  for (const [how, [turned, type, copy]] of Object.entries(copies))
    await t.test(how, async () => {
      const { verdict, case_id } = await send(await copy(), type);
      assert.equal(verdict, 'review');
      const { signals } = await desk.people.moderator.client.readCase({
        params: { case_id: case_id ?? '' },
      });
      assert.deepEqual(
        signals.map(({ reference_id }) => reference_id),
        [entry.bank_entry_id],
      );
      const because = signals[0]?.because;
      assert.ok(because?.code === 'picture');
      assert.equal(because.turned, turned);
      assert.ok(because.distance <= 31, String(because.distance));
    });
  assert.equal((await sendPicture(drawing(6))).verdict, 'clear');
});

test('what is withdrawn or disputed no longer matches, or says so', async () => {
  const entry = await addEntry('pdq', await pdqOf(drawing(3)));
  const change = async (status: BankEntry['status'], version: number) =>
    desk.administrator.client.changeBankEntry({
      params: { bank_id: bank.bank_id, bank_entry_id: entry.bank_entry_id },
      body: { version, status, reason: 'as the source says' },
    });
  await change('disputed', entry.version);
  const [signal] = (await sendPicture(drawing(3))).signals;
  assert.equal(signal?.disputed, true);
  assert.match(signal.explanation, /The entry is disputed\.$/);
  await change('withdrawn', entry.version + 1);
  assert.deepEqual((await sendPicture(drawing(3).flop())).signals, []);
  await change('active', entry.version + 2);
  assert.equal((await sendPicture(drawing(3).flop())).signals.length, 1);
});

test('a clip of a known video is judged after its answer, and says which stretch it is', async () => {
  const known = await fingerprintVideo(
    await makeVideo([
      [11, 30],
      [12, 30],
      [13, 30],
    ]),
  );
  await addEntry('vpdq', writeFrameJson(listFrames(known)));
  const clip = await makeVideo([
    [12, 30],
    [13, 30],
  ]);
  const answer = await send(clip, 'video/mp4');
  const there = await send(clip, 'video/mp4', elsewhere);
  assert.deepEqual([answer.verdict, answer.files?.[0]?.hashing], ['clear', 'pending']);
  const unrelated = await send(await makeVideo([[21, 30]]), 'video/mp4');
  await hashOwedFiles(house.platform, judge);
  const item = await readItem(answer.item_id);
  assert.equal(item.verdict, 'review');
  assert.ok(item.case_id);
  const [signal] = item.signals;
  assert.ok(signal?.because?.code === 'video');
  const { found, known_found: knownFound, overlaps } = signal.because;
  assert.equal(found, 100);
  assert.ok(knownFound > 50 && knownFound < 80, String(knownFound));
  assert.deepEqual(overlaps[0]?.file.from, 0);
  assert.deepEqual(overlaps[0]?.known.from, 3);
  assert.match(signal.explanation, /^100 % of the video in file 1 is in a video on the bank/);
  assert.equal((await readItem(unrelated.item_id)).verdict, 'clear');
  const theirs = await elsewhere.readItem({ params: { item_id: there.item_id } });
  assert.deepEqual([theirs.verdict, theirs.files[0]?.hashing], ['clear', 'done']);
});

test('a still of a known video is found in a picture, and a known picture in a video', async () => {
  const still = await sendPicture(asSharp(drawPicture(13, 320, 240)));
  const shown = still.signals[0]?.because;
  assert.ok(shown?.code === 'picture');
  assert.ok((shown.known_seconds ?? 0) >= 6);
  await addEntry('pdq', await pdqOf(asSharp(drawPicture(15, 320, 240))));
  const video = await makeVideo([
    [14, 30],
    [15, 30],
  ]);
  const { item_id: id } = await send(video, 'video/mp4');
  await hashOwedFiles(house.platform, judge);
  const because = (await readItem(id)).signals[0]?.because;
  assert.ok(because?.code === 'picture');
  assert.ok((because.seconds ?? 0) >= 3);
});

test('a text that reads like a known one is a signal, and no more than similar', async () => {
  const text = Array.from({ length: 30 }, (_, at) => `Word${at * 7919} of the invented oath`).join(
    ' ',
  );
  await addEntry('tlsh', tlshOf(text) ?? assert.fail('too short'));
  const post = (words: string) => platform.createItem({ body: envelope({ text: words }) as never });
  const answer = await post(text.replace('Word7919', 'Other'));
  const [signal] = answer.signals;
  assert.deepEqual([signal?.kind, signal?.strength], ['near_text', 'similar']);
  assert.match(
    signal?.explanation ?? '',
    /TLSH distance \d+, of 30 at most\. It may say something else/,
  );
  assert.equal(
    (await post('The ferry leaves at six from the second pier, as on every Sunday of the year.'))
      .verdict,
    'clear',
  );
});

test('a list with digests of all kinds is taken in at once', async () => {
  const hash = await pdqOf(drawing(7));
  const rows = [
    'type,value,source',
    `pdq,"${hash},90",Invented Lab`,
    `sha1,${'ab'.repeat(20)},Invented Lab`,
    `tlsh,T1${'CD'.repeat(35)},Invented Lab`,
  ];
  const taken = await desk.administrator.client.importBankEntries({
    params: { bank_id: bank.bank_id },
    body: { csv: rows.join('\n') },
  });
  assert.deepEqual(taken, { added: 3, already_there: 0 });
  assert.equal((await sendPicture(drawing(7))).signals.length, 1);
  const known = await platform.createItem({
    body: envelope({ files: [{ sha1: 'ab'.repeat(20) }] }) as never,
  });
  assert.deepEqual(
    known.signals.map(({ because }) => because?.code),
    ['digest'],
  );
});
