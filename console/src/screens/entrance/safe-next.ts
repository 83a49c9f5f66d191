/**
 * Where to go after signing in: a path of this very console, else the first page. Refuses other
 * origins, other schemes, and the sign-in page itself.
 */
export function safeNext(next: unknown, origin: string): string {
  if (typeof next !== 'string' || !/^\/(?![/\\])/.test(next)) return '/';
  // Browsers drop tabs and line breaks inside an address, which could hide a second slash.
  if (Array.from(next).some((sign) => sign <= ' ' || sign === '\\')) return '/';
  const url = URL.parse(next, origin);
  if (url === null || url.origin !== origin) return '/';
  if (/^\/(sign-in|setup|join|api)(\/|$)/.test(url.pathname)) return '/';
  return url.pathname + url.search + url.hash;
}
