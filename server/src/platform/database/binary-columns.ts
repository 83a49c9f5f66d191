/**
 * Columns of many rows as binary array parameters, for `unnest`: PostgreSQL reads them as they are,
 * where it would spend as long on parsing text or JSON as on storing the rows. The format is that of
 * PostgreSQL's array_send and of each element's own send function; all numbers are big-endian.
 */
const oids = { uuid: 2950, text: 25, timestamptz: 1184, jsonb: 3802, int4: 23, bytea: 17 } as const;

type Value<T> = T | null | undefined;

/** Milliseconds from 1970 to 2000, where PostgreSQL's time begins. */
const epoch = 946_684_800_000;
const headBytes = 20;
const nullLength = -1;

// Encoding is synchronous, so one buffer serves all; it grows to the widest column met.
let scratch = Buffer.allocUnsafe(64 * 1024);
let at = 0;

/** `uuid[]` of lower-case UUIDs. */
export function uuidColumn<T>(rows: readonly T[], of: (row: T) => string): Buffer {
  return column(oids.uuid, rows, of, (id) => {
    room(20);
    at = scratch.writeInt32BE(16, at);
    at += scratch.write(id.replaceAll('-', ''), at, 'hex');
  });
}

/** `text[]`; undefined is null. */
export function textColumn<T>(rows: readonly T[], of: (row: T) => Value<string>): Buffer {
  return column(oids.text, rows, of, (text) => {
    // A UTF-16 unit takes at most three bytes of UTF-8.
    room(4 + text.length * 3);
    const bytes = scratch.write(text, at + 4);
    scratch.writeInt32BE(bytes, at);
    at += 4 + bytes;
  });
}

/** `timestamptz[]`, to the millisecond. */
export function instantColumn<T>(rows: readonly T[], of: (row: T) => Value<Date>): Buffer {
  return column(oids.timestamptz, rows, of, (instant) => {
    room(12);
    at = scratch.writeInt32BE(8, at);
    at = scratch.writeBigInt64BE(BigInt(instant.getTime() - epoch) * 1000n, at);
  });
}

/** `bytea[]`. */
export function bytesColumn<T>(rows: readonly T[], of: (row: T) => Uint8Array): Buffer {
  return column(oids.bytea, rows, of, (bytes) => {
    room(4 + bytes.length);
    at = scratch.writeInt32BE(bytes.length, at);
    scratch.set(bytes, at);
    at += bytes.length;
  });
}

/** `int4[]`. */
export function intColumn<T>(rows: readonly T[], of: (row: T) => Value<number>): Buffer {
  return column(oids.int4, rows, of, (value) => {
    room(8);
    at = scratch.writeInt32BE(4, at);
    at = scratch.writeInt32BE(value, at);
  });
}

/** `jsonb[]` of plain JSON values; undefined is the SQL null. */
export function jsonColumn<T>(rows: readonly T[], of: (row: T) => Value<object>): Buffer {
  return column(oids.jsonb, rows, of, (value) => {
    const json = JSON.stringify(value);
    room(5 + json.length * 3);
    const bytes = scratch.write(json, at + 5);
    scratch.writeInt32BE(bytes + 1, at);
    scratch[at + 4] = 1; // the version of jsonb's wire format
    at += 5 + bytes;
  });
}

function column<T, V>(
  oid: number,
  rows: readonly T[],
  of: (row: T) => Value<V>,
  write: (value: V) => void,
): Buffer {
  at = 0;
  room(headBytes);
  at = scratch.writeInt32BE(rows.length === 0 ? 0 : 1, at); // dimensions
  at = scratch.writeInt32BE(1, at); // there may be nulls
  at = scratch.writeInt32BE(oid, at);
  if (rows.length > 0) {
    at = scratch.writeInt32BE(rows.length, at);
    at = scratch.writeInt32BE(1, at); // the first index
  }
  for (const row of rows) {
    const value = of(row);
    if (value === null || value === undefined) {
      room(4);
      at = scratch.writeInt32BE(nullLength, at);
    } else write(value);
  }
  return Buffer.from(scratch.subarray(0, at));
}

function room(bytes: number): void {
  if (at + bytes <= scratch.length) return;
  const wider = Buffer.allocUnsafe(Math.max(scratch.length * 2, at + bytes));
  wider.set(scratch.subarray(0, at));
  scratch = wider;
}
