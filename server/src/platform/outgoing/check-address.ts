import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { faults, type FaultCode } from '@commonweal/contract';
import ipaddr from 'ipaddr.js';

/** Ranges reached only where the desk allows private endpoints. Link-local stays shut: clouds keep keys there. */
const privateRanges: readonly string[] = ['private', 'loopback', 'uniqueLocal', 'carrierGradeNat'];

type AddressFault = Extract<FaultCode, `address-${string}`>;

/** An address that is not called, with the reason. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
  readonly code: AddressFault;

  constructor(code: AddressFault) {
    super(faults[code]);
    this.code = code;
  }
}

export type Resolve = (hostname: string) => Promise<LookupAddress[]>;

const resolveBySystem: Resolve = (hostname) => lookup(hostname, { all: true, verbatim: true });

/** Reads the address of an endpoint. @throws AddressRefused for what is never called */
export function readAddress(text: string, allowPrivate: boolean): URL {
  const url = URL.parse(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    throw new AddressRefused('address-scheme');
  if (url.username !== '' || url.password !== '') throw new AddressRefused('address-with-password');
  // Messages carry links that open a person's notice: nobody on the way may read them.
  if (url.protocol !== 'https:' && !allowPrivate) throw new AddressRefused('address-not-https');
  return url;
}

/**
 * Finds where an endpoint's name points to now, and refuses unless every one of its addresses may be
 * called. The caller connects to these addresses and resolves nothing again, so that a name cannot
 * point elsewhere in between.
 * @throws AddressRefused; the resolver's error when there is no such name
 */
export async function findAddresses(
  url: URL,
  allowPrivate: boolean,
  resolve: Resolve = resolveBySystem,
): Promise<LookupAddress[]> {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const family = isIP(host);
  const addresses = family === 0 ? await resolve(host) : [{ address: host, family }];
  if (addresses.length === 0) throw new AddressRefused('address-nowhere');
  const bad = addresses.find(({ address }) => !mayCall(address, allowPrivate));
  if (bad === undefined) return addresses;
  throw new AddressRefused(allowPrivate ? 'address-never-called' : 'address-private');
}

/** Whether an IP address may be called: public unicast, or private where that is allowed. */
export function mayCall(address: string, allowPrivate: boolean): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.process(address);
  if (ip instanceof ipaddr.IPv6 && isDisguised(ip)) return false;
  const range = ip.range();
  return range === 'unicast' || (allowPrivate && privateRanges.includes(range));
}

/** IPv4 in IPv6's clothes: compatible (::/96), local NAT64 (64:ff9b:1::/48); and site-local (fec0::/10). */
function isDisguised(ip: ipaddr.IPv6): boolean {
  if (ip.range() === 'loopback') return false;
  return ['::/96', '64:ff9b:1::/48', 'fec0::/10'].some((range) =>
    ip.match(ipaddr.IPv6.parseCIDR(range)),
  );
}
