import { later } from '../platform/clock.ts';
import { listDesks } from '../platform/directory.ts';
import type { Platform } from '../platform/platform.ts';
import { idleLife } from './sessions.ts';
import { forgetFailuresAfter } from './slow-guessing.ts';

/** Every ten minutes: sessions, challenges and failures that count no more are deleted. */
export function tidySignIns(platform: Platform): void {
  const { database, clock, jobs } = platform;
  jobs.every('desks.tidy', 600, async () => {
    const now = clock.now();
    for (const { deskId } of await listDesks(database)) {
      await database.inDesk(deskId, async (trx) => {
        await trx
          .deleteFrom('session')
          .where('desk_id', '=', deskId)
          .where((row) =>
            row.or([row('expires_at', '<=', now), row('seen_at', '<=', later(now, -idleLife))]),
          )
          .execute();
        await trx
          .deleteFrom('auth_challenge')
          .where('desk_id', '=', deskId)
          .where('expires_at', '<=', now)
          .execute();
        await trx
          .deleteFrom('sign_in_failure')
          .where('desk_id', '=', deskId)
          .where('failed_at', '<=', later(now, -forgetFailuresAfter))
          .execute();
      });
    }
  });
}
