/** Cases to decide and assessments that pass, for tests; everything in them is invented. */
import assert from 'node:assert/strict';
import { ApiProblem } from '@commonweal/client';
import type { Assessment, Decision } from '@commonweal/contract';
import { ladder, lighterRungs, measureFacts, type MeasureKind } from '@commonweal/law';
import { DAY, later } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import type { TestDesk, TestHouse, TestPerson } from '../testing/start-test-desk.ts';

/** A reported post and the case about it. */
export interface TestCase {
  readonly caseId: string;
  readonly itemId: string;
  readonly externalId: string;
}

/** Has a post reported, so that there is a case. `posted`: whether the platform says when. */
export async function openCase(
  house: TestHouse,
  desk: TestDesk,
  { posted = true, externalId = newId() }: { posted?: boolean; externalId?: string } = {},
): Promise<TestCase> {
  const client = await desk.keyed(['reports:write']);
  const { case_id, item_id } = await client.createReport({
    body: {
      item: {
        external_id: externalId,
        kind: 'post',
        surface: 'open',
        text: `The Grey Tide wants you. Write to the harbour office. (${newId()})`,
        actor: { external_id: `account-${externalId}` },
        ...(posted ? { posted_at: house.clock.now().toISOString() } : {}),
      },
      reporter: { kind: 'user', external_id: 'reader-7' },
      reason: 'recruitment',
      said: 'They ask people to join.',
      good_faith: true,
    },
  });
  if (case_id === null) throw new Error('The report opened no case.');
  return { caseId: case_id, itemId: item_id, externalId };
}

/** An assessment that passes the gate for this measure, or lacks only the second person. */
export function assessmentFor(
  house: TestHouse,
  desk: TestDesk,
  measure: MeasureKind = 'remove',
  change: Partial<Assessment> = {},
): Assessment {
  const subject = measureFacts[measure].subjects[0] ?? 'item';
  const lighter = ladder(subject).includes(measure) ? lighterRungs(measure, subject) : [];
  const timed = measureFacts[measure].timed === 'required';
  return {
    measure,
    scope: {
      target: subject === 'item' ? 'item' : 'account',
      territories: measure === 'geo_restrict' ? ['FR'] : 'global',
      until: timed ? later(house.clock.now(), 30 * DAY).toISOString() : null,
    },
    ground: {
      type: 'policy_clause',
      policy_version_id: desk.policy.policy_version_id,
      clause_keys: ['recruitment'],
    },
    harm: { categories: ['recruitment'], severity: 3 },
    context: { purpose: 'none', note: '' },
    aim: { aim: 'public_order', threat: 'It gives readers a way to join the Grey Tide.' },
    alternatives: lighter.map((rung) => ({
      measure: rung,
      rejected_because: 'The address would still be there to use.',
    })),
    necessity: 'The post is an appeal to join and nothing else.',
    rabat: {},
    posted_at: null,
    facts: 'You posted an appeal to join the Grey Tide, with an address to write to.',
    notice: { when: 'now' },
    override: null,
    ...change,
  };
}

/** An override for an assessment: a life is in danger, and the police were told. */
export const emergency: Pick<Assessment, 'override' | 'harm' | 'alternatives' | 'necessity'> = {
  override: {
    reason: 'An attack on the ferry is announced for this afternoon.',
    imminent_threat: true,
    law_enforcement_told: 'Harbour police, by telephone, just now.',
  },
  harm: { categories: ['recruitment'], severity: 5 },
  alternatives: [],
  necessity: '',
};

/** Takes a case and decides it as a person. */
export async function decide(
  person: TestPerson,
  caseId: string,
  assessment: Assessment,
): Promise<Decision> {
  const version = await claim(person, caseId);
  return person.client.decideCase({
    params: { case_id: caseId },
    body: { version, assessment },
  });
}

/** Takes a case. @returns the version to decide on */
export async function claim(person: TestPerson, caseId: string): Promise<number> {
  const params = { case_id: caseId };
  const { case: seen } = await person.client.readCase({ params });
  return (await person.client.claimCase({ params, body: { version: seen.version } })).version;
}

/** Approves a decision as a second person. */
export async function approve(
  person: TestPerson,
  { decision_id, version }: Decision,
): Promise<Decision> {
  return person.client.approveDecision({
    params: { decision_id },
    body: { version, reason: 'I agree.' },
  });
}

/** Asserts a refusal of a kind and hands it over. */
export async function refused(work: Promise<unknown>, kind: string): Promise<ApiProblem> {
  const error = await work.then(
    () => assert.fail(`not refused: ${kind}`),
    (cause: unknown) => cause,
  );
  assert.ok(error instanceof ApiProblem, String(error));
  assert.equal(error.problem.type, `urn:commonweal:problem:${kind}`, error.problem.detail);
  return error;
}
