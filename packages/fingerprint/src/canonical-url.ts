/** Longest address looked at, in UTF-16 units; browsers and servers refuse longer ones. */
export const LONGEST_URL = 4096;

/** Query parameters that say how a link was passed on, not what it points to. */
const TRACKING =
  /^(?:utm_[a-z_]+|fbclid|gclid|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_ga|ref_src)$/i;

/** The characters RFC 3986 2.3 calls unreserved: escaping them never changes the meaning. */
const UNRESERVED = /[A-Za-z0-9\-._~]/;

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

function normaliseEscapes(part: string): string {
  return part.replace(/%([0-9a-f]{2})?/gi, (escape, hex: string | undefined) => {
    // A percent sign that escapes nothing means itself; left bare it could come to escape.
    if (hex === undefined) return '%25';
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return UNRESERVED.test(character) ? character : escape.toUpperCase();
  });
}

function withoutTracking(search: string): string {
  if (search === '' || search === '?') return '';
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !TRACKING.test(pair.split('=', 1)[0] ?? ''));
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}

function parse(address: string): URL | null {
  const url = URL.parse(address);
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? url : null;
}

/** One round: the parser's own rules, then ours. */
function settle(url: URL): string | null {
  const host = url.hostname.replace(/^\.+|\.+$/g, '').replace(/\.{2,}/g, '.');
  if (host === '') return null;
  const port = url.port === '' ? '' : `:${url.port}`;
  const path = normaliseEscapes(url.pathname);
  const query = withoutTracking(normaliseEscapes(url.search));
  return `${url.protocol}//${host}${port}${path}${query}`;
}

/**
 * A web address in one spelling, or null when the text is not an http(s) address.
 *
 * By the WHATWG URL parser: scheme and host in lower case, host in Punycode, IPv4 in dotted form,
 * no default port, no dot segments. Besides: no user name or password, no fragment, no needless
 * dots in the host (as Safe Browsing), escapes of unreserved characters undone and the rest in capitals
 * (RFC 3986 6.2.2), no click-tracking parameters. Path and query keep their case and order.
 * An address without a scheme is taken as http. Idempotent.
 *
 *     canonicalUrl('HTTPS://user@Example.ORG.:443/%7Ea/../b?utm_source=x#top')
 *     // 'https://example.org/b'
 */
export function canonicalUrl(address: string): string | null {
  const trimmed = address.trim();
  if (trimmed === '' || trimmed.length > LONGEST_URL) return null;
  const looksSchemed = SCHEME.test(trimmed) && !/^[^/?#]*\.[^/?#]*:\d*(?:[/?#]|$)/.test(trimmed);
  let current = looksSchemed ? trimmed : `http://${trimmed.replace(/^\/\//, '')}`;
  for (let round = 0; round < 4; round++) {
    const url = parse(current);
    const settled = url === null ? null : settle(url);
    if (settled === null || settled.length > LONGEST_URL) return null;
    if (settled === current) return settled;
    current = settled;
  }
  return current;
}
