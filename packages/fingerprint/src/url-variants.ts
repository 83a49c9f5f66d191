import { isAddressHost, registrableDomain } from './public-suffix.ts';
import { urlKeyParts } from './url-key-parts.ts';

/** How many parent hosts and path prefixes are tried (Safe Browsing v5, "Suffix/prefix expressions"). */
const MOST_PARENTS = 4;
const MOST_PREFIXES = 6;

/**
 * The key a bank stores an address under: canonical, without the scheme ("example.org/a?b=1"),
 * because http and https lead to the same thing (see `urlKeyParts`). Null when it is not a web
 * address. With a scheme before it, a key's own key is itself.
 */
export function urlKey(address: string): string | null {
  const parts = urlKeyParts(address);
  return parts && parts.host + parts.port + parts.path + parts.query;
}

/** The host as written and its twin with or without "www.". */
export function ownHosts(host: string): string[] {
  if (isAddressHost(host)) return [host];
  return host.startsWith('www.') ? [host, host.slice(4)] : [host, `www.${host}`];
}

/** From the registrable domain ("eTLD+1") down, never a public suffix; most specific first. */
function parentHosts(host: string): string[] {
  const registrable = registrableDomain(host);
  if (registrable === null) return [];
  const labels = host.split('.');
  const first = labels.length - registrable.split('.').length;
  const parents: string[] = [];
  for (let at = first; at > 0 && parents.length < MOST_PARENTS; at--)
    parents.unshift(labels.slice(at).join('.'));
  return parents;
}

/** The path itself with and without its last slash, then each folder above it. */
function pathsOf(path: string): { exact: string[]; prefixes: string[] } {
  const twin = path.endsWith('/') ? path.slice(0, -1) : `${path}/`;
  const exact = path === '/' ? ['/'] : [path, twin];
  const folders = path.split('/').slice(1, -1);
  const prefixes = folders.map((_, depth) => `/${folders.slice(0, depth + 1).join('/')}/`);
  return { exact, prefixes: ['/', ...prefixes.slice(0, MOST_PREFIXES - 1)].toReversed() };
}

/**
 * The keys under which a bank may know an address, most specific first, without repetition:
 * with and without "www.", the query, the last slash; each folder above ("example.org/a/" covers
 * what is under it); the whole host; and whole parent hosts as far as the registrable domain.
 *
 * As Safe Browsing's expressions, with one difference: a parent host is tried only as a whole,
 * never with the path, so that a page of one site on a shared host never matches another's.
 * Empty when the text is not a web address.
 */
export function urlVariants(address: string): string[] {
  const parts = urlKeyParts(address);
  if (parts === null) return [];
  const { exact, prefixes } = pathsOf(parts.path);
  const hosts = ownHosts(parts.host).map((host) => host + parts.port);
  if (parts.port !== '') hosts.push(...ownHosts(parts.host));
  const variants = new Set<string>();
  for (const path of exact) for (const host of hosts) variants.add(host + path + parts.query);
  for (const path of [...exact, ...prefixes]) for (const host of hosts) variants.add(host + path);
  for (const parent of parentHosts(parts.host)) variants.add(`${parent}/`);
  return [...variants];
}
