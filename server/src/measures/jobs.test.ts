import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startTestHouse } from '../testing/start-test-desk.ts';
import { openListeningDesk, typesOf } from './testing.ts';

test('with the jobs running, a decision and its reversal reach the platform by themselves', async () => {
  await using house = await startTestHouse({ work: true });
  await using here = await openListeningDesk(house);
  await here.addEndpoint();
  const { decision, measureId } = await here.removal();
  await here.reverse(decision.decision_id);
  const patience = AbortSignal.timeout(30_000);
  const done = async () => (await here.read(measureId)).measure.state === 'ended';
  while (!(await done())) {
    assert.ok(!patience.aborted, 'the platform was told in time');
    await sleep(100);
  }
  assert.deepEqual(typesOf(here.receiver.received), ['measure.applied', 'measure.reversed']);
});
