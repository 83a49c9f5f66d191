import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ApiProblem } from '@commonweal/client';
import type { NewRule, Rule } from '@commonweal/contract';
import fc from 'fast-check';
import { newId } from '../platform/ids.ts';
import { startTestHouse } from '../testing/start-test-desk.ts';
import { checkExpression, expressionOf, type RuleItem, type RuleSignal } from './expression.ts';
import { placeItems } from './place-items.ts';
import { standardRules } from './standard-rules.ts';

const house = await startTestHouse();
after(() => house[Symbol.asyncDispose]());

const item: RuleItem = {
  kind: 'post',
  surface: 'open',
  language: null,
  territory: null,
  audience: null,
};
const signal: RuleSignal = {
  kind: 'phrase',
  strength: 'match',
  disputed: false,
  confirmed: true,
  label: 'Call',
  source: 'Invented Lab',
  severity: null,
  field: null,
};

const refusedExpressions: Readonly<Record<string, string>> = {
  'what is not CEL': 'signals.exists(s,',
  'what does not answer yes or no': 'signals.size()',
  'a name that is not there': 'actor.followers > 3',
  'a pattern': 'item.kind.matches("^p")',
  'a pattern as a function': 'matches(item.kind, "(a+)+$")',
  'a pattern behind a comment': 'item.kind.matches// quietly\n("(a+)+$")',
  'loops in loops in loops': 'signals.all(a, signals.all(b, signals.all(c, a == b && b == c)))',
  'depth without end': `${'('.repeat(1900)}true${')'.repeat(1900)}`,
};
for (const [what, expression] of Object.entries(refusedExpressions)) {
  test(`a rule is refused for ${what}`, () => {
    assert.throws(
      () => checkExpression(expression),
      (error: Error & { status?: number }) => error.status === 422,
    );
  });
}

test('the word for patterns is fine where it is only a word', () => {
  checkExpression('signals.exists(s, s.label == "matches (")');
});

test('the standard rules are rules', () => {
  for (const rule of standardRules) checkExpression(rule.expression);
});

test('a rule that cannot answer about an item says no, and stops nothing', () => {
  assert.equal(expressionOf('item.language.startsWith("e")')(item, [signal]), false);
  assert.equal(expressionOf('item.audience > 10')(item, [signal]), false);
  assert.equal(expressionOf('signals[7].disputed')(item, []), false);
});

/** Changes the rules of a desk through the door. */
async function deskWithRules(slug: string, rules: readonly NewRule[]) {
  const desk = await house.openDesk(slug);
  const { client } = desk.administrator;
  const { data } = await client.listRules();
  for (const { rule_id, name, expression, queue, priority, suggestion, version } of data)
    await client.changeRule({
      params: { rule_id },
      body: { name, expression, queue, priority, suggestion, mode: 'off', version },
    });
  const made: Rule[] = [];
  for (const body of rules) made.push(await client.createRule({ body }));
  const place = () =>
    house.database.inDesk(desk.deskId, (trx) =>
      placeItems(house.platform, trx, desk.deskId, [{ itemId: newId(), item, signals: [signal] }]),
    );
  return { desk, client, made, place };
}

function aRule(change: Partial<NewRule>): NewRule {
  return {
    name: 'Invented',
    expression: 'true',
    queue: 'review',
    priority: 50,
    suggestion: null,
    mode: 'live',
    ...change,
  };
}

test('the first live rule that says yes places; shadow rules are only counted; others are silent', async () => {
  const { client, made, place } = await deskWithRules('order', [
    aRule({ name: 'Shadow', mode: 'shadow', queue: 'shadow', priority: 99 }),
    aRule({ name: 'No', expression: 'false', queue: 'no' }),
    aRule({ name: 'Off', mode: 'off', queue: 'off' }),
    aRule({ name: 'First', queue: 'first', priority: 10, suggestion: 'label' }),
    aRule({ name: 'Second', queue: 'second', priority: 90 }),
    aRule({ name: 'Late shadow', mode: 'shadow', queue: 'late' }),
  ]);
  assert.deepEqual(await place(), [
    {
      queue: 'first',
      priority: 10,
      suggestion: 'label',
      rule: 'First',
      ruleId: made[3]?.rule_id,
    },
  ]);
  const { data } = await client.listRules();
  const matched = data.filter((rule) => rule.matched > 0).map((rule) => rule.name);
  assert.deepEqual(matched, ['Shadow', 'First', 'Late shadow']);
});

test('an item that no rule places goes to review', async () => {
  const { place } = await deskWithRules('none', [aRule({ expression: 'false' })]);
  assert.deepEqual(await place(), [
    { queue: 'review', priority: 30, suggestion: null, rule: null, ruleId: null },
  ]);
});

test('a rule is changed on the version one read', async () => {
  const { client, made } = await deskWithRules('versions', [aRule({})]);
  const rule = made[0] ?? assert.fail('a rule');
  const change = { params: { rule_id: rule.rule_id }, body: { ...aRule({}), version: 1 } };
  assert.equal((await client.changeRule(change)).version, 2);
  await assert.rejects(
    client.changeRule(change),
    (error) => error instanceof ApiProblem && error.kind === 'stale-version',
  );
});

test('two rules made at once are both made, one after the other', async () => {
  const { client } = await deskWithRules('at-once', []);
  const made = await Promise.all(
    Array.from({ length: 8 }, (_, at) =>
      client.createRule({ body: aRule({ name: `Rule ${at}` }) }),
    ),
  );
  assert.equal(new Set(made.map((rule) => rule.rule_id)).size, 8);
});

test('every item is placed, whatever was found and whatever it is', async () => {
  const desk = await house.openDesk('total');
  const words = fc.constantFrom(
    'hash',
    'url',
    'phrase',
    'listed_name',
    'report',
    'partner',
    'state_request',
    'trusted_flagger',
  );
  const signals = fc.record({
    kind: words,
    strength: fc.constantFrom('match', 'name_only', 'report', 'partner'),
    disputed: fc.boolean(),
    confirmed: fc.boolean(),
    label: fc.string(),
    source: fc.string(),
    severity: fc.option(fc.integer({ min: 1, max: 5 })),
    field: fc.option(fc.string()),
  });
  const items = fc.record({
    kind: fc.string(),
    surface: fc.string(),
    language: fc.option(fc.string()),
    territory: fc.option(fc.string()),
    audience: fc.option(fc.nat()),
  });
  const found = fc.array(
    fc.record({
      itemId: fc.constant(newId()),
      item: items,
      signals: fc.array(signals, { maxLength: 6 }),
    }),
    { maxLength: 20 },
  );
  await fc.assert(
    fc.asyncProperty(found, async (batch) => {
      const placements = await house.database.inDesk(desk.deskId, (trx) =>
        placeItems(house.platform, trx, desk.deskId, batch),
      );
      assert.equal(placements.length, batch.length);
      for (const { queue, priority } of placements) {
        assert.match(queue, /^[a-z][a-z-]*$/);
        assert.ok(priority >= 0 && priority <= 100);
      }
    }),
    { numRuns: 40 },
  );
});
