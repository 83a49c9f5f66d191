import { canonicalUrl } from './canonical-url.ts';

/** How many parent hosts and path prefixes are tried (Safe Browsing v4, "Suffix/prefix expressions"). */
const MOST_PARENTS = 4;
const MOST_PREFIXES = 6;

interface Parts {
  readonly host: string;
  readonly port: string;
  readonly path: string;
  readonly query: string;
}

function partsOf(address: string): Parts | null {
  const canonical = canonicalUrl(address);
  if (canonical === null) return null;
  const url = new URL(canonical);
  const port = url.port === '' ? '' : `:${url.port}`;
  return { host: url.hostname, port, path: url.pathname, query: url.search };
}

/**
 * The key a bank stores an address under: canonical, without the scheme ("example.org/a?b=1"),
 * because http and https lead to the same thing. Null when it is not a web address.
 */
export function urlKey(address: string): string | null {
  const parts = partsOf(address);
  return parts && parts.host + parts.port + parts.path + parts.query;
}

function isAddressHost(host: string): boolean {
  return host.startsWith('[') || /^\d+(?:\.\d+){3}$/.test(host);
}

/** The host as written and its twin with or without "www.". */
function ownHosts(host: string): string[] {
  if (isAddressHost(host)) return [host];
  return host.startsWith('www.') ? [host, host.slice(4)] : [host, `www.${host}`];
}

function parentHosts(host: string): string[] {
  if (isAddressHost(host)) return [];
  const labels = host.split('.');
  const parents: string[] = [];
  const first = Math.max(1, labels.length - MOST_PARENTS - 1);
  for (let at = first; at <= labels.length - 2; at++) parents.push(labels.slice(at).join('.'));
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
 * what is under it); the whole host; and whole parent hosts.
 *
 * As Safe Browsing's expressions, with one difference: a parent host is tried only as a whole,
 * never with the path, so that a page of one site on a shared host never matches another's.
 * Empty when the text is not a web address.
 */
export function urlVariants(address: string): string[] {
  const parts = partsOf(address);
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
