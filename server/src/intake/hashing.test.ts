import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ApiProblem, createClient, type Client } from '@commonweal/client';
import type { ItemReply } from '@commonweal/contract';
import { asSharp, drawPicture } from '../../../packages/fingerprint/src/pdq/pictures.test-data.ts';
import { encodings, makeVideo } from '../../../packages/fingerprint/src/video/videos.test-data.ts';
import { openMedia } from '../platform/media/media.ts';
import { startTestHouse } from '../testing/start-test-desk.ts';
import { hashOwedFiles } from './hash-owed-files.ts';
import { createJudge } from '../judge-items.ts';
import { envelope, type Sent } from './refused-files.test-data.ts';

const house = await startTestHouse({ media: openMedia({ mostWaiting: 3 }) });
after(() => house[Symbol.asyncDispose]());
const desk = await house.openDesk('reef');
const platform = await desk.keyed(['items:write', 'items:read']);
const judge = createJudge(house.platform);

function send({ bytes, type, name = 'file' }: Sent, client: Client = platform): Promise<ItemReply> {
  const form = new FormData();
  form.set('item', JSON.stringify(envelope()));
  const part = typeof bytes === 'string' ? bytes : new Uint8Array(bytes);
  form.append('file', new Blob([part], { type }), name);
  return client.createItem({ body: {} as never, raw: { body: form } });
}

async function fileOf({ item_id }: ItemReply) {
  const { files } = await platform.readItem({ params: { item_id } });
  return files[0] ?? assert.fail('a file');
}

const jpeg = (number: number, width = 400, height = 300) =>
  asSharp(drawPicture(number, width, height))
    .jpeg()
    .toBuffer();

test('a picture is hashed before the answer, whatever it is called', async () => {
  const bytes = await jpeg(1);
  for (const type of ['image/jpeg', 'application/octet-stream', 'text/plain', 'video/mp4']) {
    const answer = await send({ bytes, type });
    assert.deepEqual(
      answer.files?.map(({ name, hashing, hashing_note }) => [name, hashing, hashing_note]),
      [['file', 'done', null]],
    );
    const file = await fileOf(answer);
    assert.deepEqual([file.width, file.height], [400, 300]);
    assert.match(file.pdq?.hash ?? '', /^[0-9a-f]{64}$/);
    assert.ok((file.pdq?.quality ?? 0) >= 50);
  }
});

test('an item without files says nothing of files', async () => {
  const answer = await platform.createItem({ body: envelope() as never });
  assert.equal('files' in answer, false);
});

test('a damaged picture is refused where it calls itself one, and told of where it does not', async () => {
  const whole = await jpeg(2);
  const bytes = whole.subarray(0, whole.length / 2);
  const refusal = await send({ bytes, type: 'image/jpeg' }).catch((error: unknown) => error);
  assert.ok(refusal instanceof ApiProblem);
  assert.equal(refusal.status, 422);
  assert.match(refusal.message, /cut short or damaged/);
  const hidden = await send({ bytes, type: 'application/octet-stream' });
  assert.equal(hidden.files?.[0]?.hashing, 'done');
});

test('a dot that counts visits is taken in with its size', async () => {
  const bytes = await asSharp(drawPicture(3, 1, 1))
    .png()
    .toBuffer();
  const file = await fileOf(await send({ bytes, type: 'image/png' }));
  assert.deepEqual([file.hashing, file.width, file.height, file.pdq], ['none', 1, 1, null]);
});

test('a text is only digested', async () => {
  const file = await fileOf(await send({ bytes: 'low water', type: 'text/plain' }));
  assert.deepEqual([file.hashing, file.hashing_note], ['none', null]);
  assert.match(file.sha1 ?? '', /^[0-9a-f]{40}$/);
});

test('a video is owed, hashed by the sweep, and kept with its file', async () => {
  const bytes = await makeVideo([
    [1, 20],
    [2, 20],
  ]);
  const answer = await send({ bytes, type: 'application/octet-stream' });
  assert.equal(answer.files?.[0]?.hashing, 'pending');
  await hashOwedFiles(house.platform, judge);
  assert.equal((await fileOf(answer)).hashing, 'done');
  const { rows } = await house.database.ownerPool.query<{ kind: string; bytes: number }>(
    'select kind, length(prints) as bytes from file_fingerprint where file_id = $1',
    [answer.files?.[0]?.file_id],
  );
  assert.equal(rows[0]?.kind, 'video');
  assert.ok((rows[0]?.bytes ?? 0) > 13 + 2 * 77 - 1);
});

test('what only calls itself a video ends as one that cannot be read', async () => {
  const answer = await send({ bytes: 'moving words', type: 'video/mp4' });
  assert.equal(answer.files?.[0]?.hashing, 'pending');
  await hashOwedFiles(house.platform, judge);
  const file = await fileOf(answer);
  assert.equal(file.hashing, 'failed');
  assert.match(file.hashing_note ?? '', /not a video that can be read/);
});

test('work that a crash cut off is done by the next who looks, and three times is the most', async () => {
  const bytes = await makeVideo([[3, 10]]);
  const answer = await send({ bytes, type: 'video/mp4' });
  const take = () =>
    house.database.ownerPool.query(
      "update item_file set due_at = $2::timestamptz + interval '20 minutes', attempts = attempts + 1 where file_id = $1",
      [answer.files?.[0]?.file_id, house.clock.now()],
    );
  // As a process leaves it that began and was killed.
  await take();
  await hashOwedFiles(house.platform, judge);
  assert.equal((await fileOf(answer)).hashing, 'pending');
  house.clock.advance(21 * 60_000);
  await hashOwedFiles(house.platform, judge);
  assert.equal((await fileOf(answer)).hashing, 'done');

  const deadly = await send({ bytes: await makeVideo([[4, 10]]), type: 'video/mp4' });
  await house.database.ownerPool.query('update item_file set attempts = 3 where file_id = $1', [
    deadly.files?.[0]?.file_id,
  ]);
  await hashOwedFiles(house.platform, judge);
  assert.deepEqual(
    [(await fileOf(deadly)).hashing, (await fileOf(deadly)).hashing_note],
    ['failed', 'It was given up.'],
  );
});

test('while pictures are hashed others are answered, and what is too many is told when to come back', async () => {
  const drawn = asSharp(drawPicture(100, 1600, 1000));
  const pictures = await Promise.all(
    Array.from({ length: 12 }, (_, at) =>
      drawn
        .clone()
        .jpeg({ quality: 70 + at })
        .toBuffer(),
    ),
  );
  const { secret } = await desk.administrator.client.createApiKey({
    body: { name: 'many', scopes: ['items:write'] },
  });
  const told = new Set<string | null>();
  const client = createClient({
    baseUrl: '',
    apiKey: secret,
    async fetch(input, init) {
      const response = await house.fetch(input, init);
      if (response.status === 503) told.add(response.headers.get('retry-after'));
      return response;
    },
  });
  const open = new Set(pictures);
  const uploads = pictures.map(async (bytes) => {
    for (;;) {
      const answer = await send({ bytes, type: 'image/jpeg' }, client).catch(
        (error: unknown) => error,
      );
      if (!(answer instanceof ApiProblem)) break;
      assert.equal(answer.status, 503, answer.message);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    open.delete(bytes);
  });
  let answered = 0;
  while (open.size > 0) {
    await desk.administrator.client.readSession();
    answered += 1;
  }
  await Promise.all(uploads);
  assert.deepEqual([...told], ['5']);
  // The console's calls were not queued behind the pictures: there were several for each of them.
  assert.ok(answered > pictures.length, `${answered} calls were answered meanwhile`);
});

test('without ffmpeg a video is taken in, and it is said that it is not compared', async () => {
  await using bare = await startTestHouse({
    media: openMedia({ env: { FFMPEG_PATH: '/nowhere/ffmpeg' } }),
  });
  const other = await bare.openDesk('dune');
  const client = await other.keyed(['items:write']);
  const bytes = await makeVideo([[5, 5]], { encode: encodings.webm.split(' ') });
  const answer = await send({ bytes, type: 'video/webm' }, client);
  assert.equal(answer.files?.[0]?.hashing, 'failed');
  assert.match(answer.files?.[0]?.hashing_note ?? '', /no ffmpeg was found/);
});
