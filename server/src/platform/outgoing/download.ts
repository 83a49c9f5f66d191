import type { IncomingMessage } from 'node:http';
import { AddressRefused, type Resolve } from './check-address.ts';
import { openRequest } from './open-request.ts';

/** A file that is not fetched, in a sentence; `lasting` when trying again would not help. */
export class DownloadRefused extends Error {
  override readonly name = 'DownloadRefused';
  readonly lasting: boolean;

  constructor(message: string, options: { readonly lasting: boolean; readonly cause?: unknown }) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.lasting = options.lasting;
  }
}

/** What is asked for. */
export interface Wanted {
  /** The request's `Accept`. */
  readonly accept: string;
  /** Types of what is taken, without parameters. */
  readonly types: RegExp;
  /** They in words, for refusing others: "Pictures, videos and sound are fetched." */
  readonly words: string;
}

/** What holds pictures, film and sound, or does not say what it holds. */
const media: Wanted = {
  accept: 'image/*, video/*, audio/*',
  types: /^(image|video|audio)\/[\w.+-]+$|^(application|binary)\/octet-stream$|^application\/mp4$/,
  words: 'Pictures, videos and sound are fetched.',
};

/** What a server said of a file, so that it is sent again only when it is another (RFC 9110, 13.1). */
export interface FileTags {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface DownloadOptions {
  /** Media unless told. */
  readonly wanted?: Wanted;
  readonly allowPrivate: boolean;
  readonly mostBytes: number;
  /** Milliseconds for everything: names, connections, redirects, and the last byte. */
  readonly patience: number;
  /** Ends it before. */
  readonly signal?: AbortSignal;
  readonly resolve?: Resolve;
}

const mostRedirects = 3;

/**
 * Fetches a file and hands it to `take`, which reads it to the end. Each address on the way is checked
 * by itself, and only it is connected to; no cookie, no credential and no referrer goes along, and
 * nothing is unpacked.
 * @throws DownloadRefused; what `take` throws of its own
 */
export async function download<T>(
  address: string,
  options: DownloadOptions,
  take: (body: IncomingMessage, type: string) => Promise<T>,
): Promise<T> {
  const taken = await downloadIfOther(address, { etag: null, lastModified: null }, options, take);
  if (taken !== null) return taken.value;
  throw lasting('The server answered 304.');
}

/**
 * As `download`, unless the server says that it has what is known by its tags; then null.
 * @returns what `take` made of it, and the tags of what it read
 */
export async function downloadIfOther<T>(
  address: string,
  known: FileTags,
  options: DownloadOptions,
  take: (body: IncomingMessage, type: string) => Promise<T>,
): Promise<{ readonly value: T; readonly tags: FileTags } | null> {
  const timeout = AbortSignal.timeout(options.patience);
  const signal = AbortSignal.any([timeout, ...(options.signal ? [options.signal] : [])]);
  let answer: IncomingMessage | null = null;
  let broke: unknown = null;
  try {
    answer = await follow(address, known, { ...options, signal });
    if (answer.statusCode === 304) return null;
    answer.on('error', (error) => (broke = error));
    const { etag, 'last-modified': lastModified } = answer.headers;
    const tags = { etag: etag ?? null, lastModified: lastModified ?? null };
    return { value: await take(answer, typeOf(answer)), tags };
  } catch (error) {
    if (error instanceof AddressRefused) throw lasting(error.message, error);
    if (timeout.aborted)
      throw new DownloadRefused(`It did not come within ${options.patience / 1000} seconds.`, {
        lasting: false,
        cause: error,
      });
    // What `take` makes of a file that came whole is its own affair.
    if (error instanceof DownloadRefused || (answer !== null && broke === null)) throw error;
    const { code } = (broke ?? error) as { code?: unknown };
    throw new DownloadRefused(
      typeof code === 'string' ? `The connection failed: ${code}.` : 'The connection failed.',
      { lasting: false, cause: error },
    );
  } finally {
    answer?.destroy();
  }
}

async function follow(
  address: string,
  { etag, lastModified }: FileTags,
  options: DownloadOptions & { readonly signal: AbortSignal },
): Promise<IncomingMessage> {
  const { allowPrivate, mostBytes, resolve, signal, wanted = media } = options;
  const headers = {
    'user-agent': 'Commonweal',
    accept: wanted.accept,
    'accept-encoding': 'identity',
    ...(etag !== null && { 'if-none-match': etag }),
    ...(lastModified !== null && { 'if-modified-since': lastModified }),
  };
  const isKnown = etag !== null || lastModified !== null;
  let url = address;
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const answer = await openRequest(
      { method: 'GET', url, headers },
      { allowPrivate, resolve, signal },
    );
    try {
      const next = redirectOf(answer, url);
      if (next === null) {
        if (!(isKnown && answer.statusCode === 304)) refuseOthers(answer, mostBytes, wanted);
        return answer;
      }
      url = next;
    } catch (error) {
      answer.destroy();
      throw error;
    }
    answer.destroy();
  }
  throw lasting(`The address leads on more than ${mostRedirects} times.`);
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage, from: string): string | null {
  if (![301, 302, 303, 307, 308].includes(statusCode)) return null;
  const to = URL.parse(headers.location ?? '', from);
  if (to === null) throw lasting('The address leads on to nowhere.');
  return to.href;
}

function typeOf({ headers }: IncomingMessage): string {
  const [type = ''] = (headers['content-type'] ?? 'application/octet-stream').split(';');
  return type.trim().toLowerCase();
}

function refuseOthers(answer: IncomingMessage, mostBytes: number, wanted: Wanted): void {
  const { statusCode = 0, headers } = answer;
  if (statusCode !== 200)
    throw new DownloadRefused(`The server answered ${statusCode}.`, {
      // What is said of the moment, and not of the file.
      lasting: statusCode < 500 && ![408, 425, 429].includes(statusCode),
    });
  if (!wanted.types.test(typeOf(answer)))
    throw lasting(`The server says that it is ${typeOf(answer).slice(0, 100)}. ${wanted.words}`);
  if ((headers['content-encoding'] ?? 'identity') !== 'identity')
    throw lasting('The server sends it packed, which was not asked for.');
  if (Number(headers['content-length'] ?? 0) > mostBytes) throw tooLarge(mostBytes);
}

function tooLarge(mostBytes: number): DownloadRefused {
  return lasting(`The file is larger than ${mostBytes} bytes.`);
}

function lasting(message: string, cause?: unknown): DownloadRefused {
  return new DownloadRefused(message, { lasting: true, cause });
}
