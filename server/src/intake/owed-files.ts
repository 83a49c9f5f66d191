import { later } from '../platform/clock.ts';
import { listDesks } from '../platform/directory.ts';
import type { Platform } from '../platform/platform.ts';
import { changeOwedFile, dueFiles, extendLease, leaseFile, type FileChange } from './file-store.ts';
import type { Judge, JudgedItem } from './judge.ts';
import { judgedRow } from './judged-row.ts';
import { findItem, putUnderReview } from './store.ts';
import type { ItemFileTable } from './tables.ts';

/** Milliseconds for which a file is held, and after which it is held anew: what a crash cut off is soon done by the next. */
const lease = 30_000;
const renewal = 10_000;
const perDesk = 4; // files of one desk in one sweep, so that none waits for a busy neighbour

/** One kind of work that is owed on files. */
export interface OwedWork {
  /** Whether it is on files that are here, or on those yet to be fetched. */
  readonly held: boolean;
  /** Files at a time. */
  readonly atOnce: number;
  /** Does it, and keeps what came of it; never throws for what is the file's fault. */
  readonly work: (file: ItemFileTable) => Promise<void>;
}

/** Does the work of one kind that is due, of every desk. What a crash cut off is due again when its lease runs out. */
export async function doOwedWork(
  platform: Platform,
  { held, atOnce, work }: OwedWork,
): Promise<void> {
  const { database, clock, media } = platform;
  const due: (readonly [deskId: string, fileId: string])[] = [];
  for (const { deskId } of await listDesks(database)) {
    const ids = await database.inDesk(deskId, (trx) =>
      dueFiles(trx, deskId, { held, now: clock.now(), most: perDesk }),
    );
    for (const id of ids) due.push([deskId, id]);
  }
  const worker = async () => {
    for (let next = due.shift(); next !== undefined; next = due.shift()) {
      if (media.closing.aborted) return;
      const [deskId, fileId] = next;
      const now = clock.now();
      const file = await database.inDesk(deskId, (trx) =>
        leaseFile(trx, deskId, fileId, now, later(now, lease)),
      );
      if (file !== undefined) await whileHeld(platform, file, work);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, due.length) }, worker));
}

/** Holds a file while it is worked on, so that it never is by two at once. */
async function whileHeld(
  { database, clock, log }: Platform,
  file: ItemFileTable,
  work: OwedWork['work'],
): Promise<void> {
  const { desk_id: deskId, file_id: fileId } = file;
  const timer = setInterval(() => {
    const until = later(clock.now(), lease);
    database
      .inDesk(deskId, (trx) => extendLease(trx, deskId, fileId, until))
      .catch((error: unknown) => log.warn({ err: error, fileId }, 'a file is held no longer'));
  }, renewal);
  try {
    await work(file);
  } finally {
    clearInterval(timer);
  }
}

/** What was learnt of a file, and what else is to be kept with it. */
export interface Learnt {
  readonly change: FileChange;
  /** What of the file was not compared before: digests and likeness. */
  readonly file: JudgedItem['files'][number];
}

/**
 * Keeps what was learnt of a file and takes its item to whoever judges it, by that file alone: all else
 * was compared when it came. Nothing happens when the item was erased meanwhile.
 */
export async function judgeLearnt<Draft>(
  { database }: Platform,
  judge: Judge<Draft>,
  { desk_id: deskId, file_id: fileId, item_id: itemId, position }: ItemFileTable,
  { change, file }: Learnt,
): Promise<void> {
  const row = await database.inDesk(deskId, (trx) => findItem(trx, deskId, itemId));
  if (row === undefined) return;
  const item = judgedRow(row);
  const [drafts = []] = await judge.look(deskId, [onlyFile(item, position, file)]);
  await database.inDesk(deskId, async (trx) => {
    if (!(await changeOwedFile(trx, deskId, fileId, change, file.likeness))) return;
    if (drafts.length === 0) return;
    await judge.place(trx, deskId, [{ item, drafts }]);
    await putUnderReview(trx, deskId, itemId);
  });
}

/** The item with nothing in it but one of its files. */
function onlyFile(
  item: JudgedItem,
  position: number,
  file: JudgedItem['files'][number],
): JudgedItem {
  const nothing = { md5: null, sha1: null, sha256: null, likeness: null };
  const files: JudgedItem['files'][number][] = Array.from({ length: position }, () => nothing);
  const empty = { text: null, title: null, url: null, links: [], actor: null };
  return { ...item, ...empty, files: files.concat(file) };
}
