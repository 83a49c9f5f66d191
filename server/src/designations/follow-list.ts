import { officialList } from '@commonweal/designations';
import { recordEvent } from '../ledger/index.ts';
import { HOUR, later } from '../platform/clock.ts';
import type { Trx } from '../platform/database/index.ts';
import { refusal } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { sourceFor, type OwnList } from './list-source.ts';
import { withEditions, type StoredList } from './read-lists.ts';
import { addOwnList, changeList, findList, getList, lockList } from './store.ts';

/**
 * Adds a list of the desk's own.
 * @throws ProblemError when its key is an official list's, or taken
 */
export async function addList(
  platform: Platform,
  trx: Trx,
  deskId: string,
  own: OwnList,
  by: string,
): Promise<StoredList> {
  const { key, name, format, authority } = own;
  const isFree =
    officialList(key) === undefined && (await addOwnList(trx, deskId, own, platform.clock.now()));
  if (!isFree) throw refusal('list-key-taken', { key });
  const list = await getList(trx, deskId, key);
  const event = { list: key, name, format, authority, by };
  await recordEvent(platform, trx, deskId, {
    kind: 'list.added',
    subjectId: list.list_id,
    event,
  });
  return withEditions(trx, list);
}

export interface Following {
  readonly fetched: boolean;
  readonly every_hours?: number | undefined;
}

/**
 * Has a list fetched by itself, the first time at once; or no longer.
 * @throws ProblemError when it has no address to be fetched from
 */
export async function followList(
  platform: Platform,
  trx: Trx,
  deskId: string,
  key: string,
  { fetched, every_hours: hours }: Following,
  by: string,
): Promise<StoredList> {
  const now = platform.clock.now();
  const source = sourceFor(key, await findList(trx, deskId, key));
  const list = await lockList(trx, deskId, source, now);
  if (fetched && (list.url ?? source.url) === null) throw refusal('list-without-address');
  const every = hours ?? list.every_hours;
  const again = list.checked_at === null ? now : later(list.checked_at, every * HOUR);
  const changed = await changeList(trx, deskId, list.list_id, {
    fetched,
    every_hours: every,
    due_at: fetched ? again : null,
  });
  await recordEvent(platform, trx, deskId, {
    kind: 'list.followed',
    subjectId: list.list_id,
    event: { list: key, fetched, every_hours: every, by },
  });
  return withEditions(trx, changed);
}

/** Has a list fetched once, soon. @throws ProblemError when it has no address to be fetched from */
export async function askForList(
  platform: Platform,
  trx: Trx,
  deskId: string,
  key: string,
): Promise<StoredList> {
  const now = platform.clock.now();
  const source = sourceFor(key, await findList(trx, deskId, key));
  const list = await lockList(trx, deskId, source, now);
  if ((list.url ?? source.url) === null) throw refusal('list-without-address');
  return withEditions(
    trx,
    await changeList(trx, deskId, list.list_id, { due_at: now, attempts: 0 }),
  );
}
