import type { LookupAddress } from 'node:dns';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { findAddresses, readAddress, type Resolve } from './check-address.ts';

/** What is asked of whom. */
export interface Outgoing {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface OutgoingOptions {
  /** Whether the desk lets its private network be called. */
  readonly allowPrivate: boolean;
  readonly resolve?: Resolve | undefined;
  /** Ends the finding of the name, the connection, and the answer. */
  readonly signal: AbortSignal;
}

/**
 * Sends a request and gives the answer as soon as it begins. Connects only to addresses checked this
 * moment, follows no redirect, uses no proxy.
 * @throws AddressRefused; the signal's reason; the connection's or the resolver's error
 */
export async function openRequest(
  { method, url: address, headers, body }: Outgoing,
  { allowPrivate, resolve, signal }: OutgoingOptions,
): Promise<IncomingMessage> {
  const url = readAddress(address, allowPrivate);
  const addresses = await orAborted(findAddresses(url, allowPrivate, resolve), signal);
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  return new Promise((answered, reject) => {
    request(url, {
      method,
      // A fresh connection without the process's proxy settings: the checked address, or none.
      agent: false,
      lookup: pinnedTo(addresses),
      headers: { ...headers, ...length },
      signal,
    })
      .on('response', answered)
      .on('error', reject)
      .end(body);
  });
}

function pinnedTo(addresses: readonly LookupAddress[]): LookupFunction {
  return (_hostname, options, callback) => {
    const [first] = addresses;
    if (options.all === true) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };
}

function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason as Error);
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  return Promise.race([work, aborted.promise]).finally(() =>
    signal.removeEventListener('abort', abort),
  );
}
