import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY, later } from '../platform/clock.ts';
import { handOverDelayed } from './hand-over-delayed.ts';
import { beginStory } from './testing.ts';

test('when a lawful delay ends the platform is given the address of the notice, once', async () => {
  await using story = await beginStory();
  const { house, desk } = story;
  const { platform } = house;
  await desk.administrator.client.updateDesk({ body: { allow_private_endpoints: true } });
  await desk.administrator.client.createEndpoint({
    body: { name: 'Platform', url: 'http://127.0.0.1:9/hook' },
  });
  const until = later(house.clock.now(), 7 * DAY).toISOString();
  const { case_id: caseId } = await story.report();
  await story.restrict(caseId ?? '', {
    notice: { when: 'delayed', basis: 'An order not to tell, under Article 11(3)', until },
  });
  const told = async () =>
    (
      await house.database.inDesk(desk.deskId, (trx) =>
        trx
          .selectFrom('delivery')
          .select('event')
          .where('event', '=', 'notice.available')
          .execute(),
      )
    ).length;

  await handOverDelayed(platform);
  assert.equal(await told(), 0, 'not before its time');
  house.clock.advance(7 * DAY + 1000);
  await handOverDelayed(platform);
  await handOverDelayed(platform);
  assert.equal(await told(), 1);
});
