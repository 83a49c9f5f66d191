import { mostFileBytes } from '@commonweal/contract';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { BlobTooLarge, type IncomingBlob } from '../platform/blobs/blobs.ts';
import { problem, unholdableText } from '../platform/http/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { lookAtFile, refuseWhenBusy } from './look-at-file.ts';
import type { PreparedFile } from './prepare-item.ts';

const mostItemBytes = 1024 * 1024;
const mostFiles = 20;
const utf8 = new TextDecoder('utf-8', { fatal: true });

declare module 'fastify' {
  interface FastifyRequest {
    receivedFiles?: PreparedFile[];
    /** The files themselves, until their item is taken in or refused. */
    incomingBlobs?: IncomingBlob[];
  }
}

/**
 * Reads a multipart body: one part `item` (JSON) and any number of files, up to 20; or one part `file`
 * alone, which leaves the JSON empty. Files are on disk and digested before the item is stored. Null when
 * the body is of another kind.
 * @throws ProblemError naming the part at fault; `unavailable` with a time when too many pictures wait
 */
export function receiveFiles(
  platform: Platform,
  request: FastifyRequest,
  wanted: 'item and files' | 'one file' = 'item and files',
): Promise<void> | null {
  if (!request.isMultipart() || request.caller.kind === 'nobody') return null;
  return receiveParts(platform, request, wanted).catch((error: unknown) => {
    // The parser's own complaints carry no code.
    if (error instanceof Error && /multipart data|boundary|part header/i.test(error.message))
      throw problem(
        'bad-request',
        'The form cannot be read: it was cut short, or its content type names no boundary. Nothing was taken in.',
      );
    throw error;
  });
}

/** Gives the files of a request to its desk: just before the item that holds them is stored. */
export async function keepFiles(request: FastifyRequest, deskId: string): Promise<void> {
  for (const blob of request.incomingBlobs ?? []) await blob.keep(deskId);
}

/** Forgets the files of a request that were not kept, however it ended. */
export async function discardFiles(request: FastifyRequest): Promise<void> {
  for (const blob of request.incomingBlobs ?? []) await blob.discard();
}

async function receiveParts(
  platform: Platform,
  request: FastifyRequest,
  wanted: 'item and files' | 'one file',
): Promise<void> {
  refuseWhenBusy(platform.media);
  const files: PreparedFile[] = [];
  const blobs: IncomingBlob[] = [];
  request.incomingBlobs = blobs;
  let item: unknown;
  const parts = request.parts({
    limits: {
      files: mostFiles + 1,
      fileSize: mostFileBytes + 1,
      fields: 1,
      fieldSize: 100,
      parts: mostFiles + 2,
    },
    // The item too is read as bytes, however it is labelled: its UTF-8 is checked, never mended.
    isPartAFile: (field, type, filename) =>
      field === 'item' || filename !== undefined || type === 'application/octet-stream',
  });
  for await (const part of parts) {
    if (
      wanted === 'one file' &&
      (part.fieldname !== 'file' || part.type !== 'file' || files.length > 0)
    )
      throw problem('invalid', 'Send one file, as the part "file", and nothing else.');
    if (part.fieldname === 'item' && part.type === 'file') {
      if (item !== undefined) throw problem('invalid', 'The part "item" may come only once.');
      item = await readItem(part);
    } else if (part.type === 'file') files.push(await receiveFile(platform, blobs, part));
    else
      throw problem(
        'invalid',
        `There is no part named "${part.fieldname}" here; send the JSON as "item" and the rest as files.`,
      );
  }
  if (wanted === 'one file') {
    if (files.length === 0) throw problem('invalid', 'The part "file" with the file is missing.');
    item = {};
  }
  if (item === undefined)
    throw problem('invalid', 'The part "item" with the JSON of the item is missing.', {
      errors: [{ pointer: '', detail: 'no part named "item"' }],
    });
  request.body = item;
  request.receivedFiles = files;
}

async function readItem({ file }: MultipartFile): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of file as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostItemBytes) throw problem('too-large', 'The part "item" is larger than 1 MiB.');
    chunks.push(chunk);
  }
  let text: string;
  let item: unknown;
  try {
    text = utf8.decode(Buffer.concat(chunks));
    item = JSON.parse(text);
  } catch {
    throw problem('bad-request', 'The part "item" is not valid JSON in UTF-8.');
  }
  const refusal = unholdableText(text, item);
  if (refusal !== null) throw refusal;
  return item;
}

async function receiveFile(
  platform: Platform,
  blobs: IncomingBlob[],
  part: MultipartFile,
): Promise<PreparedFile> {
  const name = part.filename.slice(0, 300).replaceAll('\u0000', '');
  try {
    const blob = await platform.blobs.receive(part.file, mostFileBytes);
    blobs.push(blob);
    if (blob.bytes === 0) throw problem('invalid', `The file "${name}" is empty.`);
    const type = part.mimetype;
    const look = await lookAtFile(platform.media, blob.path, { name, type });
    return {
      fileId: newId(),
      name,
      mediaType: type,
      bytes: blob.bytes,
      md5: blob.md5,
      sha1: blob.sha1,
      sha256: blob.sha256,
      held: true,
      url: null,
      ...look,
    };
  } catch (error) {
    if (error instanceof BlobTooLarge)
      throw problem(
        'too-large',
        `The file "${name}" is larger than ${mostFileBytes / 1024 / 1024} MiB.`,
      );
    throw error;
  }
}
