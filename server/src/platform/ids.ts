import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const pool = new Uint8Array(4096);
let used = pool.length;
let milliseconds = 0;
let sequence = 0;

/**
 * A new UUIDv7 (RFC 9562): ordered by time, also within a millisecond; made here and never by the
 * database. Random bytes are asked of the system 256 ids at a time: one by one they cost most of it.
 */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + 16);
  used += 16;
  const now = Date.now();
  if (now > milliseconds) {
    milliseconds = now;
    // Begins low enough to count up for long within the 32 bits (RFC 9562, 6.2, method 1).
    sequence = random[6]! * 0x10000 + random[7]! * 0x100 + random[8]!;
  } else sequence += 1;
  return v7({ random, msecs: milliseconds, seq: sequence });
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether `value` is a lower-case UUID. */
export function isId(value: string): boolean {
  return uuid.test(value);
}

/** The 16 bytes of a UUID. */
export function idBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

/** The UUID of 16 bytes. */
export function idFromBytes(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
}
