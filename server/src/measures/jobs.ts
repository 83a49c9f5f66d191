import { listDesks } from '../platform/directory.ts';
import type { Platform } from '../platform/platform.ts';
import { endJob } from './apply-decision.ts';
import { deliver, type Post } from './deliver.ts';
import { dueDeliveries } from './delivery-store.ts';
import { expireMeasure } from './end-measure.ts';
import type { NoticeUrl } from './message.ts';
import { deliverJob } from './queue-delivery.ts';
import { measuresRunOut } from './store.ts';

const perDesk = 16; // messages of one desk in one sweep, so that none waits for a busy neighbour
const atOnce = 32;

/** Defines what is sent and ended by the clock. The sweeps find what a crash or a lost job left behind. */
export function measureJobs(platform: Platform, noticeUrl: NoticeUrl): void {
  platform.jobs.define(deliverJob, ({ deskId = '', deliveryId = '' }) =>
    deliver(platform, deskId, deliveryId),
  );
  platform.jobs.define(endJob, ({ deskId = '', measureId = '' }) =>
    expireMeasure(platform, deskId, measureId, noticeUrl),
  );
  platform.jobs.every('deliver what is due', 5, () => deliverDue(platform));
  platform.jobs.every('end measures', 10, () => expireMeasures(platform, noticeUrl));
}

/** Sends what is due and held by nobody, of every desk. */
export async function deliverDue(platform: Platform, post?: Post): Promise<void> {
  const due: (readonly [deskId: string, deliveryId: string])[] = [];
  for (const { deskId } of await listDesks(platform.database)) {
    const ids = await platform.database.inDesk(deskId, (trx) =>
      dueDeliveries(trx, deskId, platform.clock.now(), perDesk),
    );
    for (const id of ids) due.push([deskId, id]);
  }
  const worker = async () => {
    for (let next = due.shift(); next !== undefined; next = due.shift())
      await deliver(platform, ...next, post);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, due.length) }, worker));
}

/** Ends every measure whose time has come, of every desk. */
export async function expireMeasures(platform: Platform, noticeUrl: NoticeUrl): Promise<void> {
  for (const { deskId } of await listDesks(platform.database)) {
    const due = await platform.database.inDesk(deskId, (trx) =>
      measuresRunOut(trx, deskId, platform.clock.now()),
    );
    for (const measureId of due) await expireMeasure(platform, deskId, measureId, noticeUrl);
  }
}
