import type { IncomingMessage } from 'node:http';
import { AddressRefused, type Resolve } from '../platform/outgoing/check-address.ts';
import { openRequest } from '../platform/outgoing/open-request.ts';

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
    const response = await openRequest({ method: 'POST', ...message }, { ...options, signal });
    await drain(response);
    return { status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] };
  } catch (error) {
    return { status: null, error: wordsFor(error, signal) };
  }
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

function wordsFor(error: unknown, signal: AbortSignal): string {
  if (error instanceof AddressRefused) return error.message;
  if (signal.aborted) return 'There was no answer in time.';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? `The connection failed: ${code}.` : 'The connection failed.';
}
