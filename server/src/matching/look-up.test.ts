/** What is known of something, asked by a person or a program: all of it, to the right ones, and nothing stays. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ApiProblem } from '@commonweal/client';
import type { Bank, BankEntry, BankKind, LookupReply } from '@commonweal/contract';
import { fingerprintVideo, listFrames, tlshOf, writeFrameJson } from '@commonweal/fingerprint';
import sharp from 'sharp';
import { asSharp, drawPicture } from '../../../packages/fingerprint/src/pdq/pictures.test-data.ts';
import { makeVideo } from '../../../packages/fingerprint/src/video/videos.test-data.ts';
import { changesSince, digestRows, everyTable } from '../adversary/testing/every-table.ts';
import { startTestHouse } from '../testing/start-test-desk.ts';

const house = await startTestHouse();
after(() => house[Symbol.asyncDispose]());
const desk = await house.openDesk('reef');
const other = await house.openDesk('dune');
const { moderator, senior, analyst } = desk.people;
const platform = await desk.keyed(['items:write', 'items:read']);
const tables = await everyTable(house.database);

const aBank = (kind: BankKind) =>
  desk.administrator.client.createBank({
    body: { name: `Known ${kind}s`, kind, description: '', source: 'Invented Lab' },
  });
const banks = { hash: await aBank('hash'), url: await aBank('url'), phrase: await aBank('phrase') };

/** An entry that one person added and another confirmed. */
async function addEntry(bank: Bank, type: BankEntry['type'], value: string): Promise<BankEntry> {
  const { bank_id } = bank;
  const { bank_entry_id, version } = await desk.administrator.client.addBankEntry({
    params: { bank_id },
    body: { type, value, label: 'march', source: 'Invented Lab', severity: 4 },
  });
  return senior.client.confirmBankEntry({
    params: { bank_id, bank_entry_id },
    body: { version },
  });
}

async function setStatus(entry: BankEntry, status: BankEntry['status'], reason: string) {
  const { bank_id, bank_entry_id, version } = entry;
  const body = { version, status, reason };
  await analyst.client.changeBankEntry({ params: { bank_id, bank_entry_id }, body });
}

interface File {
  readonly bytes: Buffer | string;
  readonly type?: string;
  readonly field?: string;
}

function formOf(...files: readonly File[]): FormData {
  const form = new FormData();
  for (const { bytes, type = 'image/jpeg', field = 'file' } of files) {
    const part = typeof bytes === 'string' ? bytes : new Uint8Array(bytes);
    form.append(field, new Blob([part], { type }), 'file');
  }
  return form;
}

function lookUpFile(bytes: Buffer, type?: string, client = moderator.client) {
  const body = formOf({ bytes, ...(type !== undefined && { type }) });
  return client.lookUp({ body: {}, raw: { body } });
}

const lookUp = (body: { hash?: string; url?: string; text?: string }, client = moderator.client) =>
  client.lookUp({ body });

function send(item: object, ...files: readonly File[]) {
  const form = formOf(...files);
  form.set('item', JSON.stringify(item));
  return platform.createItem({ body: {} as never, raw: { body: form } });
}

/** All files the server holds, also those still on the way in. */
async function heldFiles(): Promise<string[]> {
  const folder = join(house.platform.config.dataDir, 'blobs');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.flatMap((entry) => (entry.isFile() ? [entry.name] : [])).toSorted();
}

const drawing = (number: number) => asSharp(drawPicture(number, 900, 600));
const jpegOf = (number: number) => drawing(number).jpeg({ quality: 85 }).toBuffer();
const codesOf = ({ matches }: LookupReply) => matches.map(({ because }) => because?.code);
const idsOf = ({ entries }: LookupReply) => entries.map((entry) => entry.bank_entry_id);

const digests = { md5: 'a1'.repeat(16), sha1: 'b2'.repeat(20), sha256: 'c3'.repeat(32) };
for (const [type, value] of Object.entries(digests)) {
  test(`a ${type} is found, however it is written`, async () => {
    const entry = await addEntry(banks.hash, type as 'md5', value);
    const reply = await lookUp({ hash: ` ${value.toUpperCase()}\n` });
    assert.equal(reply.kind, 'hash');
    assert.ok(reply.read_as.includes(type as 'md5'));
    assert.deepEqual(codesOf(reply), ['digest']);
    assert.deepEqual(idsOf(reply), [entry.bank_entry_id]);
    assert.equal(reply.file, null);
  });
}

test('a hash of 64 digits is looked for as a SHA-256 and as a PDQ hash, and near ones are found', async () => {
  const { file } = await lookUpFile(await jpegOf(31));
  const hash = file?.pdq?.hash ?? assert.fail('no hash');
  const entry = await addEntry(banks.hash, 'pdq', hash);
  const near = (Number.parseInt(hash[0]!, 16) ^ 3).toString(16) + hash.slice(1);
  const reply = await lookUp({ hash: near });
  assert.deepEqual(reply.read_as.toSorted(), ['pdq', 'sha256']);
  const because = reply.matches[0]?.because;
  assert.ok(because?.code === 'picture');
  assert.deepEqual([because.distance, because.turned], [2, 'original']);
  assert.equal(reply.matches[0]?.reference_id, entry.bank_entry_id);
  assert.deepEqual(reply.entries, [], 'none has this very value');
  assert.deepEqual(idsOf(await lookUp({ hash })), [entry.bank_entry_id]);
});

test('a TLSH digest is found, and near ones are', async () => {
  const text = Array.from({ length: 30 }, (_, at) => `Word${at * 7919} of the oath`).join(' ');
  const entry = await addEntry(banks.hash, 'tlsh', tlshOf(text)!);
  const near = tlshOf(text.replace('Word7919', 'Other'))!;
  const reply = await lookUp({ hash: near });
  assert.deepEqual(reply.read_as, ['tlsh']);
  assert.deepEqual(codesOf(reply), ['near_text']);
  assert.equal(reply.matches[0]?.reference_id, entry.bank_entry_id);
  assert.deepEqual(codesOf(await lookUp({ text })), ['near_text']);
  const far = tlshOf('The ferry leaves at six from the second pier, on every Sunday of the year.')!;
  assert.deepEqual(codesOf(await lookUp({ hash: far })), []);
});

test('a link is found as items’ links are, defanged too; a short link and a whole host may be asked about', async () => {
  const entry = await addEntry(banks.url, 'url', 'https://march.example/oath/');
  const reply = await lookUp({ url: 'hxxps://www.march[.]example/oath/one?utm=1' });
  assert.deepEqual([reply.kind, reply.read_as], ['url', ['url']]);
  assert.deepEqual(codesOf(reply), ['link']);
  assert.deepEqual(idsOf(reply), [entry.bank_entry_id]);
  assert.equal(reply.seen, null);
  for (const url of ['https://bit.ly/3abcdef', 'https://youtube.com/', 'march.example']) {
    const { matches, entries, read_as } = await lookUp({ url });
    assert.deepEqual([matches, entries, read_as], [[], [], ['url']], url);
  }
});

test('a phrase in a text is found, and the phrase itself', async () => {
  const entry = await addEntry(banks.phrase, 'phrase', 'the iron heron rises');
  const within = await lookUp({ text: 'Remember: The  Iron H\u200Beron RISES at dawn.' });
  assert.deepEqual(codesOf(within), ['phrase']);
  assert.equal(within.matches[0]?.start, 10);
  assert.deepEqual(within.entries, []);
  const itself = await lookUp({ text: 'The Iron Heron Rises' });
  assert.deepEqual(idsOf(itself), [entry.bank_entry_id]);
  assert.deepEqual(codesOf(await lookUp({ text: 'A heron rises from the reeds.' })), []);
});

test('a copy that is encoded anew, smaller and turned is found, with the reason; another picture is not', async () => {
  const { file } = await lookUpFile(await jpegOf(1));
  const entry = await addEntry(banks.hash, 'pdq', file?.pdq?.hash ?? assert.fail('no hash'));
  const smaller = await drawing(1).resize(450, 300).webp({ quality: 60 }).toBuffer();
  const turned = await sharp(smaller).rotate(90).webp({ quality: 60 }).toBuffer();
  const reply = await lookUpFile(turned, 'image/webp');
  const [match, ...more] = reply.matches;
  assert.deepEqual(more, []);
  assert.ok(match?.because?.code === 'picture');
  assert.equal(match.because.turned, 'rotated90');
  assert.ok(match.because.distance <= 31);
  assert.match(match.explanation, /looks like one on the bank “Known hashs”.*turned by 90°/);
  assert.deepEqual(
    [match.reference_id, match.confirmed, match.entry_status],
    [entry.bank_entry_id, true, 'active'],
  );
  assert.deepEqual([reply.file?.width, reply.file?.hashing], [300, 'done']);
  const unrelated = await lookUpFile(await jpegOf(2));
  assert.deepEqual([unrelated.matches, unrelated.entries, unrelated.seen], [[], [], []]);
});

test('a clip of a known video is found while its asker waits', async () => {
  const known = [11, 12, 13].map((number) => [number, 30] as const);
  const frames = listFrames(await fingerprintVideo(await makeVideo(known)));
  await addEntry(banks.hash, 'vpdq', writeFrameJson(frames));
  const reply = await lookUpFile(await makeVideo(known.slice(1)), 'video/mp4');
  assert.deepEqual([reply.file?.hashing, reply.file?.hashing_note], ['done', null]);
  assert.deepEqual(codesOf(reply), ['video']);
});

test('an entry that no longer matches is shown with who ended it, and why', async () => {
  const value = 'd4'.repeat(32);
  const entry = await addEntry(banks.hash, 'sha256', value);
  await setStatus(entry, 'withdrawn', 'It was a news report.');
  const { matches, entries } = await lookUp({ hash: value });
  assert.deepEqual(matches, []);
  assert.deepEqual(
    entries.map((one) => [one.bank, one.status, one.changed_by, one.reason, one.confirmed]),
    [['Known hashs', 'withdrawn', 'Test analyst', 'It was a news report.', true]],
  );
});

test('a disputed entry matches, and says so', async () => {
  const entry = await addEntry(banks.hash, 'md5', 'e5'.repeat(16));
  await setStatus(entry, 'disputed', 'Two partners disagree.');
  const { matches, entries } = await lookUp({ hash: entry.value });
  assert.deepEqual([matches[0]?.disputed, matches[0]?.entry_status], [true, 'disputed']);
  assert.deepEqual(
    [entries[0]?.status, entries[0]?.reason],
    ['disputed', 'Two partners disagree.'],
  );
});

test('items that had the very file are told with their case, to who may read them', async () => {
  const bytes = await jpegOf(41);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await addEntry(banks.hash, 'sha256', sha256);
  const at = (id: string) => ({ external_id: id, kind: 'post', surface: 'open' });
  const first = await send(at('seen-1'), { bytes });
  const second = await send({ ...at('seen-2'), files: [{ sha256 }] });
  const wanted = [second, first].map(({ item_id, external_id, received_at, case_id }) => ({
    item_id,
    external_id,
    received_at,
    case_id,
  }));
  assert.ok(first.case_id);
  assert.deepEqual((await lookUpFile(bytes)).seen, wanted);
  assert.deepEqual((await lookUp({ hash: sha256 })).seen, wanted);
  assert.equal((await lookUp({ hash: 'f6'.repeat(16) })).seen, null, 'an MD5 does not say');
  const readers = {
    'an administrator': (await desk.join(['administrator'])).client,
    'a key for banks alone': await desk.keyed(['banks:read']),
  };
  for (const [who, client] of Object.entries(readers)) {
    const reply = await lookUp({ hash: sha256 }, client);
    assert.deepEqual([reply.matches.length, reply.seen], [1, null], who);
  }
  const ofItems = await lookUp({ hash: sha256 }, await desk.keyed(['banks:read', 'items:read']));
  assert.deepEqual(
    ofItems.seen?.map(({ external_id, case_id }) => [external_id, case_id]),
    [
      ['seen-2', null],
      ['seen-1', null],
    ],
  );
});

test('another desk sees nothing of it', async () => {
  const bytes = await jpegOf(42);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await addEntry(banks.hash, 'sha256', sha256);
  await send({ external_id: 'ours', kind: 'post', surface: 'open' }, { bytes });
  const stranger = other.people.moderator.client;
  for (const reply of [
    await lookUpFile(bytes, 'image/jpeg', stranger),
    await lookUp({ hash: sha256 }, stranger),
  ])
    assert.deepEqual([reply.matches, reply.entries, reply.seen], [[], [], []]);
});

const aHash = 'ab'.repeat(16);
const refusals: Readonly<Record<string, readonly [body: object, pointer: string, code: string]>> = {
  'nothing at all': [{}, '', 'ask-one'],
  'two things': [{ hash: aHash, text: 'a text' }, '', 'ask-one'],
  'a hash that is none': [{ hash: 'zz' }, '/hash', 'not-a-hash'],
  'a digest of nothing': [{ hash: 'd41d8cd98f00b204e9800998ecf8427e' }, '/hash', 'not-a-hash'],
  'frames of a video for a hash': [{ hash: '[]' }, '/hash', 'not-a-hash'],
  'a link that is none': [{ url: 'not a link' }, '/url', 'not-a-link'],
  'a link to a program': [{ url: 'javascript:alert(1)' }, '/url', 'not-a-link'],
};
for (const [name, [body, pointer, code]] of Object.entries(refusals)) {
  test(`${name}: refused, and said where`, async () => {
    await assert.rejects(lookUp(body), (error) => {
      assert.ok(error instanceof ApiProblem);
      assert.equal(error.status, 422);
      const [first] = error.problem.errors ?? [];
      assert.deepEqual([first?.pointer, first?.code], [pointer, code]);
      return true;
    });
  });
}

const text = { bytes: 'x', type: 'text/plain' };
const forms: Readonly<Record<string, readonly [number, () => readonly File[] | Promise<File[]>]>> =
  {
    'no file': [422, () => []],
    'two files': [422, () => [text, text]],
    'an item': [422, () => [{ ...text, field: 'item' }]],
    'a file and an item': [422, () => [text, { ...text, field: 'item' }]],
    'an empty file': [422, () => [{ ...text, bytes: '' }]],
    'a page that says it is a picture': [422, () => [{ bytes: '<p>', type: 'image/png' }]],
    'a file of more than 32 MiB': [413, () => [{ ...text, bytes: 'x'.repeat(2 ** 25 + 1) }]],
    'a picture cut short': [
      422,
      async () => {
        const whole = await jpegOf(51);
        return [{ bytes: whole.subarray(0, whole.length / 2) }];
      },
    ],
  };
for (const [name, [status, files]] of Object.entries(forms)) {
  test(`${name}: refused, and nothing stays`, async () => {
    const before = [await digestRows(house.database, tables), await heldFiles()] as const;
    const raw = { body: formOf(...(await files())) };
    await assert.rejects(moderator.client.lookUp({ body: {}, raw }), { status });
    assert.deepEqual(await changesSince(house.database, tables, before[0]), []);
    assert.deepEqual(await heldFiles(), before[1]);
  });
}

test('a look-up leaves no row in any table, and no file', async () => {
  const before = [await digestRows(house.database, tables), await heldFiles()] as const;
  await lookUpFile(await jpegOf(1));
  await lookUpFile(await makeVideo([[21, 30]]), 'video/mp4');
  await lookUpFile(Buffer.from('%PDF-1.7'), 'application/pdf');
  await lookUp({ hash: digests.sha256 });
  await lookUp({ url: 'https://march.example/oath/' });
  await lookUp({ text: 'the iron heron rises' });
  assert.deepEqual(await changesSince(house.database, tables, before[0]), []);
  assert.deepEqual(await heldFiles(), before[1]);
});

test('an upload that breaks off leaves no file behind', async () => {
  const before = await heldFiles();
  await house.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = house.app.server.address() as AddressInfo;
  const { secret } = await desk.administrator.client.createApiKey({
    body: { name: 'Breaking off', scopes: ['banks:read'] },
  });
  const head = `POST /api/v1/lookups HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${secret}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 900000\r\n\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="f"\r\nContent-Type: image/jpeg\r\n\r\n`;
  const socket = connect(port, '127.0.0.1');
  socket.write(head + 'x'.repeat(200_000));
  // It has begun to be kept: the folder says so.
  while ((await heldFiles()).length === before.length) await nextTurn();
  socket.destroy();
  while ((await heldFiles()).length > before.length) await nextTurn();
  assert.deepEqual(await heldFiles(), before);
});

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 10));
}
