import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ApiProblem } from '@commonweal/client';
import type { Rule } from '@commonweal/contract';
import fc from 'fast-check';
import { newId } from '../platform/ids.ts';
import { startTestHouse } from '../testing/start-test-desk.ts';
import { placeItems } from './place-items.ts';
import { standardRules } from './standard-rules.ts';

const house = await startTestHouse();
after(() => house[Symbol.asyncDispose]());

const idsOf = (rules: readonly Rule[]): string[] => rules.map((rule) => rule.rule_id);

async function openDesk(slug: string) {
  const desk = await house.openDesk(slug);
  return { desk, client: desk.administrator.client };
}

function isProblem(kind: string) {
  return (error: unknown) => error instanceof ApiProblem && error.kind === kind;
}

async function ledgerOf(deskId: string, kind: string) {
  return house.database.inDesk(deskId, (trx) =>
    trx.selectFrom('ledger_entry').select('subject_id').where('kind', '=', kind).execute(),
  );
}

test('rules are put in any order, again and again, and are asked in it', async () => {
  const { desk, client } = await openDesk('any-order');
  const { data } = await client.listRules();
  assert.equal(data.length, standardRules.length);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(idsOf(data), { minLength: data.length }),
      async (rule_ids) => {
        const { revision } = await client.listRules();
        const ordered = await client.orderRules({ body: { revision, rule_ids } });
        assert.deepEqual(idsOf(ordered.data), rule_ids);
        assert.deepEqual(await client.listRules(), ordered);
      },
    ),
    { numRuns: 20 },
  );
  const byName = (name: string) => data.find((rule) => rule.name === name)?.rule_id ?? '';
  const placedBy = async (first: string, second: string) => {
    const { revision } = await client.listRules();
    const rest = idsOf(data).filter((id) => id !== first && id !== second);
    await client.orderRules({ body: { revision, rule_ids: [first, second, ...rest] } });
    const item = { kind: 'post', surface: 'open', language: null, territory: null, audience: null };
    const signal = {
      strength: 'match',
      disputed: false,
      confirmed: true,
      label: 'x',
      source: 'Lab',
      severity: null,
    };
    const signals = [
      { ...signal, kind: 'hash', field: 'files/0' },
      { ...signal, kind: 'phrase', field: 'text' },
    ];
    const [placed] = await house.database.inDesk(desk.deskId, (trx) =>
      placeItems(house.platform, trx, desk.deskId, [{ itemId: newId(), item, signals }]),
    );
    return placed?.ruleId;
  };
  const [file, phrase] = [byName('Known file'), byName('Known phrase')];
  assert.equal(await placedBy(file, phrase), file);
  assert.equal(await placedBy(phrase, file), phrase);
});

test('an order is refused when somebody changed it since it was read, and nothing is lost', async () => {
  const { desk, client } = await openDesk('stale-order');
  const before = await client.listRules();
  const backwards = idsOf(before.data).toReversed();
  const theirs = await client.orderRules({
    body: { revision: before.revision, rule_ids: backwards },
  });
  const mine = { revision: before.revision, rule_ids: idsOf(before.data) };
  await assert.rejects(client.orderRules({ body: mine }), isProblem('stale-version'));
  assert.deepEqual(await client.listRules(), theirs);
  const added = await client.createRule({ body: standardRules[0]! });
  await assert.rejects(
    client.orderRules({ body: { revision: theirs.revision, rule_ids: backwards } }),
    isProblem('stale-version'),
  );
  const now = await client.listRules();
  assert.equal(now.data.at(-1)?.rule_id, added.rule_id, 'what is added comes last');
  const again = { revision: now.revision, rule_ids: idsOf(now.data) };
  assert.equal((await client.orderRules({ body: again })).revision, now.revision, 'the same order');
  assert.equal((await ledgerOf(desk.deskId, 'rules.ordered')).length, 1);
});

test('of many who order at once, one does, and the others are told', async () => {
  const { client } = await openDesk('at-once-order');
  const { data, revision } = await client.listRules();
  const [first, ...rest] = idsOf(data);
  const orders = rest.map((_, at) => [...rest.slice(0, at + 1), first!, ...rest.slice(at + 1)]);
  const tried = await Promise.allSettled(
    orders.map((rule_ids) => client.orderRules({ body: { revision, rule_ids } })),
  );
  assert.equal(tried.filter(({ status }) => status === 'fulfilled').length, 1);
  for (const one of tried)
    if (one.status === 'rejected') assert.ok(isProblem('stale-version')(one.reason));
  const left = await client.listRules();
  assert.deepEqual(idsOf(left.data).toSorted(), idsOf(data).toSorted());
  assert.equal(left.revision, revision + 1);
});

test('an order names every rule once, and no other desk’s', async () => {
  const { client } = await openDesk('whole-order');
  const { client: neighbour } = await openDesk('neighbour-order');
  const theirs = idsOf((await neighbour.listRules()).data);
  const before = await client.listRules();
  const ids = idsOf(before.data);
  for (const rule_ids of [
    [],
    ids.slice(1),
    [...ids, ids[0]!],
    [...ids.slice(1), ids[1]!],
    [...ids.slice(1), newId()],
    [...ids.slice(1), theirs[0]!],
  ])
    await assert.rejects(
      client.orderRules({ body: { revision: before.revision, rule_ids } }),
      (error) =>
        error instanceof ApiProblem &&
        error.kind === 'invalid' &&
        error.problem.errors?.[0]?.code === 'not-every-rule',
    );
  assert.deepEqual(await client.listRules(), before);
});

test('a rule that is removed is asked no more and stays readable, with who removed it', async () => {
  const { desk, client } = await openDesk('removed');
  const { data, revision } = await client.listRules();
  const rule = data[2] ?? assert.fail('a rule');
  const gone = { params: { rule_id: rule.rule_id }, query: { version: rule.version } };
  await assert.rejects(
    client.removeRule({ ...gone, query: { version: rule.version + 1 } }),
    isProblem('stale-version'),
  );
  await client.removeRule(gone);
  const left = await client.listRules();
  assert.deepEqual(
    idsOf(left.data),
    idsOf(data).filter((id) => id !== rule.rule_id),
  );
  assert.equal(left.revision, revision + 1);
  const [kept, ...more] = left.removed;
  assert.equal(more.length, 0);
  assert.deepEqual(
    [kept?.rule_id, kept?.name, kept?.expression],
    [rule.rule_id, rule.name, rule.expression],
  );
  assert.ok(kept?.removed_at);
  assert.equal(typeof kept.removed_by, 'string');
  const { name, expression, queue, priority, suggestion, mode } = rule;
  const body = { name, expression, queue, priority, suggestion, mode, version: kept.version };
  await assert.rejects(client.changeRule({ params: gone.params, body }), isProblem('gone'));
  await assert.rejects(client.removeRule(gone), isProblem('gone'));
  assert.deepEqual(
    (await ledgerOf(desk.deskId, 'rule.removed')).map((row) => row.subject_id),
    [rule.rule_id],
  );
});

test('a desk that removed all of its rules is not given the standard ones again', async () => {
  const { desk, client } = await openDesk('no-rules');
  for (const { rule_id, version } of (await client.listRules()).data)
    await client.removeRule({ params: { rule_id }, query: { version } });
  assert.deepEqual((await client.listRules()).data, []);
  const item = { kind: 'post', surface: 'open', language: null, territory: null, audience: null };
  const placed = await house.database.inDesk(desk.deskId, (trx) =>
    placeItems(house.platform, trx, desk.deskId, [{ itemId: newId(), item, signals: [] }]),
  );
  assert.equal(placed[0]?.rule, null);
  const added = await client.createRule({ body: standardRules[0]! });
  assert.deepEqual(idsOf((await client.listRules()).data), [added.rule_id]);
  const { data, removed } = await client.listRules();
  assert.deepEqual([data.length, removed.length], [1, standardRules.length]);
});
