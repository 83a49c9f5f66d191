import { createHash } from 'node:crypto';
import { canonicalUrl } from './canonical-url.ts';
import { ownHosts } from './url-variants.ts';

/**
 * The spellings under which a list of hashed addresses may know one address, without repetition:
 * as given; then https, http and no scheme, with and without "www.", with and without the last
 * slash. At most 13. Empty when the text is not a web address.
 *
 * Tech Against Terrorism publishes MD5 digests of up to 13 variants of each address and does not
 * publish which they are; these are the 13 that follow from what they are said to vary.
 */
export function urlSpellings(address: string): string[] {
  const canonical = canonicalUrl(address);
  if (canonical === null) return [];
  const url = new URL(canonical);
  const port = url.port === '' ? '' : `:${url.port}`;
  const bare = url.pathname.replace(/\/+$/, '');
  const spellings = new Set([address.trim()]);
  for (const scheme of ['https://', 'http://', ''])
    for (const host of ownHosts(url.hostname))
      for (const path of [bare, `${bare}/`])
        spellings.add(scheme + host + port + path + url.search);
  return [...spellings];
}

/** MD5 in hex of every spelling: an address is on a hashed list when the list holds one of them. */
export function urlSpellingDigests(address: string): string[] {
  return urlSpellings(address).map((spelling) => createHash('md5').update(spelling).digest('hex'));
}
