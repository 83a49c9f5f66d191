import type { ClauseFacts, Facts } from '../facts.ts';
import { readInstant, within } from '../instants.ts';
import { meets, table } from '../rule.ts';

const foreseeable = 'ICCPR Art 19(3); General Comment 34 para 25';

/** Gate A, policy: the rule is clear, published, was in force, and we act under it. */
export const policyRules = table('A', 'no_basis', [
  {
    id: 'A1',
    holds: 'A clause of a published policy, or an order, is cited.',
    test: (facts) => meets(groundIsCited(facts), 'missing'),
    missingAs: 'no_basis',
    pointer: ({ ground }) =>
      ground.type === 'order' || (ground.type === 'both' && ground.clauses.length > 0)
        ? '/ground/order'
        : '/ground/clauses',
    otherwise: ({ ground }) =>
      ground.type === 'both'
        ? 'The ground claims both a policy clause and an order, and does not cite both.'
        : 'Nothing is cited that would allow this.',
    fix: 'Cite the clause, or the order, that this rests on. If there is none, do not act.',
    source: foreseeable,
  },
  {
    id: 'A2',
    holds: 'The time of posting is known, and lies before the decision.',
    when: 'the ground is a policy clause',
    applies: usesClauses,
    test: ({ record, postedAt, at }) =>
      postedAt === null
        ? meets(false, record.postedAt === null ? 'missing' : 'failed')
        : meets(at === null || postedAt <= at, 'failed'),
    failsAs: 'incomplete',
    pointer: '/record/postedAt',
    otherwise: ({ record }) =>
      record.postedAt === null
        ? 'It is not known when this was posted, so nobody can say whether the rule existed then.'
        : 'The time of posting cannot be read, or lies after the decision.',
    fix: 'Record when it was posted; ask the platform. Where only a span is known, give its beginning.',
    source: foreseeable,
  },
  {
    id: 'A3',
    holds: 'Every clause cited is from a version that was published.',
    when: 'the ground is a policy clause',
    applies: ({ clauses }) => clauses.length > 0,
    test: ({ clauses }) => meets(clauses.every(isPublished), 'failed'),
    pointer: firstClause((clause) => !isPublished(clause)),
    otherwise: 'A clause is cited from a version that was never published.',
    fix: 'Cite a published version. A draft binds nobody.',
    source: foreseeable,
  },
  {
    id: 'A4',
    holds: 'Every clause cited was published and in force when the content was posted.',
    when: 'the ground is a policy clause and the time of posting is known',
    applies: ({ clauses, postedAt }) => clauses.length > 0 && postedAt !== null,
    test: ({ clauses }) =>
      meets(
        clauses.every((clause) => clause.inForceWhenPosted),
        'failed',
      ),
    pointer: firstClause((clause) => !clause.inForceWhenPosted),
    otherwise: 'A clause is cited that was not a published rule in force when this was posted.',
    fix: 'Cite the version in force at that time. If there was no such rule then, do not act under it.',
    source: `${foreseeable}; ICCPR Art 15 by analogy`,
  },
  {
    id: 'A5',
    holds: 'Every clause cited is still in force when the decision is made.',
    when: 'the ground is a policy clause and the time of the decision can be read',
    applies: (facts) => facts.clauses.length > 0 && facts.at !== null,
    test: ({ clauses }) =>
      meets(
        clauses.every((clause) => clause.inForceNow),
        'failed',
      ),
    pointer: firstClause((clause) => !clause.inForceNow),
    otherwise: 'A clause is cited that is no longer in force.',
    fix: 'Cite the same clause from the version in force today as well. If it was repealed, do not act under it.',
    source: foreseeable,
  },
  {
    id: 'A6',
    holds: 'A clause cited covers a harm recorded that can carry this measure.',
    when: 'the ground is a policy clause and a harm is recorded',
    applies: ({ clauses, record }) => clauses.length > 0 && record.harm.categories.length > 0,
    test: ({ clauses }) =>
      meets(
        clauses.some((clause) => clause.covers),
        'failed',
      ),
    pointer: '/ground/clauses/0/harmCategories',
    otherwise: 'No clause cited covers a harm recorded that could carry this measure.',
    fix: 'Cite the clause that covers this harm, or look again at the harm recorded.',
    source: 'General Comment 34 para 25',
  },
  {
    id: 'A7',
    holds:
      'A clause that covers the harm allows this measure, or a heavier one on the same subject.',
    when: 'a clause cited covers the harm',
    applies: ({ clauses }) => clauses.some((clause) => clause.covers),
    test: ({ clauses }) =>
      meets(
        clauses.some((clause) => clause.covers && clause.allows),
        'failed',
      ),
    pointer: '/proposal/measure',
    otherwise: 'The clause that covers this harm does not allow this measure.',
    fix: 'Choose a measure that the clause allows.',
    source: 'General Comment 34 para 25; Santa Clara Principles 2.0, 2',
  },
]);

/** Gate A, orders: what came from an authority is an order only when its power, sender and form check out. */
export const orderRules = table('A', 'no_basis', [
  {
    id: 'A8',
    holds: 'The order rests on a legal power known to the registry.',
    when: 'the ground is an order',
    applies: hasOrder,
    test: ({ order }) => meets(!!order?.powerId, 'failed'),
    failsAs: 'request_not_order',
    pointer: '/ground/order/powerId',
    otherwise: 'No legal power was found for this demand: it is a request.',
    fix: 'Treat it as a report under your own policy, and count it as influenced by a state.',
    source: 'Manila Principles II; Santa Clara Principles 2.0, 4',
  },
  {
    id: 'A9',
    holds: 'The sender is a known authority, and was authenticated.',
    when: 'the ground is an order',
    applies: hasOrder,
    test: ({ order }) => meets(!!order?.authorityVerified, 'failed'),
    failsAs: 'request_not_order',
    pointer: '/ground/order/authorityVerified',
    otherwise: 'Nobody has verified who sent this demand: it is a request.',
    fix: 'Call the authority back on a number you know, or check its signature.',
    source: 'Manila Principles III; Regulation (EU) 2021/784 Annex I, E',
  },
  {
    id: 'A10',
    holds: 'The order has every part that its power requires.',
    when: 'the ground is an order',
    applies: hasOrder,
    test: ({ order }) => meets(!!order?.complete && order.missing.length === 0, 'failed'),
    failsAs: 'defective_order',
    pointer: '/ground/order/missing',
    otherwise: ({ order }) =>
      order && order.missing.length > 0
        ? `The order lacks: ${order.missing.join('; ')}.`
        : 'The order was not found to be complete.',
    fix: 'Tell the authority what is missing, on the form its law gives for that.',
    source: 'Regulation (EU) 2021/784 Art 3(4) and 3(8); Regulation (EU) 2022/2065 Art 9(2)',
  },
  {
    id: 'A11',
    holds: 'The order is in force when the decision is made.',
    when: 'the ground is an order and the time of the decision can be read',
    applies: (facts) => facts.order !== null && facts.at !== null,
    test: (facts) =>
      meets(
        facts.order !== null &&
          facts.at !== null &&
          within(facts.at, facts.order.inForceFrom, facts.order.inForceUntil),
        'failed',
      ),
    pointer: '/ground/order/inForceFrom',
    otherwise: 'The order is not, or no longer, in force.',
    fix: 'Ask the authority for an order in force. If it has lapsed, do not act under it.',
    source: 'ICCPR Art 19(3); Manila Principles IV',
  },
  {
    id: 'A12',
    holds: 'The measure reaches no further than the order has legal effect.',
    when: 'the ground is an order alone',
    applies: ({ ground, order }) => ground.type === 'order' && order !== null,
    test: (facts) => meets(liesWithinOrder(facts), 'failed'),
    pointer: '/proposal/scope/territories',
    otherwise: 'The measure would reach people where this order has no legal effect.',
    fix: 'Limit it to the territories of the order.',
    source: 'Regulation (EU) 2022/2065 Art 9(2)(b); Manila Principles IV',
  },
]);

function groundIsCited({ ground }: Facts): boolean {
  const clause = ground.type === 'order' || ground.clauses.length > 0;
  const order = ground.type === 'policy_clause' || ground.order !== null;
  return clause && order;
}

function usesClauses({ ground }: Facts): boolean {
  return ground.type !== 'order';
}

function hasOrder({ order }: Facts): boolean {
  return order !== null;
}

function isPublished({ versions }: ClauseFacts): boolean {
  return versions.every((version) => readInstant(version.publishedAt) !== null);
}

function firstClause(wrong: (clause: ClauseFacts) => boolean) {
  return ({ clauses }: Facts) => `/ground/clauses/${clauses.find(wrong)?.index ?? 0}`;
}

function liesWithinOrder({ order, proposal }: Facts): boolean {
  const reach = proposal.scope.territories;
  if (order === null || order.territories === 'global') return true;
  const effect = order.territories;
  return reach !== 'global' && reach.every((territory) => effect.includes(territory));
}
