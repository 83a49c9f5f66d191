import { VideoError } from '@commonweal/fingerprint';
import { later, MINUTE } from '../platform/clock.ts';
import type { Likeness } from '../platform/media/likeness.ts';
import type { Platform } from '../platform/platform.ts';
import { changeOwedFile } from './file-store.ts';
import type { Judge } from './judge.ts';
import { doOwedWork, judgeLearnt } from './owed-files.ts';
import type { ItemFileTable } from './tables.ts';

/** Beginnings of work on one file, also those that a crash cut off. */
const mostAttempts = 3;

/** Hashes the videos that are due, one at a time, and judges their items again by what they show. */
export function hashOwedFiles<Draft>(platform: Platform, judge: Judge<Draft>): Promise<void> {
  const work = async (file: ItemFileTable): Promise<void> => {
    try {
      if (file.attempts > mostAttempts) throw new VideoError('worker-lost', 'It was given up.');
      const likeness = await likenessOf(platform, file);
      await judgeLearnt(platform, judge, file, {
        change: { hashing: 'done', hashing_note: null, due_at: null },
        file: { md5: null, sha1: null, sha256: null, likeness },
      });
    } catch (error) {
      await putOff(platform, file, error);
    }
  };
  return doOwedWork(platform, { held: true, atOnce: 1, work });
}

async function likenessOf(platform: Platform, file: ItemFileTable): Promise<Likeness> {
  const { desk_id: deskId, sha256 } = file;
  if (sha256 === null || !(await platform.blobs.has(deskId, sha256)))
    throw new VideoError('unreadable', 'The file is not here any more.');
  const { runs, step, framesPerSecond } = await platform.media.video(
    platform.blobs.pathOf(deskId, sha256),
  );
  return { kind: 'video', runs, step, framesPerSecond };
}

/** What is wrong with the file stays so; what was wrong here is tried again. */
async function putOff(platform: Platform, file: ItemFileTable, error: unknown): Promise<void> {
  const { desk_id: deskId, file_id: fileId, attempts } = file;
  const now = platform.clock.now();
  const known = error instanceof VideoError ? error.code : null;
  const cutOff = known === 'closed' || known === 'queue-full';
  const again = cutOff || known === 'worker-lost' || known === null;
  const change =
    again && attempts < mostAttempts
      ? {
          due_at: cutOff ? now : later(now, attempts * MINUTE),
          attempts: attempts - Number(cutOff),
        }
      : { hashing: 'failed' as const, hashing_note: noteOf(error), due_at: null };
  if (known === null) platform.log.error({ err: error, deskId, fileId }, 'a file was not hashed');
  await platform.database.inDesk(deskId, (trx) => changeOwedFile(trx, deskId, fileId, change));
}

function noteOf(error: unknown): string {
  return error instanceof VideoError ? error.message : 'It could not be hashed. The log says more.';
}
