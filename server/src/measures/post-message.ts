import type { LookupAddress } from 'node:dns';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { AddressRefused, findAddresses, readAddress, type Resolve } from './check-address.ts';

const patience = 15_000; // ms for everything: finding the name, connecting, sending, the answer
const mostRead = 16 * 1024; // bytes of an answer; nothing in it matters to us

export interface Message {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface PostOptions {
  readonly allowPrivate: boolean;
  readonly resolve?: Resolve;
  readonly patience?: number;
}

/** What came back, or why nothing did. */
export type PostResult =
  | { readonly status: number; readonly retryAfter: string | undefined }
  | { readonly status: null; readonly error: string };

/**
 * Posts a message once. Connects only to addresses checked this moment, follows no redirect, uses no
 * proxy, reads no more than a little of the answer. Never throws.
 */
export async function postMessage(message: Message, options: PostOptions): Promise<PostResult> {
  const signal = AbortSignal.timeout(options.patience ?? patience);
  try {
    const url = readAddress(message.url, options.allowPrivate);
    const addresses = await orAborted(
      findAddresses(url, options.allowPrivate, options.resolve),
      signal,
    );
    const response = await send(url, addresses, message, signal);
    await drain(response);
    return { status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] };
  } catch (error) {
    return { status: null, error: wordsFor(error, signal) };
  }
}

function send(
  url: URL,
  addresses: readonly LookupAddress[],
  { headers, body }: Message,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    request(url, {
      method: 'POST',
      // A fresh connection without the process's proxy settings: the checked address, or none.
      agent: false,
      lookup: pinnedTo(addresses),
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      signal,
    })
      .on('response', resolve)
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

/** Reads a little, so that the receiver can finish, and lets go. The status counts, whatever follows. */
function drain(response: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let read = 0;
    response
      .on('data', (chunk: Buffer) => {
        read += chunk.length;
        if (read > mostRead) response.destroy();
      })
      .on('error', () => resolve())
      .on('close', () => resolve());
  });
}

function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason as Error);
  signal.addEventListener('abort', abort, { once: true });
  return Promise.race([work, aborted.promise]).finally(() =>
    signal.removeEventListener('abort', abort),
  );
}

function wordsFor(error: unknown, signal: AbortSignal): string {
  if (error instanceof AddressRefused) return error.message;
  if (signal.aborted) return 'There was no answer in time.';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? `The connection failed: ${code}.` : 'The connection failed.';
}
