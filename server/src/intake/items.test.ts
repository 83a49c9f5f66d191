import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ApiProblem } from '@commonweal/client';
import type { ItemReply, NewItem, Problem } from '@commonweal/contract';
import { startTestHouse } from '../testing/start-test-desk.ts';

const house = await startTestHouse();
after(() => house[Symbol.asyncDispose]());
const desk = await house.openDesk('reef');
const platform = await desk.keyed(['items:write', 'items:read']);
const bank = await desk.administrator.client.createBank({
  body: { name: 'Phrases', kind: 'phrase', description: '', source: 'Invented Lab' },
});
await desk.administrator.client.addBankEntry({
  params: { bank_id: bank.bank_id },
  body: { type: 'phrase', value: 'rally of the grey tide', label: 'Call', source: 'Invented Lab' },
});

let made = 0;
/** An item nobody handed in before. */
function anItem(change: Partial<NewItem> = {}): NewItem {
  made += 1;
  return {
    external_id: `post-${made}`,
    kind: 'post',
    surface: 'open',
    text: `Hello ${made}`,
    ...change,
  };
}

function handIn(item: NewItem, idempotencyKey?: string): Promise<ItemReply> {
  return platform.createItem({ body: item, ...(idempotencyKey ? { idempotencyKey } : {}) });
}

async function batch(lines: readonly (string | object)[]) {
  const body = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  return platform.createItems({
    raw: { body: body.join('\n'), contentType: 'application/x-ndjson' },
  });
}

async function refusalOf(attempt: Promise<unknown>): Promise<Problem> {
  return attempt.then(
    () => assert.fail('it was taken in'),
    (error: unknown) => {
      assert.ok(error instanceof ApiProblem, String(error));
      return error.problem;
    },
  );
}

async function countItems(externalId: string): Promise<number> {
  const { data } = await platform.listItems({ query: { external_id: externalId } });
  return data.length;
}

test('an item is stored and answered with what was found', async () => {
  const quiet = await handIn(anItem());
  assert.equal(quiet.verdict, 'clear');
  assert.equal(quiet.case_id, null);
  const loud = await handIn(anItem({ text: 'Come to the rally of the Grey Tide!' }));
  assert.equal(loud.verdict, 'review');
  assert.equal(loud.signals.length, 1);
  assert.ok(loud.case_id);
  const read = await platform.readItem({ params: { item_id: loud.item_id } });
  assert.equal(read.case_id, loud.case_id);
  assert.deepEqual(read.signals, loud.signals);
});

test('the very same content again is the same item', async () => {
  const item = anItem({ text: 'rally of the grey tide, again' });
  const first = await handIn(item);
  const second = await handIn(item);
  assert.deepEqual(second, { ...first, duplicate: true });
  const edited = await handIn({ ...item, text: 'I changed my mind.' });
  assert.equal(edited.duplicate, false);
  assert.equal(await countItems(item.external_id), 2);
});

test('a batch is answered line by line, and good lines do not suffer from bad ones', async () => {
  const [one, two] = [anItem(), anItem({ text: 'rally of the grey tide' })];
  const reply = await batch([
    one,
    'not json',
    { ...anItem(), surprise: 1 },
    '',
    { ...anItem(), kind: 7 },
    two,
    '{"__proto__": {"kind": "post"}, "external_id": "x"}',
    { ...anItem(), surface: 'private', text: 'Between us.' },
    'null',
    '['.repeat(100_000),
  ]);
  assert.equal(reply.accepted, 2);
  assert.equal(reply.refused, 7);
  const answers = reply.data.map(({ line, item, problem }) => [
    line,
    item?.verdict ?? problem?.status,
  ]);
  assert.deepEqual(answers, [
    [1, 'clear'],
    [2, 400],
    [3, 422],
    [5, 422],
    [6, 'review'],
    [7, 400],
    [8, 422],
    [9, 422],
    [10, 400],
  ]);
});

test('the same content twice in one batch is one item, new once and there already once', async () => {
  const item = anItem();
  const { data } = await batch([item, item]);
  assert.deepEqual(
    data.map((one) => one.item?.duplicate),
    [false, true],
  );
  assert.equal(data[0]?.item?.item_id, data[1]?.item?.item_id);
  assert.equal(await countItems(item.external_id), 1);
});

test('a batch of more than 500 lines takes in nothing', async () => {
  const items = Array.from({ length: 501 }, () => anItem());
  const { status, detail } = await refusalOf(batch(items));
  assert.equal(status, 413);
  assert.match(detail ?? '', /501/);
  assert.equal(await countItems(items[0]?.external_id ?? ''), 0);
});

test('a request repeated under its key is answered as it was, and done once', async () => {
  const item = anItem();
  const first = await handIn(item, 'key-1');
  assert.deepEqual(await handIn(item, 'key-1'), first);
  assert.equal(await countItems(item.external_id), 1);
  const refused = await refusalOf(handIn({ ...item, text: 'Something else' }, 'key-1'));
  assert.equal(refused.status, 422);
  assert.match(refused.type, /idempotency-reuse$/);
  assert.equal(await countItems(item.external_id), 1);
});

test('keys are their caller’s own', async () => {
  const other = await desk.keyed(['items:write']);
  const [mine, theirs] = [anItem(), anItem()];
  await handIn(mine, 'key-of-both');
  const answer = await other.createItem({ body: theirs, idempotencyKey: 'key-of-both' });
  assert.equal(answer.external_id, theirs.external_id);
});

test('two hundred of the same request at once are one item and one answer', async () => {
  const item = anItem({ text: 'rally of the grey tide, all at once' });
  const answers = await Promise.all(Array.from({ length: 200 }, () => handIn(item, 'key-at-once')));
  assert.equal(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1);
  assert.equal(await countItems(item.external_id), 1);
});

test('twenty different bodies under one key at once: one is taken, the others are told', async () => {
  const items = Array.from({ length: 20 }, () => anItem());
  const settled = await Promise.allSettled(items.map((item) => handIn(item, 'key-fought-over')));
  const taken = settled.filter(({ status }) => status === 'fulfilled');
  const told = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  assert.equal(taken.length, 1);
  for (const error of told) {
    assert.ok(error instanceof ApiProblem, String(error));
    assert.equal(error.kind, 'idempotency-reuse');
  }
});

test('300 items at once share few transactions, and each is answered for itself', async () => {
  const items = Array.from({ length: 300 }, (_, at) =>
    anItem(at % 10 === 0 ? { text: `rally of the grey tide ${at}` } : {}),
  );
  const answers = await Promise.all(items.map((item) => handIn(item)));
  for (const [at, answer] of answers.entries()) {
    assert.equal(answer.external_id, items[at]?.external_id);
    assert.equal(answer.verdict, at % 10 === 0 ? 'review' : 'clear');
    assert.equal(answer.duplicate, false);
  }
  const batches = await house.database.inDesk(desk.deskId, (trx) =>
    trx
      .selectFrom('item')
      .select('intake_batch_id')
      .distinct()
      .where(
        'external_id',
        'in',
        items.map((item) => item.external_id),
      )
      .execute(),
  );
  assert.ok(batches.length <= 30, `${batches.length} transactions`);
});

test('one bad neighbour does not fail those that share its transaction', async () => {
  const good = Array.from({ length: 20 }, () => anItem());
  const settled = await Promise.allSettled([
    ...good.slice(0, 10).map((item) => handIn(item)),
    handIn(anItem({ audience: 3_000_000_000 })),
    handIn(anItem({ links: ['https://a.example/\u0000'] })),
    handIn(anItem({ text: 'half a pair \ud83d' })),
    ...good.slice(10).map((item) => handIn(item)),
  ]);
  assert.equal(settled.filter(({ status }) => status === 'fulfilled').length, 20);
  for (const one of settled)
    if (one.status === 'rejected')
      assert.equal((await refusalOf(Promise.reject(one.reason as Error))).status, 422);
});

for (const surface of ['private', 'e2ee'] as const) {
  test(`content of a ${surface} surface is taken in only when a participant reported it`, async () => {
    for (const content of [
      { text: 'Between us.' },
      { title: 'Our group' },
      { links: ['https://a.example/'] },
      { files: [{ sha256: '0'.repeat(64) }] },
    ] satisfies Partial<NewItem>[]) {
      const { text: _, ...envelope } = anItem({ surface });
      const refused = await refusalOf(handIn({ ...envelope, ...content }));
      assert.equal(refused.status, 422);
      assert.equal(refused.errors?.[0]?.pointer, `/${Object.keys(content)[0]}`);
      const reported = { reporter_external_id: 'member-2', said: 'They sent me this.' };
      await handIn({ ...envelope, ...content, participant_report: reported });
    }
    const { text: _, ...envelope } = anItem({ surface, actor: { external_id: 'member-1' } });
    assert.equal((await handIn(envelope)).verdict, 'clear');
  });
}

const times: Readonly<Record<string, number>> = {
  '2026-02-28T10:00:00Z': 202,
  '2026-02-28T10:00:00.123456+05:30': 202,
  '2026-02-30T10:00:00Z': 422,
  '0000-01-01T00:00:00Z': 422,
  '2999-01-01T00:00:00Z': 422,
  '2026-01-01T00:00:00+23:59': 202,
  '2016-12-31T23:59:60Z': 422,
  '2026-01-01': 422,
  yesterday: 422,
};
for (const [postedAt, status] of Object.entries(times)) {
  test(`posted_at ${postedAt} is ${status === 202 ? 'taken' : 'refused'}`, async () => {
    const item = anItem({ posted_at: postedAt });
    if (status === 422) {
      assert.equal((await refusalOf(handIn(item))).status, 422);
      assert.equal((await batch([item])).refused, 1);
      return;
    }
    const { item_id } = await handIn(item);
    const read = await platform.readItem({ params: { item_id } });
    assert.equal(read.posted_at, new Date(postedAt).toISOString());
  });
}

test('pages of items neither repeat nor miss any while others come in', async () => {
  const items = Array.from({ length: 25 }, () =>
    anItem({ actor: { external_id: 'member-paged' } }),
  );
  await batch(items);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof platform.listItems>> = await platform.listItems({
      query: { limit: 10, actor: 'member-paged', ...(cursor === null ? {} : { cursor }) },
    });
    seen.push(...page.data.map((item) => item.external_id));
    cursor = page.next_cursor;
    await handIn(anItem({ actor: { external_id: 'member-paged' } }));
  } while (cursor !== null);
  assert.deepEqual(seen.toSorted(), items.map((item) => item.external_id).toSorted());
});
