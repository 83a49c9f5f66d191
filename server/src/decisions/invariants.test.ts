import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { DAY, HOUR } from '../platform/clock.ts';
import { ProblemError, type Person } from '../platform/http/index.ts';
import { newId } from '../platform/ids.ts';
import type { Trx } from '../platform/database/index.ts';
import { startTestHouse, type TestDesk, type TestHouse } from '../testing/start-test-desk.ts';
import { closeCase } from './close-case.ts';
import { decideCase } from './decide-case.ts';
import { decisionsOfCase, readDecision, reverseForAppeal } from './index.ts';
import { expireOverrides } from './jobs.ts';
import { keepDecisionRetention } from './keep-retention.ts';
import { reverseDecision } from './reverse-decision.ts';
import { approveDecision, refuseDecision } from './second-person.ts';
import { assessmentFor, decide, emergency, openCase } from './testing.ts';

let house: TestHouse;
let desk: TestDesk;
before(async () => {
  house = await startTestHouse();
  desk = await house.openDesk('reef');
});
after(() => house[Symbol.asyncDispose]());

/** Copies a decision with some columns changed, as the application's own role. */
function copyWith(decisionId: string, change: Record<string, unknown>): Promise<unknown> {
  return house.database.inDesk(desk.deskId, async (trx) => {
    const { rows } = await sql<Record<string, unknown>>`
      select * from decision where decision_id = ${decisionId}`.execute(trx);
    const { carries_measure: _, second_key: __, ...row } = rows[0] ?? {};
    const values = Object.entries<unknown>({ ...row, decision_id: newId(), ...change });
    const columns = sql.join(values.map(([name]) => sql.ref(name)));
    const given = sql.join(
      values.map(([, value]) =>
        typeof value === 'object' && value !== null && value.constructor === Object
          ? sql`${JSON.stringify(value)}::jsonb`
          : sql`${value}`,
      ),
    );
    await sql`insert into decision (${columns}) values (${given})`.execute(trx);
  });
}

test('the database itself refuses decisions that must not be', async () => {
  const { caseId } = await openCase(house, desk);
  const { moderator, senior } = desk.people;
  const { decision_id: id } = await decide(moderator, caseId, assessmentFor(house, desk));
  const at = (hours: number) => new Date(house.clock.now().getTime() + hours * HOUR);
  await copyWith(id, {});
  const attempts: readonly (readonly [string, Record<string, unknown>])[] = [
    ['gate_passed_or_override', { gate_passed: false }],
    ['bans_and_referrals_take_two', { measure: 'ban' }],
    ['bans_and_referrals_take_two', { measure: 'refer' }],
    ['two_people_where_needed', { needs_second: true }],
    ['second_is_somebody_else', { second_by: moderator.personId }],
    ['override_takes_two', { override_expires_at: at(1), gate_passed: false }],
    ['override_ends_within_a_day', { override_expires_at: at(25), second_by: senior.personId }],
    ['measure_is_assessed', { assessment: null }],
    ['measure_is_named', { measure: null }],
    ['effect_has_a_time', { effective_at: null }],
    ['reversal_is_whole', { state: 'reversed' }],
    ['appeal_stays_open', { appeal_until: at(24 * 30) }],
    ['refusal_is_somebody_elses', { refused_by: senior.personId }],
  ];
  for (const [constraint, change] of attempts)
    await assert.rejects(copyWith(id, change), (error: { constraint?: string }) => {
      assert.equal(error.constraint, constraint, JSON.stringify(change));
      return true;
    });
  for (const statement of [
    sql`delete from decision where decision_id = ${id}`,
    sql`delete from decision_basis where decision_id = ${id}`,
    sql`update decision_basis set clause_key = 'other' where decision_id = ${id}`,
  ])
    await assert.rejects(
      house.database.inDesk(desk.deskId, (trx) => statement.execute(trx)),
      /permission denied/,
    );
});

const steps = [
  'decide',
  'decide in two',
  'override',
  'close',
  'approve',
  'refuse',
  'reverse',
  'appeal',
  'ten hours',
] as const;
type Step = (typeof steps)[number];
const accepted = new Set<Step>();

/** Takes one step on the case's newest decision; a refusal is an answer like any other. */
async function take(step: Step, caseId: string, by: number): Promise<void> {
  if (step === 'ten hours') {
    house.clock.advance(10 * HOUR);
    await expireOverrides(house.platform);
    return;
  }
  const { moderator, senior, legal } = desk.people;
  const chosen = [moderator, senior, legal][by] ?? moderator;
  const who = { personId: chosen.personId, name: 'Somebody' } as Person;
  const { platform } = house;
  await house.database
    .inDesk(desk.deskId, async (trx) => {
      const decisionId = (await decisionsOfCase(trx, desk.deskId, caseId)).at(-1) ?? newId();
      const newest = await readDecision(trx, desk.deskId, decisionId).catch(() => null);
      const said = { version: newest?.version ?? 1, reason: 'So it is.' };
      const version = await held(trx, caseId, who.personId);
      const propose = (assessment: ReturnType<typeof assessmentFor>) =>
        decideCase(platform, trx, desk.deskId, caseId, { version, assessment }, who);
      const actions: Record<Exclude<Step, 'ten hours'>, () => Promise<unknown>> = {
        decide: () => propose(assessmentFor(house, desk)),
        'decide in two': () => propose(assessmentFor(house, desk, 'ban')),
        override: () => propose(assessmentFor(house, desk, 'remove', emergency)),
        close: () => closeCase(platform, trx, desk.deskId, caseId, { version, reason: 'No.' }, who),
        approve: () => approveDecision(platform, trx, desk.deskId, decisionId, said, who),
        refuse: () => refuseDecision(platform, trx, desk.deskId, decisionId, said, who),
        reverse: () => reverseDecision(platform, trx, desk.deskId, decisionId, said, who),
        appeal: () =>
          reverseForAppeal(platform, trx, desk.deskId, decisionId, {
            personId: who.personId,
            reasons: 'The appeal is right.',
          }),
      };
      await actions[step]();
    })
    .then(() => void accepted.add(step))
    .catch((error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
    });
}

/** Puts the case into a person's hands, as claiming would. */
async function held(trx: Trx, caseId: string, personId: string): Promise<number> {
  const row = await trx
    .updateTable('review_case')
    .set({
      claimed_by: personId,
      lease_until: new Date(house.clock.now().getTime() + HOUR),
    })
    .where('desk_id', '=', desk.deskId)
    .where('case_id', '=', caseId)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

/** What must be true of a case after any step. */
async function requireSound(caseId: string): Promise<void> {
  const now = house.clock.now();
  await house.database.inDesk(desk.deskId, async (trx) => {
    const decisions = await trx
      .selectFrom('decision')
      .selectAll()
      .where('case_id', '=', caseId)
      .execute();
    const measures = await trx
      .selectFrom('measure')
      .selectAll()
      .where(
        'decision_id',
        'in',
        decisions.length === 0 ? [newId()] : decisions.map((one) => one.decision_id),
      )
      .execute();
    const inForce = decisions.filter((one) => one.state === 'effective' && one.kind === 'measure');
    for (const one of inForce) {
      const inTime = one.override_expires_at !== null && one.override_expires_at > now;
      assert.ok(one.gate_passed || inTime, 'in force without a passed gate or a running override');
    }
    const live = measures.filter((one) => one.ended_at === null).map((one) => one.decision_id);
    assert.deepEqual(live.toSorted(), inForce.map((one) => one.decision_id).toSorted());
    const item = await trx
      .selectFrom('item')
      .innerJoin('case_item', 'case_item.item_id', 'item.item_id')
      .innerJoin('review_case', 'review_case.case_id', 'case_item.case_id')
      .select(['item.verdict', 'review_case.state'])
      .where('case_item.case_id', '=', caseId)
      .executeTakeFirstOrThrow();
    assert.equal(item.verdict === 'measured', inForce.length > 0);
    const waits = decisions.filter((one) => one.state === 'awaiting_second');
    assert.equal(item.state === 'awaiting_second', waits.length > 0);
    assert.ok(waits.length <= 1);
  });
}

test('whatever people do in whatever order, what is in force is what the gate let through', async () => {
  const moves = fc.array(fc.tuple(fc.constantFrom(...steps), fc.integer({ min: 0, max: 2 })), {
    minLength: 4,
    maxLength: 10,
  });
  await fc.assert(
    fc.asyncProperty(moves, async (sequence) => {
      const client = await housedCase();
      for (const [step, by] of sequence) {
        await take(step, client, by);
        await requireSound(client);
      }
    }),
    { numRuns: 25, endOnFailure: true },
  );
  assert.ok(accepted.has('decide') && accepted.size >= 4, [...accepted].join());
});

let reporter: Awaited<ReturnType<TestDesk['keyed']>> | undefined;

/** A case through a key made once: the clock runs on, and people's sessions with it. */
async function housedCase(): Promise<string> {
  reporter ??= await desk.keyed(['reports:write']);
  const { caseId } = await openCase(house, { ...desk, keyed: async () => reporter! });
  return caseId;
}

test('on its date a decision loses its words and keeps what is counted', async () => {
  const caseId = await housedCase();
  await take('decide', caseId, 0);
  house.clock.advance(366 * DAY);
  await keepDecisionRetention(house.platform);
  const [row] = await decisionsOn(caseId);
  assert.ok(row?.erased_at);
  assert.deepEqual([row.title, row.reasons, row.actor_external_id], ['', '', null]);
  assert.deepEqual([row.assessment?.facts, row.assessment?.aim.threat], ['', '']);
  assert.deepEqual(row.assessment?.harm.categories, ['recruitment']);
});

function decisionsOn(caseId: string) {
  return house.database.inDesk(desk.deskId, (trx) =>
    trx.selectFrom('decision').selectAll().where('case_id', '=', caseId).execute(),
  );
}
