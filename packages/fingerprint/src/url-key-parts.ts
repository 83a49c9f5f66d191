import { canonicalUrl } from './canonical-url.ts';

/** What a key is made of; joined it reads "host:port/path?query". */
export interface UrlKeyParts {
  readonly host: string;
  readonly port: string;
  readonly path: string;
  readonly query: string;
}

/** Unescaped, these would part an address elsewhere than where it was parted. */
const PATH_DELIMITERS = '?\\';
const QUERY_DELIMITERS = '&=+';

/** Set on a unit that was written as an escape. */
const ESCAPED = 0x100;

/** What the last two of `units` and `last` escape, or -1. */
function escapedUnit(units: readonly number[], last: number): number {
  const { length } = units;
  if (length < 2 || (units[length - 2]! & 0xff) !== 0x25) return -1;
  const hex = String.fromCharCode(units[length - 1]! & 0xff, last & 0xff);
  return /^[0-9a-f]{2}$/i.test(hex) ? ESCAPED | Number.parseInt(hex, 16) : -1;
}

/**
 * Undoes percent escapes until there are none, also those that undoing brings about ("%2541" is
 * "A"). Escapes never overlap, so one pass that looks back at what it wrote is enough: linear,
 * however often something was escaped.
 */
function unescapeAll(part: string): number[] {
  const units: number[] = [];
  for (let at = 0; at < part.length; at++) {
    let unit = part.charCodeAt(at);
    for (let undone = escapedUnit(units, unit); undone >= 0; undone = escapedUnit(units, unit)) {
      units.length -= 2;
      unit = undone;
    }
    units.push(unit);
  }
  return units;
}

/** Unescaped as far as that is safe; controls, space, "#", "%" and what is not ASCII in escapes. */
function settleEscapes(part: string, delimiters: string): string {
  if (!part.includes('%')) return part;
  return unescapeAll(part).reduce((written, unit) => {
    const code = unit & 0xff;
    const character = String.fromCharCode(code);
    const parts = unit >= ESCAPED && delimiters.includes(character);
    const raw = code > 0x20 && code < 0x7f && code !== 0x23 && code !== 0x25 && !parts;
    return written + (raw ? character : `%${code.toString(16).toUpperCase().padStart(2, '0')}`);
  }, '');
}

/** Without dot segments and with one slash for many. */
function settlePath(path: string): string {
  const settled = settleEscapes(path, PATH_DELIMITERS);
  if (!/\/(?:\/|\.{1,2}(?:\/|$))/.test(settled)) return settled;
  const kept: string[] = [];
  const segments = settled.split('/').slice(1);
  for (const segment of segments) {
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(segment);
  }
  const folder = /^\.{0,2}$/.test(segments.at(-1) ?? '') && kept.length > 0;
  return `/${kept.join('/')}${folder ? '/' : ''}`;
}

/**
 * The parts of the key an address is compared by, or null when it is not a web address.
 *
 * Canonical (see `canonicalUrl`), then by the rules of Safe Browsing ("URLs and Hashing",
 * Canonicalization) that a browser does not apply: escapes undone again and again, runs of slashes
 * made one, dot segments that come to light removed. Unlike there, escapes of characters that part
 * an address stay, and so does the port: neither may lead from one page to another.
 */
export function urlKeyParts(address: string): UrlKeyParts | null {
  const canonical = canonicalUrl(address);
  if (canonical === null) return null;
  const url = new URL(canonical);
  return {
    host: url.hostname,
    port: url.port === '' ? '' : `:${url.port}`,
    path: settlePath(url.pathname),
    query: settleEscapes(url.search, QUERY_DELIMITERS),
  };
}
