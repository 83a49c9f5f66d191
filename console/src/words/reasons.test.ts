import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Because, reportReasons } from '@commonweal/contract';
import { sentencesOf, reportReasonNames } from './reasons.ts';

const known = {
  field: 'text',
  count: 1,
  further: 0,
  bank: 'Oaths',
  source: 'Lab',
  disputed: false,
} as const;

/** A reason of each kind that says all that its kind can say. */
const reasons: readonly Because[] = [
  { code: 'digest', ...known, field: 'files/1', algorithm: 'sha256' },
  {
    code: 'picture',
    ...known,
    field: 'files/0',
    distance: 12,
    turned: 'rotated90',
    frame: 3,
    seconds: null,
    known_seconds: 4,
  },
  {
    code: 'video',
    ...known,
    field: 'files/0',
    found: 90.5,
    known_found: 20,
    overlaps: [
      { file: { from: 0, to: 9 }, known: { from: 30, to: 39 }, distance: 2.5 },
      { file: { from: 20, to: 24 }, known: { from: 50, to: 54 }, distance: 0 },
    ],
  },
  { code: 'near_text', ...known, quote: 'An oath', algorithm: 'tlsh', distance: 21 },
  { code: 'link', ...known, quote: 'hxxps://example[.]test', known_as: 'example.test/' },
  { code: 'phrase', ...known, quote: 'oath', count: 3, further: 10, disputed: true },
  {
    code: 'listed_name',
    field: 'display_name',
    count: 1,
    further: 0,
    quote: 'HARBOUR',
    listed: 'Harbour',
    name: 'Harbour Front',
    entity: 'organisation',
    authority: 'UN',
    since: '2020-01-01',
    reference: 'XXe.1',
  },
  {
    code: 'listed_name_like',
    field: 'display_name',
    count: 1,
    further: 0,
    quote: 'Army of the Harbour',
    listed: 'Jaysh Harbour',
    name: 'Harbour Front',
    entity: 'organisation',
    authority: 'UN',
    since: '2020-01-01',
    reference: 'XXe.1',
    also_listed_by: ['GB'],
    percent: 91,
    parts: [{ asked: 'army', listed: 'jaysh', how: 'same_meaning' }],
  },
  { code: 'report', by: 'state_request', label: 'threat', source: 'a public authority' },
  { code: 'erased' },
];

test('every kind of reason has sentences, and each sentence is given all that it names', () => {
  assert.deepEqual(
    reasons.map(({ code }) => code),
    Because.anyOf.map((one) => one.properties.code.const),
  );
  for (const because of reasons) {
    const sentences = sentencesOf(because);
    assert.ok(sentences && sentences.length > 0, because.code);
    for (const { message, values } of sentences) {
      const named = [...message.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1] ?? '');
      assert.deepEqual(Object.keys(values).toSorted(), named.toSorted(), message);
    }
  }
});

test('a reason says how often, whether it is disputed, and what is not listed', () => {
  const messages = (because: Because) => sentencesOf(because)!.map(({ message }) => message);
  assert.deepEqual(messages(reasons[5]!).slice(1), [
    'It was found {count} times; this is the first place.',
    'The entry is disputed.',
    '{further, plural, one {# more match is not listed.} other {# more matches are not listed.}}',
  ]);
  assert.equal(messages(reasons[0]!).length, 1);
});

test('all that can be reported has words, and a kind of reason that is not known has none', () => {
  for (const reason of reportReasons) assert.ok(reportReasonNames[reason], reason);
  assert.equal(sentencesOf({ code: 'of tomorrow' } as unknown as Because), null);
});
