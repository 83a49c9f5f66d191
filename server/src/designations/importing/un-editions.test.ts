/** The four dates of the real UN list: imported one after another, any of them, they say what each says alone. */
import assert from 'node:assert/strict';
import { createReadStream, existsSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openRoom, somebody, type RoomUnderTest } from '../../policy/testing.ts';
import { registerDesignations } from '../index.ts';
import { sourceFor } from '../list-source.ts';
import { importList } from './import-list.ts';
import { readEdition, type Edition } from './read-edition.ts';

const days = ['2021-01-27', '2024-01-02', '2025-06-01', '2026-02-27'];
const fileOf = (day: string) =>
  fileURLToPath(
    new URL(`../../../../../shared/designations/data/un-consolidated-${day}.xml`, import.meta.url),
  );
const isHere = days.every((day) => existsSync(fileOf(day)));

let room: RoomUnderTest;
before(async () => {
  room = await openRoom((app, platform) => registerDesignations(app, platform));
});
after(() => room[Symbol.asyncDispose]());

/** What an edition says of each, alone. */
const alone = (edition: Edition) =>
  new Map(edition.entries.map(({ reference, digest }) => [reference, digest.toString('hex')]));

test('any of the four dates in order equal each alone plus the difference', async (t) => {
  if (!isHere) return t.diagnostic('../shared holds no UN lists: not tried with real ones');
  const editions: Edition[] = [];
  for (const day of days)
    editions.push(await readEdition(sourceFor('un', undefined), createReadStream(fileOf(day))));
  // Every pair of neighbours, every jump, and all four.
  const orders = [[0], [0, 1, 2, 3], [0, 2], [0, 3], [1, 3], [1, 2, 3], [0, 1, 3], [2, 3]];
  for (const order of orders) {
    const { deskId } = somebody();
    let said = new Map<string, string>();
    for (const at of order) {
      const next = alone(editions[at]!);
      const { done } = await importList(
        room.platform,
        deskId,
        'test',
        'un',
        createReadStream(fileOf(days[at]!)),
        { force: true },
      );
      const gone = [...said.keys()].filter((reference) => !next.has(reference)).length;
      const came = [...next.keys()].filter((reference) => !said.has(reference)).length;
      const same = [...next].filter(([reference, digest]) => said.get(reference) === digest).length;
      // Who was removed and listed again in between counts as ended and as added.
      const again = done.ended - gone;
      assert.ok(again >= 0);
      assert.deepEqual(
        [done.added, done.changed, done.unchanged],
        [came + again, next.size - came - same - again, same],
      );
      said = next;
    }
    const open = await room.database.inDesk(deskId, (trx) =>
      trx
        .selectFrom('designation')
        .select(['reference', 'digest'])
        .where('ended_on', 'is', null)
        .execute(),
    );
    const standing = open.map(({ reference, digest }) => [reference, digest.toString('hex')]);
    assert.deepEqual(new Map(standing as [string, string][]), said, `after ${order.join(', ')}`);
    for (const at of order) {
      const listed = await listedOn(deskId, days[at]!);
      const wanted = [...alone(editions[at]!).keys()].toSorted();
      assert.deepEqual(listed, wanted, `on ${days[at]} of ${order.join(', ')}`);
    }
  }
});

test('those delisted and listed again have two intervals', async (t) => {
  if (!isHere) return t.diagnostic('../shared holds no UN lists: not tried with real ones');
  const { deskId } = somebody();
  for (const day of days)
    await importList(room.platform, deskId, 'test', 'un', createReadStream(fileOf(day)), {
      force: true,
    });
  const rows = await room.database.inDesk(deskId, (trx) =>
    trx
      .selectFrom('designation')
      .select(['reference', 'begins_on', 'ended_on', 'ended_by'])
      .orderBy('reference')
      .orderBy('begins_on')
      .execute(),
  );
  const again = [...Map.groupBy(rows, (row) => row.reference).values()].filter(
    (intervals) => intervals.length > 1,
  );
  assert.ok(again.length >= 84, `${again.length} were listed again`);
  for (const [first, second] of again) {
    assert.ok(first!.ended_on !== null && first!.ended_on <= second!.begins_on!, first!.reference);
    assert.equal(second!.ended_on, null);
  }
});

async function listedOn(deskId: string, day: string): Promise<string[]> {
  const rows = await room.database.inDesk(deskId, (trx) =>
    trx
      .selectFrom('designation')
      .select('reference')
      .where((where) => where(where.fn.coalesce('begins_on', 'listed_on'), '<=', day))
      .where((where) => where.or([where('ended_on', 'is', null), where('ended_on', '>', day)]))
      .execute(),
  );
  return rows.map(({ reference }) => reference).toSorted();
}
