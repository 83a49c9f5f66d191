import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Clause } from '@commonweal/contract';
import {
  clauseAtFault,
  isComplete,
  keepTypedDraft,
  moveClause,
  newClause,
  sameDraft,
} from './draft.ts';
import { standingOf } from './standing.ts';

const clause = (key: string): Clause => ({
  key,
  title: 'Threatening people',
  text: 'You may not threaten people with violence.',
  not_covered: '',
  harm_categories: ['threats'],
  measures: ['remove'],
});

test('a version stands by its dates', () => {
  const now = new Date('2026-11-20T12:00:00Z');
  const at = (from: string | null, until: string | null = null) =>
    standingOf(
      { state: from ? 'published' : 'draft', in_force_from: from, in_force_until: until },
      now,
    );
  assert.equal(at(null), 'draft');
  assert.equal(at('2026-11-21T00:00:00Z'), 'coming');
  assert.equal(at('2026-11-20T12:00:00Z'), 'in_force');
  assert.equal(at('2026-01-01T00:00:00Z', '2026-11-20T12:00:00Z'), 'past');
  assert.equal(at('2026-01-01T00:00:00Z', '2026-12-01T00:00:00Z'), 'in_force');
});

test('a new clause takes a key of its own', () => {
  assert.equal(newClause([]).key, 'clause-1');
  assert.equal(newClause([clause('threats'), clause('clause-3')]).key, 'clause-4');
});

test('clauses move without any being lost', () => {
  const keys = (list: Clause[]) => list.map(({ key }) => key).join('');
  const list = ['a', 'b', 'c'].map(clause);
  assert.equal(keys(moveClause(list, 0, 2)), 'bca');
  assert.equal(keys(moveClause(list, 2, 0)), 'cab');
  assert.equal(keys(moveClause(list, 0, -1)), 'abc');
  assert.equal(keys(moveClause(list, 2, 3)), 'abc');
});

test('a clause is complete when the API would take it', () => {
  assert.equal(isComplete(clause('threats')), true);
  assert.equal(isComplete({ ...clause('threats'), measures: [] }), false);
  assert.equal(isComplete({ ...clause('Threats') }), false);
  assert.equal(isComplete({ ...clause('threats'), text: 'Too short' }), false);
});

test('a refusal leads to its clause', () => {
  const problem = (pointer: string) => ({
    type: 't',
    title: 't',
    status: 422,
    errors: [{ pointer, detail: 'd' }],
  });
  assert.equal(clauseAtFault(problem('/clauses/4/key')), 4);
  assert.equal(clauseAtFault(problem('/title')), null);
  assert.equal(clauseAtFault(null), null);
});

test('drafts that say the same are the same', () => {
  const draft = { title: 'Rules', language: 'en', definition: 'd', clauses: [clause('a')] };
  assert.equal(sameDraft(draft, structuredClone(draft)), true);
  assert.equal(sameDraft(draft, { ...draft, title: 'Other' }), false);
});

test('what was typed stays, and what somebody else changed meanwhile is not undone', () => {
  const opened = {
    title: 'Rules',
    language: 'en',
    definition: 'd',
    clauses: ['a', 'b', 'c', 'd'].map(clause),
  };
  const [a, b, c, d] = opened.clauses as [Clause, Clause, Clause, Clause];
  const typed = {
    ...opened,
    title: 'Mine',
    clauses: [{ ...a, title: 'A, mine' }, b, { ...d, text: 'D, mine' }, clause('mine')],
  };
  const now = structuredClone({
    ...opened,
    title: 'Theirs',
    definition: 'theirs',
    clauses: [{ ...a, text: 'A, theirs' }, c, clause('theirs')],
  });
  assert.deepEqual(keepTypedDraft(typed, opened, now), {
    title: 'Mine',
    language: 'en',
    definition: 'theirs',
    clauses: [
      { ...a, title: 'A, mine', text: 'A, theirs' },
      { ...d, text: 'D, mine' },
      clause('mine'),
      clause('theirs'),
    ],
  });
});

test('nothing typed takes all that stands there now, and nothing changed there keeps all that was typed', () => {
  const opened = { title: 'R', language: 'en', definition: 'd', clauses: ['a', 'b'].map(clause) };
  const other = { title: 'S', language: 'fr', definition: 'e', clauses: ['b', 'c'].map(clause) };
  assert.deepEqual(keepTypedDraft(opened, opened, other), other);
  assert.deepEqual(keepTypedDraft(other, opened, structuredClone(opened)), other);
});
