import type { FastifyReply } from 'fastify';
import { refusal } from './problem.ts';

const minute = 60_000;

/**
 * Counts the requests of each API key by the minute, for the operations that programs call thousands of
 * times a second: it answers at once, where the general limiter waits and writes three headers.
 * @returns a check that throws `too-many`, with `retry-after` set, above `most` in a minute
 */
export function keyQuota(most: number): (apiKeyId: string, reply: FastifyReply) => void {
  let counts = new Map<string, number>();
  let endsAt = 0;
  return (apiKeyId, reply) => {
    const now = performance.now();
    if (now >= endsAt) {
      counts = new Map();
      endsAt = now + minute;
    }
    const count = (counts.get(apiKeyId) ?? 0) + 1;
    counts.set(apiKeyId, count);
    if (count <= most) return;
    const seconds = Math.ceil((endsAt - now) / 1000);
    void reply.header('retry-after', seconds);
    throw refusal('wait', { seconds });
  };
}
