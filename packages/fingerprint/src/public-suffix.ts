import { getDomain, getPublicSuffix } from 'tldts';

/**
 * The Public Suffix List (publicsuffix.org) as tldts carries it, with its private section: under
 * "co.uk" as under "github.io" everybody may register a name. An unlisted last label is a suffix.
 */
const LIST = { allowPrivateDomains: true, extractHostname: false, validateHostname: false };

/** True for a host in numbers: IPv4 in dotted form or IPv6 in brackets. */
export function isAddressHost(host: string): boolean {
  return host.startsWith('[') || /^\d+(?:\.\d+){3}$/.test(host);
}

/**
 * The part of a host that one registrant answers for: the public suffix and one label ("eTLD+1").
 * Null for a public suffix itself and for a host in numbers. Takes hosts as `canonicalUrl` gives them.
 *
 *     registrableDomain('a.b.example.co.uk')   // 'example.co.uk'
 */
export function registrableDomain(host: string): string | null {
  return isAddressHost(host) ? null : getDomain(host, LIST);
}

/** True when the host is a public suffix: whatever stands under it belongs to different people. */
export function isPublicSuffix(host: string): boolean {
  return !isAddressHost(host) && getPublicSuffix(host, LIST) === host;
}
