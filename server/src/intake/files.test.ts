import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ApiProblem } from '@commonweal/client';
import type { ItemReply } from '@commonweal/contract';
import { DAY } from '../platform/clock.ts';
import { startTestHouse } from '../testing/start-test-desk.ts';
import { aPicture, envelope, page, refused, type Sent } from './refused-files.test-data.ts';
import { keepRetention } from './retention.ts';

const house = await startTestHouse();
after(() => house[Symbol.asyncDispose]());
const desk = await house.openDesk('reef');
const platform = await desk.keyed(['items:write', 'items:read']);
const reports = await desk.keyed(['reports:write']);
const reader = desk.people.moderator;

function formOf(item: unknown, ...files: readonly Sent[]): FormData {
  const form = new FormData();
  form.set('item', typeof item === 'string' ? item : JSON.stringify(item));
  for (const { bytes, type, name = 'file' } of files) {
    const part = typeof bytes === 'string' ? bytes : new Uint8Array(bytes);
    form.append('file', new Blob([part], { type }), name);
  }
  return form;
}

function send(form: FormData, idempotencyKey?: string): Promise<ItemReply> {
  return platform.createItem({
    body: {} as never,
    raw: { body: form },
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  });
}

async function statusOf(attempt: Promise<unknown>): Promise<number> {
  return attempt.then(
    () => 202,
    (error: unknown) => {
      assert.ok(error instanceof ApiProblem, String(error));
      assert.ok(error.message.length > 10);
      return error.status;
    },
  );
}

/** All files the server holds, also those still on the way in. */
async function heldFiles(): Promise<string[]> {
  const folder = join(house.platform.config.dataDir, 'blobs');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.flatMap((entry) => (entry.isFile() ? [entry.name] : [])).toSorted();
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function fetchFile(itemId: string) {
  const { files } = await platform.readItem({ params: { item_id: itemId } });
  return house.app.inject({
    method: 'GET',
    url: `/api/v1/items/${itemId}/files/${files[0]?.file_id}`,
    headers: { cookie: reader.cookie },
  });
}

test('a picture whose digest is in a bank makes a signal and a case', async () => {
  const bytes = await aPicture();
  const { client } = desk.administrator;
  const bank = await client.createBank({
    body: { name: 'Known files', kind: 'hash', description: '', source: 'Invented Lab' },
  });
  await client.addBankEntry({
    params: { bank_id: bank.bank_id },
    body: { type: 'sha256', value: sha256(bytes), label: 'Known', source: 'Invented Lab' },
  });
  const answer = await send(formOf(envelope(), { bytes, type: 'image/png' }));
  assert.equal(answer.verdict, 'review');
  assert.equal(answer.signals[0]?.kind, 'hash');
  assert.ok(answer.case_id);
  const { files } = await platform.readItem({ params: { item_id: answer.item_id } });
  const { file_id: _, pdq, ...file } = files[0] ?? assert.fail('a file');
  assert.deepEqual(file, {
    name: 'file',
    media_type: 'image/png',
    bytes: bytes.length,
    md5: createHash('md5').update(bytes).digest('hex'),
    sha1: createHash('sha1').update(bytes).digest('hex'),
    sha256: sha256(bytes),
    held: true,
    url: null,
    width: 40,
    height: 30,
    hashing: 'done',
    hashing_note:
      'There is too little in the picture to compare it by. It is compared by its digests.',
  });
  assert.equal(pdq?.quality, 0);
  const served = await fetchFile(answer.item_id);
  assert.deepEqual(served.rawPayload, bytes);
  assert.equal(served.headers['content-type'], 'image/png');
});

for (const format of ['gif', 'webp', 'jpeg', 'avif'] as const) {
  test(`a ${format} is taken in`, async () => {
    const sent = { bytes: await aPicture(format), type: `image/${format}` };
    assert.equal((await send(formOf(envelope(), sent))).duplicate, false);
  });
}

test('an item labelled as JSON, or sent as a file, is read all the same', async () => {
  for (const name of [undefined, 'item.json']) {
    const form = formOf('');
    const item = new Blob([JSON.stringify(envelope({ text: 'naïve €' }))], {
      type: 'application/json',
    });
    form.set('item', item, name);
    form.append('file', new Blob(['x'], { type: 'text/plain' }), 'x');
    const { item_id } = await send(form);
    assert.equal((await platform.readItem({ params: { item_id } })).text, 'naïve €');
  }
});

for (const [what, sent] of Object.entries<Sent>({
  'a page': { bytes: page, type: 'text/html', name: 'a.html' },
  'a script': { bytes: 'alert(1)', type: 'text/javascript', name: 'a.js' },
  'a drawing called something else': {
    bytes: '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    type: 'application/xml',
    name: 'a.svg',
  },
})) {
  test(`${what} is only ever saved, never shown`, async () => {
    const answer = await send(formOf(envelope(), sent));
    const served = await fetchFile(answer.item_id);
    assert.equal(served.statusCode, 200);
    assert.equal(served.headers['content-type'], 'application/octet-stream');
    assert.match(String(served.headers['content-disposition']), /^attachment/);
    assert.equal(served.headers['x-content-type-options'], 'nosniff');
    assert.match(String(served.headers['content-security-policy']), /sandbox/);
    assert.match(String(served.headers['cache-control']), /no-store/);
  });
}

for (const [what, { status, item = envelope(), files }] of Object.entries(refused)) {
  test(`${what} is refused, and nothing of it stays`, async () => {
    const before = await heldFiles();
    const { data } = await platform.listItems({ query: { limit: 1 } });
    assert.equal(await statusOf(send(formOf(item, ...(await files())))), status);
    assert.deepEqual((await platform.listItems({ query: { limit: 1 } })).data, data);
    assert.deepEqual(await heldFiles(), before);
  });
}

test('a form cut short is refused, and nothing of it stays', async () => {
  const before = await heldFiles();
  const { secret } = await desk.administrator.client.createApiKey({
    body: { name: 'cut', scopes: ['items:write'] },
  });
  const boundary = '--edge\r\ncontent-disposition: form-data; name=';
  const cut = await house.app.inject({
    method: 'POST',
    url: '/api/v1/items',
    headers: {
      authorization: `Bearer ${secret}`,
      'content-type': 'multipart/form-data; boundary=edge',
    },
    payload: `${boundary}"item"\r\n\r\n${JSON.stringify(envelope())}\r\n${boundary}"file"; filename="a"\r\ncontent-type: text/plain\r\n\r\nhalf of a fi`,
  });
  assert.equal(cut.statusCode, 400, cut.body);
  const misread = await house.app.inject({
    method: 'POST',
    url: '/api/v1/items',
    headers: {
      authorization: `Bearer ${secret}`,
      'content-type': 'multipart/form-data; boundary=edge',
    },
    payload: Buffer.concat([
      Buffer.from(`${boundary}"item"\r\n\r\n{"external_id":"caf`),
      Buffer.from([0xe9]),
      Buffer.from('","kind":"post","surface":"open"}\r\n--edge--\r\n'),
    ]),
  });
  assert.equal(misread.statusCode, 400, misread.body);
  assert.match(misread.body, /UTF-8/);
  assert.deepEqual(await heldFiles(), before);
});

test('a bad picture of the same bytes does not take a file away from its item', async () => {
  const sent = { bytes: 'the same bytes', type: 'text/plain' };
  const answer = await send(formOf(envelope(), sent));
  assert.equal(await statusOf(send(formOf(envelope(), { ...sent, type: 'image/png' }))), 422);
  assert.equal((await fetchFile(answer.item_id)).body, 'the same bytes');
});

test('a file of a refused repetition is swept away, and those of items stay', async () => {
  const before = await heldFiles();
  const kept = await send(formOf(envelope(), { bytes: 'first', type: 'text/plain' }), 'a-key');
  const second = send(formOf(envelope(), { bytes: 'second', type: 'text/plain' }), 'a-key');
  assert.equal(await statusOf(second), 422);
  house.clock.advance(2 * 60 * 60 * 1000);
  await keepRetention(house.platform);
  assert.equal((await heldFiles()).length, before.length + 1);
  assert.equal((await fetchFile(kept.item_id)).body, 'first');
});

test('on its date an item loses its content, its files and what was said of it, and the row stays', async () => {
  const bytes = await aPicture();
  const text = 'Words that must go.';
  const full = await send(
    formOf(envelope({ text, actor: { external_id: 'member-1' } }), { bytes, type: 'image/png' }),
  );
  const onlyFile = await send(formOf(envelope(), { bytes: await aPicture(), type: 'image/png' }));
  const onlyLinks = await platform.createItem({
    body: { ...envelope(), links: ['https://a.example/'] } as never,
  });
  const report = await reports.createReport({
    body: {
      item_id: full.item_id,
      reporter: { kind: 'user', external_id: 'member-2', name: 'Somebody Invented' },
      reason: 'other',
      said: 'They wrote about words that must go.',
      good_faith: true,
    },
  });
  const { retention_until } = await platform.readItem({ params: { item_id: full.item_id } });
  const left = new Date(retention_until).getTime() - house.clock.now().getTime();
  house.clock.advance(left - DAY);
  await keepRetention(house.platform);
  assert.equal((await platform.readItem({ params: { item_id: full.item_id } })).text, text);
  house.clock.advance(2 * DAY);
  await keepRetention(house.platform);
  for (const { item_id } of [full, onlyFile, onlyLinks]) {
    const item = await platform.readItem({ params: { item_id } });
    assert.deepEqual(
      [item.text, item.title, item.actor, item.url, item.links, item.files],
      [null, null, null, null, [], []],
    );
  }
  assert.deepEqual(await heldFiles(), []);
  const dump = await house.database.ownerPool.query<{ row: string }>(
    `select to_jsonb(i)::text as row from item i union all select to_jsonb(r)::text from report r
     union all select to_jsonb(c)::text from review_case c union all select to_jsonb(e)::text from case_event e
     union all select to_jsonb(s)::text from ledger_secret s union all select to_jsonb(s)::text from signal s`,
  );
  for (const { row } of dump.rows)
    assert.doesNotMatch(row, /words that must go|Somebody Invented|member-[12]"/i);
  assert.ok(report.case_id);
});
