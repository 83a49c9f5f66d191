import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { packEdition } from '@commonweal/designations';
import type { IncomingBlob } from '../platform/blobs/blobs.ts';
import {
  download,
  downloadIfOther,
  type DownloadOptions,
  type FileTags,
  type Wanted,
} from '../platform/outgoing/download.ts';
import type { Platform } from '../platform/platform.ts';

export const mostListBytes = 128 * 1024 * 1024;
const patience = 300_000; // ms: a slow line takes minutes for the larger lists

const lists: Wanted = {
  accept: '*/*',
  types:
    /^(text\/(xml|html|csv|plain)|application\/([\w.-]+\+)?xml|application\/(octet-stream|json|x-ndjson|csv|zip|vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet)|binary\/octet-stream)$/,
  words: 'Lists come as XML, HTML, CSV, JSON or spreadsheets.',
};

/** Where an edition is, and what is known of the last one. */
export interface EditionPlace {
  readonly address: string;
  /** Of the further files of it, which are fetched when the first is another than the last. */
  readonly others: readonly string[];
  readonly known: FileTags;
  readonly allowPrivate: boolean;
}

/**
 * Fetches an edition, unless its publisher says that it is the last one; then null. The files of one
 * that comes in several are joined. The caller discards it.
 * @throws DownloadRefused, BlobTooLarge; then nothing of it is left behind
 */
export async function fetchEdition(
  { blobs, media }: Platform,
  { address, others, known, allowPrivate }: EditionPlace,
): Promise<{ readonly file: IncomingBlob; readonly tags: FileTags } | null> {
  const options: DownloadOptions = {
    wanted: lists,
    allowPrivate,
    mostBytes: mostListBytes,
    patience,
    signal: media.closing,
  };
  const receive = (body: Readable) => blobs.receive(body, mostListBytes);
  const answer = await downloadIfOther(address, known, options, receive);
  if (answer === null) return null;
  const { value: first, tags } = answer;
  if (others.length === 0) return { file: first, tags };
  const parts = [first];
  try {
    for (const other of others) parts.push(await download(other, options, receive));
    const files = await Promise.all(
      parts.map(async ({ path }, at) => ({ name: String(at + 1), bytes: await readFile(path) })),
    );
    return { file: await receive(Readable.from([packEdition(files)])), tags };
  } finally {
    for (const part of parts) await part.discard();
  }
}
