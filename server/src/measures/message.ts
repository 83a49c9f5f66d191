import type { Trx } from '../platform/database/index.ts';
import type { DeliveryEvent, MeasureTable } from './tables.ts';

/** Finds the address of the notice to the person affected; the notices room is behind it. */
export type NoticeUrl = (trx: Trx, deskId: string, decisionId: string) => Promise<string | null>;

/**
 * The body of a message about a measure, fixed when it is queued. Thin on purpose: ids, what to do, for
 * how long, and where the person affected reads why. No content.
 */
export function measureMessage(
  event: DeliveryEvent,
  measure: MeasureTable,
  noticeUrl: string | null,
  now: Date,
): string {
  return JSON.stringify({
    type: event,
    timestamp: now.toISOString(),
    data: {
      measure_id: measure.measure_id,
      decision_id: measure.decision_id,
      kind: measure.kind,
      subject: measure.subject,
      item_external_id: measure.item_external_id,
      actor_external_id: measure.actor_external_id,
      target: measure.target,
      territories: measure.territories,
      starts_at: measure.starts_at.toISOString(),
      ends_at: measure.ends_at?.toISOString() ?? null,
      ended_at: measure.ended_at?.toISOString() ?? null,
      ended_because: measure.ended_because,
      notice_url: noticeUrl,
    },
  });
}

/** The body of a test message: carries nothing, asks for nothing. */
export function testMessage(endpointId: string, now: Date): string {
  return JSON.stringify({
    type: 'test.ping',
    timestamp: now.toISOString(),
    data: { endpoint_id: endpointId },
  });
}
