/** The whole way of a listing: taken in, found, decided on, ended, looked at again, and back. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Decision } from '@commonweal/contract';
import { unXml, wholeEdition, type MadeUpEntry } from '../designations/made-up-list.test-data.ts';
import { newId } from '../platform/ids.ts';
import { startTestHouse, type TestDesk, type TestHouse } from '../testing/start-test-desk.ts';
import { assessmentFor, decide } from './testing.ts';

let house: TestHouse;
let desk: TestDesk;
before(async () => {
  house = await startTestHouse();
  desk = await house.openDesk('reef');
});
after(() => house[Symbol.asyncDispose]());

async function takeIn(entries: readonly MadeUpEntry[], day: string): Promise<void> {
  await desk.people.analyst.client.importList({
    params: { list_key: 'un' },
    raw: { body: unXml(entries, day).toString(), contentType: 'application/xml' },
  });
}

async function postNaming(name: string): Promise<string> {
  const platform = await desk.keyed(['items:write']);
  const { case_id, signals } = await platform.createItem({
    body: {
      external_id: newId(),
      kind: 'post',
      surface: 'open',
      text: `Write to the harbour office of the ${name} and join.`,
      actor: { external_id: 'account-1' },
      posted_at: house.clock.now().toISOString(),
    },
  });
  assert.deepEqual(
    signals.map((signal) => signal.kind),
    ['listed_name'],
  );
  return case_id ?? assert.fail('a listed name opens a case');
}

const readAgain = ({ decision_id }: Decision) =>
  desk.people.senior.client.readDecision({ params: { decision_id } });
const lastOf = async (caseId: string) => {
  const { history } = await desk.people.moderator.client.readCase({ params: { case_id: caseId } });
  return history.at(-1);
};

test('a listing that ends puts up for review what was decided on it, and is found no more', async () => {
  const edition = wholeEdition();
  const [listed, ...others] = edition;
  await takeIn(edition, '2026-03-01');
  const caseId = await postNaming(listed!.name);
  const waiting = await postNaming(listed!.name);
  const decision = await decide(desk.people.moderator, caseId, assessmentFor(house, desk));

  await takeIn(others, '2026-04-01');
  const seen = await readAgain(decision);
  assert.equal(seen.state, 'effective', 'the measure stays until somebody has looked');
  const [review, ...more] = seen.reviews;
  assert.deepEqual(more, []);
  assert.deepEqual(
    [review?.cause, review?.subject, review?.state],
    ['listing_ended', `${listed!.name} (UN ${listed!.reference})`, 'open'],
  );
  assert.match(review?.cause_reason ?? '', /no longer in the edition of 2026-04-01/);
  assert.equal((await desk.people.senior.client.countDecisions()).up_for_review, 1);
  for (const id of [caseId, waiting]) {
    const last = await lastOf(id);
    assert.deepEqual([last?.kind, last?.tool], ['ground_withdrawn', 'lists']);
  }
  const platform = await desk.keyed(['items:write']);
  const { signals } = await platform.createItem({
    body: {
      external_id: newId(),
      kind: 'post',
      surface: 'open',
      text: `The ${listed!.name} again.`,
      actor: { external_id: 'account-1' },
      posted_at: house.clock.now().toISOString(),
    },
  });
  assert.deepEqual(signals, [], 'who is not listed is not found');

  await takeIn([{ ...listed!, listedOn: '2026-04-20' }, ...others], '2026-05-01');
  const back = await readAgain(decision);
  assert.deepEqual([back.state, back.reviews[0]?.state], ['effective', 'restored']);
  assert.equal((await lastOf(caseId))?.kind, 'ground_restored');
});

test('who is removed and listed again between two editions is listed still', async () => {
  const edition = wholeEdition();
  const [, second, ...others] = edition;
  await takeIn(edition, '2026-06-01');
  const caseId = await postNaming(second!.name);
  const decision = await decide(desk.people.moderator, caseId, assessmentFor(house, desk));
  await takeIn([edition[0]!, { ...second!, listedOn: '2026-06-15' }, ...others], '2026-07-01');
  assert.deepEqual((await readAgain(decision)).reviews, []);
});

test('a forged or truncated list ends nothing, and puts nothing up for review', async () => {
  const edition = wholeEdition();
  const third = edition[2]!;
  await takeIn(edition, '2026-08-01');
  const caseId = await postNaming(third.name);
  const decision = await decide(desk.people.moderator, caseId, assessmentFor(house, desk));
  const asItWas = await desk.people.analyst.client.listLists();
  const whole = unXml(edition, '2026-09-01').toString();
  const small = unXml(edition.slice(3, 100), '2026-09-01').toString();
  for (const forged of [
    whole.slice(0, whole.length * 0.9),
    small,
    whole.replace('</ENTITIES>', ''),
  ])
    await assert.rejects(
      desk.people.analyst.client.importList({
        params: { list_key: 'un' },
        raw: { body: forged, contentType: 'application/xml' },
      }),
    );
  assert.deepEqual(await desk.people.analyst.client.listLists(), asItWas);
  assert.deepEqual((await readAgain(decision)).reviews, []);
});
