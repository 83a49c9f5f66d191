import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { test } from 'node:test';
import { REASON_TEXT, judgeName } from './alias-policy.ts';
import { importUn } from './importers/un.ts';
import { buildNameMatcher, supportHits } from './name-matcher.ts';
import { INNOCENT_PROSE } from './innocent-prose.test-data.ts';
import { INVENTED_LIST } from './invented-list.test-data.ts';
import { realList } from './real-list.test-data.ts';
import type { EntityKind, ListedEntity, NameStrength } from './register.ts';

function reasonFor(text: string, kind: EntityKind, strength: NameStrength = 'unstated') {
  return judgeName({ text, kind: 'alias', strength, script: 'Latn' }, kind).reason;
}

const verdicts: [text: string, kind: EntityKind, reason: ReturnType<typeof reasonFor>][] = [
  ['The Base', 'organisation', 'ordinary_words'],
  ['THE YOUTH', 'organisation', 'ordinary_words'],
  ['Combat', 'organisation', 'ordinary_words'],
  ['Basis', 'organisation', 'ordinary_words'],
  ['IS', 'organisation', 'ordinary_words'],
  ['HAS', 'organisation', 'ordinary_words'],
  ['Superior', 'organisation', 'ordinary_words'],
  ['Soldiers of Freedom', 'organisation', 'ordinary_words'],
  ['GHF', 'organisation', 'short_acronym'],
  ['GHF-K', 'organisation', 'short_acronym'],
  ['Said', 'person', 'single_given_name'],
  ['John', 'person', 'single_given_name'],
  ['Abu Orlandis', 'person', 'single_given_name'],
  ['Muhammad Ali', 'person', 'common_personal_name'],
  ['Hero', 'organisation', 'too_short'],
  ['Heronites', 'organisation', null],
  ['Grey-Heron Front', 'organisation', null],
  ["Al-Her'on", 'organisation', null],
  ['Orlandis Ventramont', 'person', null],
];
for (const [text, kind, reason] of verdicts) {
  test(`${text} (${kind}): ${reason ?? 'stands alone'}`, () => {
    assert.equal(reasonFor(text, kind), reason);
    if (reason !== null) assert.match(REASON_TEXT[reason], /\.$/);
  });
}

test('a name its publisher calls weak never stands alone', () => {
  assert.equal(reasonFor('Orlandis Ventramont', 'person', 'weak'), 'officially_weak');
});

async function invented(): Promise<readonly ListedEntity[]> {
  return (await importUn([Buffer.from(INVENTED_LIST)])).entries;
}

test('a listed name is found with its place, and is evidence of a name only', async () => {
  const matcher = buildNameMatcher(await invented());
  const text = 'They joined the grey‑heron FRONT.';
  assert.deepEqual(matcher.scan(text, 'body'), [
    {
      evidence: 'name_only',
      reference: 'TSe.001',
      name: 'GREY HERON FRONT',
      strength: 'strong',
      alone: true,
      suppressedReason: null,
      matched: 'grey‑heron FRONT',
      start: 16,
      end: 32,
      field: 'body',
      undone: [],
    },
  ]);
});

test('a listed name hidden in a text is found and says how; an acronym is not read into it', () => {
  const name = { kind: 'primary', strength: 'strong', script: 'Latn' } as const;
  const listed = {
    kind: 'organisation',
    listedOn: '2020-01-01',
    updatedOn: null,
    listType: 'Invented',
  } as const;
  const matcher = buildNameMatcher(
    ['Ravenmark Sodality', 'GHFK'].map((text, at) => ({
      ...listed,
      reference: `XXe.${at}`,
      names: [{ ...name, text }],
    })),
  );
  const [hit] = matcher.scan('r4venm4rk s-o-d-a-l-i-t-y', 'body');
  assert.deepEqual([hit?.reference, hit?.undone], ['XXe.0', ['leet', 'separated']]);
  assert.deepEqual(matcher.scan('G H F K, GНFK', 'body'), []);
  assert.equal(matcher.scan('GH\u200bFK', 'body').length, 1);
});

test('a family name first is found in both orders', async () => {
  const matcher = buildNameMatcher(await invented());
  for (const text of ['Orlando Ventramonte', 'VENTRAMONTE, Orlando']) {
    assert.deepEqual(
      matcher.scan(text, 'body').map(({ reference }) => reference),
      ['TSi.001'],
    );
  }
});

test('suppressed names support another name of the same entity, and nothing by themselves', async () => {
  const matcher = buildNameMatcher(await invented());
  const alone = matcher.scan('The youth of GHF', 'body');
  assert.deepEqual(
    alone.map(({ suppressedReason }) => suppressedReason),
    ['ordinary_words', 'short_acronym'],
  );
  assert.deepEqual(supportHits(alone), []);
  const title = matcher.scan('Grey Heron Front', 'title');
  assert.equal(supportHits([...title, ...alone]).length, 3);
  const other = matcher.scan('Orlandis Ventramont', 'title');
  assert.deepEqual(supportHits([...other, ...alone]), other);
});

test('an acronym in small letters is a word, not a name', async () => {
  const matcher = buildNameMatcher(await invented());
  assert.deepEqual(matcher.scan('ghf Ghf', 'body'), []);
});

test('a name inside a longer name of the same entity is not said twice', () => {
  const names = ['Grey Heron', 'Grey Heron Front'].map((text) => {
    return { text, kind: 'alias', strength: 'strong', script: 'Latn' } as const;
  });
  const entity = { reference: 'A', kind: 'organisation', names, listType: 'T' } as const;
  const matcher = buildNameMatcher([{ ...entity, listedOn: '2020-01-01', updatedOn: null }]);
  assert.deepEqual(
    matcher.scan('Grey Heron Front and Grey Heron', 'body').map(({ matched }) => matched),
    ['Grey Heron Front', 'Grey Heron'],
  );
});

test('every strong name of the UN list is found in a sentence; innocent prose raises nothing', async () => {
  const path = realList('un-consolidated-2026-02-27.xml');
  if (path === null) return;
  const { entries } = await importUn(createReadStream(path));
  const matcher = buildNameMatcher(entries);
  let searched = 0;
  for (const { reference, kind, names } of entries) {
    for (const name of names) {
      if (name.strength === 'weak') continue;
      searched++;
      const hits = matcher.scan(`They say that ${name.text}, among others, was seen.`, 'body');
      const hit = hits.find((found) => found.reference === reference);
      assert.ok(hit, `${reference} ${name.text}`);
      if (judgeName(name, kind).alone) assert.ok(hit.alone, `${reference} ${name.text}`);
    }
  }
  assert.ok(searched > 3000);
  for (const text of INNOCENT_PROSE) {
    const raised = supportHits(matcher.scan(text, 'body'));
    assert.deepEqual(raised, [], text);
  }
});
