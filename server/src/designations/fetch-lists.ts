import { createReadStream } from 'node:fs';
import { readDesk } from '../desks/index.ts';
import { BlobTooLarge } from '../platform/blobs/blobs.ts';
import { HOUR, later, MINUTE } from '../platform/clock.ts';
import { listDesks } from '../platform/directory.ts';
import { ProblemError } from '../platform/http/index.ts';
import { DownloadRefused } from '../platform/outgoing/download.ts';
import type { Platform } from '../platform/platform.ts';
import { fetchEdition } from './fetch-edition.ts';
import { importList } from './importing/import-list.ts';
import { sourceOf } from './list-source.ts';
import { changeList, lastImport } from './store.ts';
import type { ListRow } from './tables.ts';

/** Milliseconds for which a list is held while it is fetched; a crash frees it after. */
const lease = 10 * MINUTE;
/** What went wrong is tried again after so many minutes, then twice as many, and no longer than a day. */
const firstWait = 5;

/** Fetches the lists that are due, of every desk, one at a time: each is read whole into memory. */
export async function fetchDueLists(
  platform: Platform,
  afterImport: (deskId: string) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  for (const { deskId } of await listDesks(platform.database)) {
    for (const listId of await dueLists(platform, deskId)) {
      if (platform.media.closing.aborted) return;
      const list = await hold(platform, deskId, listId);
      if (list === undefined) continue;
      if (await fetchList(platform, list)) await afterImport(deskId);
    }
  }
}

async function dueLists({ database, clock }: Platform, deskId: string): Promise<string[]> {
  const rows = await database.inDesk(
    deskId,
    (trx) =>
      trx
        .selectFrom('designation_list')
        .select('list_id')
        .where('desk_id', '=', deskId)
        .where('due_at', '<=', clock.now())
        .orderBy('due_at')
        .execute(),
    { readOnly: true },
  );
  return rows.map((row) => row.list_id);
}

/** Takes a due list in hand, so that no other process fetches it meanwhile. */
function hold(
  { database, clock }: Platform,
  deskId: string,
  listId: string,
): Promise<ListRow | undefined> {
  const now = clock.now();
  return database.inDesk(deskId, (trx) =>
    trx
      .updateTable('designation_list')
      .set((list) => ({ due_at: later(now, lease), attempts: list('attempts', '+', 1) }))
      .where('desk_id', '=', deskId)
      .where('list_id', '=', listId)
      .where('due_at', '<=', now)
      .returningAll()
      .executeTakeFirst(),
  );
}

/** @returns whether an edition was taken in */
async function fetchList(platform: Platform, list: ListRow): Promise<boolean> {
  const { desk_id: deskId, list_id: listId } = list;
  const checkedAt = platform.clock.now();
  try {
    const taken = await takeNewest(platform, list);
    await platform.database.inDesk(deskId, (trx) =>
      changeList(trx, deskId, listId, {
        checked_at: checkedAt,
        seen_at: checkedAt,
        problem: null,
        attempts: 0,
        due_at: list.fetched ? later(checkedAt, list.every_hours * HOUR) : null,
      }),
    );
    return taken;
  } catch (error) {
    await putOff(platform, list, checkedAt, error);
    return false;
  }
}

/** Asks the publisher whether there is another edition, and takes it in. @returns whether there was */
async function takeNewest(platform: Platform, list: ListRow): Promise<boolean> {
  const { desk_id: deskId, list_id: listId } = list;
  const [desk, last] = await platform.database.inDesk(
    deskId,
    async (trx) => [await readDesk(trx, deskId), await lastImport(trx, deskId, listId)] as const,
    { readOnly: true },
  );
  const { url, also = [] } = sourceOf(list);
  const address = list.url ?? url;
  if (address === null) throw new DownloadRefused('It has no address.', { lasting: true });
  const answer = await fetchEdition(platform, {
    address,
    others: also.flatMap((part) => part.url ?? []),
    known: { etag: list.etag, lastModified: list.last_modified },
    allowPrivate: desk.allow_private_endpoints,
  });
  if (answer === null) return false;
  const { file, tags } = answer;
  const said = { etag: tags.etag, last_modified: tags.lastModified };
  try {
    if (file.sha256 === last?.sha256) {
      await platform.database.inDesk(deskId, (trx) => changeList(trx, deskId, listId, said));
      return false;
    }
    await importList(platform, deskId, 'fetched', list.key, createReadStream(file.path), {
      tags: said,
    });
    return true;
  } finally {
    await file.discard();
  }
}

/** Keeps what went wrong, for people to see, and when it is tried again. What is here stays. */
async function putOff(
  platform: Platform,
  { desk_id: deskId, list_id: listId, key, fetched, attempts, every_hours: hours }: ListRow,
  checkedAt: Date,
  error: unknown,
): Promise<void> {
  if (platform.media.closing.aborted) {
    const change = { due_at: checkedAt, attempts: Math.max(0, attempts - 1) };
    await platform.database.inDesk(deskId, (trx) => changeList(trx, deskId, listId, change));
    return;
  }
  const isExpected =
    error instanceof DownloadRefused ||
    error instanceof ProblemError ||
    error instanceof BlobTooLarge;
  if (!isExpected) platform.log.error({ err: error, deskId, key }, 'a list was not fetched');
  const wait = Math.min(firstWait * 2 ** Math.min(attempts - 1, 12) * MINUTE, hours * HOUR);
  await platform.database.inDesk(deskId, (trx) =>
    changeList(trx, deskId, listId, {
      checked_at: checkedAt,
      problem: isExpected ? error.message : 'It could not be fetched. The log says more.',
      due_at: fetched ? later(checkedAt, wait) : null,
    }),
  );
}
