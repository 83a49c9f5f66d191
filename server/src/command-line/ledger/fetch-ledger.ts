import type { FetchBytes } from '@commonweal/ledger';
import { WrongCall, reasonOf } from '../failure.ts';

const mostPerFile = 256 * 1024; // bytes; the largest proper one, a bundle of entries, has under 9 KiB
const mostInAll = 2 * 1024 ** 3; // bytes; some thirty million leaves
const patience = 30_000; // ms for one file

/** The address of a ledger, as people paste it. @throws WrongCall when it is not one */
export function readLedgerAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new WrongCall(
      'The ledger was not checked.',
      `"${text}" is not an http(s) address.`,
      'Give the address of the ledger, for instance https://desk.example/d/reef/ledger.',
    );
  url.search = '';
  url.hash = '';
  return url.href.replace(/\/(checkpoint|key)?$/, '');
}

/** Reads a ledger's files over HTTP, and no more of them than a ledger can have. */
export function ledgerOver(address: string, fetchWith: typeof fetch = fetch): FetchBytes {
  let read = 0;
  return async (path) => {
    if (read > mostInAll) throw new Error(`more than ${mostInAll} bytes were read; given up`);
    const response = await fetchWith(`${address}/${path}`, {
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    }).catch((error: unknown) => {
      throw new Error(reasonOf(error), { cause: error });
    });
    if (response.status === 404) {
      await response.body?.cancel();
      return null;
    }
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    const bytes = await readAtMost(response, mostPerFile);
    read += bytes.length;
    return bytes;
  };
}

async function readAtMost(response: Response, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > most) throw new Error(`the file is larger than ${most} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
