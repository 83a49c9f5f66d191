import { pipeline } from 'node:stream/promises';
import { Writable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import sharp, { type Sharp } from 'sharp';
import { BlobTooLarge } from '../platform/blobs/blobs.ts';
import { problem } from '../platform/http/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import type { PreparedFile } from './prepare-item.ts';

const mostBytes = 32 * 1024 * 1024;
const mostPixels = 100_000_000;
const mostFiles = 20;

declare module 'fastify' {
  interface FastifyRequest {
    receivedFiles?: PreparedFile[];
  }
}

/**
 * Reads a multipart body: one part `item` (JSON) and any number of files, up to 20. Files are on disk
 * and digested before the item is stored. Null when the body is of another kind.
 * @throws ProblemError naming the part at fault
 */
export function receiveFiles(platform: Platform, request: FastifyRequest): Promise<void> | null {
  if (!request.isMultipart() || request.caller.kind === 'nobody') return null;
  return receiveParts(platform, request, request.caller.deskId);
}

async function receiveParts(
  platform: Platform,
  request: FastifyRequest,
  deskId: string,
): Promise<void> {
  const files: PreparedFile[] = [];
  let item: unknown;
  const parts = request.parts({
    limits: {
      files: mostFiles,
      fileSize: mostBytes + 1,
      fields: 2,
      fieldSize: 1024 * 1024,
      parts: mostFiles + 2,
    },
  });
  for await (const part of parts) {
    if (part.type === 'file') {
      files.push(await receiveFile(platform, deskId, part));
      continue;
    }
    if (part.fieldname !== 'item')
      throw problem(
        'invalid',
        `There is no part named "${part.fieldname}" here; send the JSON as "item" and the rest as files.`,
      );
    if (part.valueTruncated) throw problem('too-large', 'The part "item" is larger than 1 MiB.');
    item = parseItem(part.value);
  }
  if (item === undefined)
    throw problem('invalid', 'The part "item" with the JSON of the item is missing.', {
      errors: [{ pointer: '', detail: 'no part named "item"' }],
    });
  request.body = item;
  request.receivedFiles = files;
}

function parseItem(value: unknown): unknown {
  try {
    if (typeof value === 'string') return JSON.parse(value);
  } catch {
    // Falls through to the refusal below.
  }
  throw problem('bad-request', 'The part "item" is not valid JSON.');
}

async function receiveFile(
  platform: Platform,
  deskId: string,
  part: MultipartFile,
): Promise<PreparedFile> {
  const name = part.filename.slice(0, 300).replaceAll('\u0000', '');
  try {
    const blob = await platform.blobs.put(deskId, part.file, mostBytes);
    if (blob.bytes === 0) throw problem('invalid', `The file "${name}" is empty.`);
    const size = part.mimetype.startsWith('image/')
      ? await measureImage(platform, deskId, blob.sha256, name)
      : { width: null, height: null };
    return {
      fileId: newId(),
      name,
      mediaType: part.mimetype,
      bytes: blob.bytes,
      md5: blob.md5,
      sha256: blob.sha256,
      held: true,
      ...size,
    };
  } catch (error) {
    if (error instanceof BlobTooLarge)
      throw problem(
        'too-large',
        `The file "${name}" is larger than ${mostBytes / 1024 / 1024} MiB.`,
      );
    throw error;
  }
}

/**
 * Decodes an image once, row by row and within bounds, so that what cannot be shown is refused now
 * and not at two in the morning: broken, cut short, or unfolding to more pixels than we hold.
 */
async function measureImage(
  platform: Platform,
  deskId: string,
  sha256: string,
  name: string,
): Promise<{ width: number; height: number }> {
  const decoder = sharp({
    limitInputPixels: mostPixels,
    failOn: 'truncated',
    sequentialRead: true,
    unlimited: false,
  });
  const measured = new Promise<{ width: number; height: number }>((resolve, reject) => {
    decoder
      .metadata()
      .then(
        ({ width, height, format }) =>
          format === 'svg' ? reject(new Error('SVG is not taken in')) : resolve({ width, height }),
        reject,
      );
  });
  try {
    const image = decoder.clone().resize(8, 8, { fit: 'fill' }).raw();
    const [size] = await Promise.all([
      measured,
      drain(image),
      pipeline(platform.blobs.read(deskId, sha256), decoder),
    ]);
    return size;
  } catch (error) {
    await platform.blobs.remove(deskId, sha256);
    const reason = error instanceof Error ? error.message : 'unknown';
    throw problem(
      'invalid',
      `The image "${name}" cannot be read: ${reason}. Send it whole, up to ${mostPixels / 1_000_000} megapixels.`,
    );
  }
}

function drain(image: Sharp): Promise<void> {
  return pipeline(image, new Writable({ write: (_chunk, _encoding, done) => done() }));
}
