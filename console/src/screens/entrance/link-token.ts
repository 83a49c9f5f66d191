/**
 * The one-time token of a link, which stands after the hash sign so that no server ever sees it in
 * an address. Null when there is none.
 */
export function tokenFromHash(hash: string): string | null {
  const token = hash.replace(/^#/, '').trim();
  return /^[A-Za-z0-9_-]{20,200}$/.test(token) ? token : null;
}
