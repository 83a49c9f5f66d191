import { HOUR, MINUTE } from '../platform/clock.ts';

/** Waits between attempts, in milliseconds: ten attempts over a little more than three days. */
const waits: readonly number[] = [
  5_000,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];
/** A receiver may ask for time, but not for ever. */
const mostAsked = 6 * HOUR;
const jitter = 0.1;

/** Statuses that say "not now": their Retry-After is listened to (RFC 9110 section 10.2.3). */
const notNow: readonly number[] = [429, 502, 503, 504];

/** What an answer means for a message. */
export type Answer = 'delivered' | 'gone' | 'failed';

export function meaningOf(status: number): Answer {
  if (status >= 200 && status < 300) return 'delivered';
  return status === 410 ? 'gone' : 'failed';
}

/**
 * How long to wait after the nth failed attempt, in milliseconds; null: no more attempts.
 * `chance` in [0, 1) spreads receivers' load, so that not all comes back at once.
 */
export function waitAfter(
  attempts: number,
  status: number | null,
  retryAfter: number | null,
  chance: number,
): number | null {
  const wait = waits[attempts - 1];
  if (wait === undefined) return null;
  const asked = status !== null && notNow.includes(status) ? (retryAfter ?? 0) : 0;
  return Math.round(Math.max(wait * (1 + jitter * chance), Math.min(asked, mostAsked)));
}

/** Retry-After in milliseconds from `now`: seconds, or a date; null for anything else. */
export function readRetryAfter(value: string | undefined, now: Date): number | null {
  if (value === undefined) return null;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime());
}
