import { LedgerError } from './errors.ts';

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. */
export type JsonObject = { readonly [key: string]: Json };

/** Deeper nesting is refused, not risked: it would overflow the stack of whoever verifies. */
const MAX_DEPTH = 500;

function refuse(path: string, why: string): never {
  throw new LedgerError('bad-json', `${path} ${why}`);
}

function canonicalString(text: string, path: string): string {
  if (!text.isWellFormed()) refuse(path, 'holds half a surrogate pair');
  // RFC 8785 section 3.2.2.2 is ECMAScript's own way to write a well-formed string.
  return JSON.stringify(text);
}

function canonicalNumber(value: number, path: string): string {
  if (!Number.isFinite(value)) refuse(path, `is ${value}, which JSON cannot say`);
  return JSON.stringify(value);
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function canonicalArray(items: readonly unknown[], path: string, depth: number): string {
  // Array.from sees a hole as undefined, which is then refused; map would skip it.
  return `[${Array.from(items, (item, i) => canonical(item, `${path}[${i}]`, depth + 1)).join(',')}]`;
}

function canonicalObject(value: object, path: string, depth: number): string {
  if (!isPlainObject(value)) refuse(path, 'is neither a plain object nor an array');
  if (Object.getOwnPropertySymbols(value).length > 0) refuse(path, 'has a symbol as a key');
  // Sorting is by UTF-16 code units (RFC 8785 section 3.2.3), which is how sort() compares.
  const members = Object.keys(value)
    .sort()
    .map((key) => {
      const member: unknown = (value as Record<string, unknown>)[key];
      const name = canonicalString(key, `a key of ${path}`);
      return `${name}:${canonical(member, `${path}.${key}`, depth + 1)}`;
    });
  return `{${members.join(',')}}`;
}

function canonical(value: unknown, path: string, depth: number): string {
  if (depth > MAX_DEPTH) refuse(path.slice(0, 80), `is nested more than ${MAX_DEPTH} deep`);
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return canonicalNumber(value, path);
  if (typeof value === 'string') return canonicalString(value, path);
  if (Array.isArray(value)) return canonicalArray(value, path, depth);
  if (typeof value === 'object') return canonicalObject(value, path, depth);
  return refuse(path, `is a ${typeof value}, which JSON cannot say`);
}

/**
 * Writes a value as canonical JSON (RFC 8785, JCS): one text per value, whatever the order of keys.
 *
 * @throws LedgerError `bad-json`, naming the place, for numbers that are not finite, undefined,
 * functions, symbols, bigints, lone surrogates, holes, class instances (dates, maps, buffers) and
 * nesting beyond 500.
 */
export function canonicalJson(value: unknown): string {
  return isWritten(value, 0) ? JSON.stringify(value) : canonical(value, '$', 0);
}

/**
 * Whether JSON.stringify writes the value canonically as it is: all of it is JSON, and every key
 * stands in its order. Most events do, and are written at a fraction of the cost.
 */
function isWritten(value: unknown, depth: number): boolean {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || Array.isArray(value)) return false;
  return depth <= MAX_DEPTH && isWrittenObject(value, depth);
}

function isWrittenObject(value: object, depth: number): boolean {
  if (!isPlainObject(value) || Object.getOwnPropertySymbols(value).length > 0) return false;
  let before = '';
  for (const key of Object.keys(value)) {
    if (key < before || !key.isWellFormed()) return false;
    before = key;
    if (!isWritten((value as Record<string, unknown>)[key], depth + 1)) return false;
  }
  return true;
}
