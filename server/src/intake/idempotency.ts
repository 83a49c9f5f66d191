import { hash } from 'node:crypto';
import { DAY, later } from '../platform/clock.ts';
import { jsonb, type Trx } from '../platform/database/index.ts';
import { problem, ProblemError } from '../platform/http/index.ts';

/** A request the caller may repeat safely (IETF draft-ietf-httpapi-idempotency-key-header). */
export interface IdempotentRequest {
  readonly callerId: string;
  readonly key: string;
  readonly requestHash: Buffer;
}

/** Reads the Idempotency-Key header; `request` says what must be the same. @throws ProblemError when it is not 1 to 200 printable characters */
export function readIdempotencyKey(
  header: string | string[] | undefined,
  callerId: string,
  request: () => string,
): IdempotentRequest | null {
  if (header === undefined) return null;
  if (typeof header !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(header)) {
    throw problem(
      'bad-request',
      'The Idempotency-Key header must be 1 to 200 printable ASCII characters without spaces.',
    );
  }
  return { callerId, key: header, requestHash: hash('sha256', request(), 'buffer') };
}

/** A reply to be kept, with the request that earned it. */
export interface KeptReply {
  readonly request: IdempotentRequest;
  readonly status: number;
  readonly reply: unknown;
}

/**
 * The reply given to this request before, or null when it is new.
 * @throws ProblemError when the key was used for another request
 */
export async function recallReply<T>(
  trx: Trx,
  deskId: string,
  request: IdempotentRequest,
): Promise<T | null> {
  const [known = null] = await recallReplies<T>(trx, deskId, [request]);
  if (known instanceof ProblemError) throw known;
  return known;
}

/**
 * The same for many requests at once, in their order; a refusal stands in the place of the request
 * whose key was used for another.
 */
export async function recallReplies<T>(
  trx: Trx,
  deskId: string,
  requests: readonly IdempotentRequest[],
): Promise<(T | ProblemError | null)[]> {
  if (requests.length === 0) return [];
  const rows = await trx
    .selectFrom('idempotency')
    .select(['caller_id', 'key', 'request_hash', 'reply'])
    .where('desk_id', '=', deskId)
    .where('caller_id', 'in', [...new Set(requests.map(({ callerId }) => callerId))])
    .where(
      'key',
      'in',
      requests.map(({ key }) => key),
    )
    .execute();
  const known = new Map(rows.map((row) => [`${row.caller_id} ${row.key}`, row]));
  return requests.map(({ callerId, key, requestHash }) => {
    const row = known.get(`${callerId} ${key}`);
    if (row === undefined) return null;
    if (requestHash.equals(row.request_hash)) return row.reply as T;
    return problem(
      'idempotency-reuse',
      `The key "${key}" came before with another body. Use a new key for a new request.`,
    );
  });
}

/** Whether the same request, sent twice at once, was kept by its twin meanwhile. */
export function isTwin(error: unknown): boolean {
  return error instanceof ProblemError && error.kind === 'idempotency-in-flight';
}

/**
 * Keeps replies for repeats, in the transaction that earned them.
 * @throws ProblemError `idempotency-in-flight` when a twin of one was quicker; what this one did is undone
 */
export async function keepReplies(
  trx: Trx,
  deskId: string,
  replies: readonly KeptReply[],
  now: Date,
): Promise<void> {
  if (replies.length === 0) return;
  const kept = await trx
    .insertInto('idempotency')
    .values(
      replies.map(({ request, status, reply }) => ({
        desk_id: deskId,
        caller_id: request.callerId,
        key: request.key,
        request_hash: request.requestHash,
        status,
        reply: jsonb(reply),
        created_at: now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['desk_id', 'caller_id', 'key']).doNothing())
    .executeTakeFirst();
  if (kept.numInsertedOrUpdatedRows === BigInt(replies.length)) return;
  throw problem(
    'idempotency-in-flight',
    'The same request was answered at this very moment. Send it again to get that answer.',
  );
}

/** Keys are kept for a day. */
export async function forgetReplies(trx: Trx, deskId: string, now: Date): Promise<void> {
  await trx
    .deleteFrom('idempotency')
    .where('desk_id', '=', deskId)
    .where('created_at', '<', later(now, -DAY))
    .execute();
}
