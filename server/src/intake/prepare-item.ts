import { hash, randomFillSync } from 'node:crypto';
import type { NewItem, StoredFile } from '@commonweal/contract';
import { commit } from '@commonweal/ledger';
import { DAY, later } from '../platform/clock.ts';
import { problem } from '../platform/http/index.ts';
import { newId } from '../platform/ids.ts';
import type { Likeness } from '../platform/media/likeness.ts';
import type { JudgedItem } from './judge.ts';

export interface PreparedFile {
  readonly fileId: string;
  readonly name: string | null;
  readonly mediaType: string;
  readonly bytes: number | null;
  readonly md5: string | null;
  readonly sha1: string | null;
  readonly sha256: string | null;
  readonly held: boolean;
  /** Where it is to be fetched from. */
  readonly url: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly hashing: StoredFile['hashing'];
  readonly hashingNote: string | null;
  /** What it looks like, once that is known. */
  readonly likeness: Likeness | null;
}

/** An item ready to be stored: everything about it is decided but what the later rooms say. */
export interface PreparedItem {
  readonly itemId: string;
  readonly item: NewItem;
  readonly files: readonly PreparedFile[];
  readonly receivedAt: Date;
  readonly retentionUntil: Date;
  readonly contentHash: Buffer;
  readonly salt: Buffer;
  /** What the ledger keeps of it: a salted commitment, never the content. */
  readonly commitment: Uint8Array;
}

/**
 * Gives an item its id, digest, commitment and retention date.
 * @throws ProblemError when content of a private or encrypted surface came without a participant's report
 */
export function prepareItem(
  item: NewItem,
  held: readonly PreparedFile[],
  receivedAt: Date,
  retentionDays: number,
): PreparedItem {
  refuseScanning(item, held);
  refuseOtherTimes(item, receivedAt);
  const files = [...held, ...(item.files ?? []).map((file, index) => knownFile(file, index))];
  const salt = freshSalt();
  const contentSha256 = hash(
    'sha256',
    JSON.stringify([
      item.kind,
      item.surface,
      item.posted_at,
      item.url,
      item.title,
      item.text,
      item.language,
      item.territory,
      item.actor,
      item.links,
      item.participant_report,
      files.map((file) => file.sha256 ?? file.md5 ?? file.sha1 ?? file.url),
    ]),
    'hex',
  );
  return {
    itemId: newId(),
    item,
    files,
    receivedAt,
    retentionUntil: later(receivedAt, retentionDays * DAY),
    contentHash: Buffer.from(contentSha256, 'hex'),
    salt,
    commitment: commit(salt, {
      content_sha256: contentSha256,
      external_id: item.external_id,
      kind: item.kind,
      received_at: receivedAt.toISOString(),
    }),
  };
}

const randomPool = Buffer.alloc(8192);
let randomUsed = randomPool.length;

/** 32 random bytes, asked of the system 256 at a time: one by one they cost more than the digest. */
function freshSalt(): Buffer {
  if (randomUsed === randomPool.length) {
    randomFillSync(randomPool);
    randomUsed = 0;
  }
  randomUsed += 32;
  return Buffer.copyBytesFrom(randomPool, randomUsed - 32, 32);
}

/** What later rooms see of it. */
export function judgedItem({ itemId, item, files }: PreparedItem): JudgedItem {
  return {
    itemId,
    externalId: item.external_id,
    kind: item.kind,
    surface: item.surface,
    text: item.text ?? null,
    title: item.title ?? null,
    url: item.url ?? null,
    links: item.links ?? [],
    language: item.language ?? null,
    territory: item.territory ?? null,
    audience: item.audience ?? null,
    actor: item.actor ?? null,
    files: files.map(({ md5, sha1, sha256, likeness }) => ({ md5, sha1, sha256, likeness })),
  };
}

function refuseScanning(item: NewItem, held: readonly PreparedFile[]): void {
  if (item.surface !== 'private' && item.surface !== 'e2ee') return;
  if (item.participant_report) return;
  const content =
    (['text', 'title', 'links', 'files'] as const).find(
      (field) => item[field] !== undefined && item[field].length > 0,
    ) ?? (held.length > 0 ? 'files' : undefined);
  if (content === undefined) return;
  throw problem(
    'invalid',
    `Content of a ${item.surface} item is only taken in when a participant reported it: add participant_report, or leave "${content}" out and send the envelope alone.`,
    {
      errors: [{ pointer: `/${content}`, detail: 'private content without a participant report' }],
    },
  );
}

/** No platform is older; PostgreSQL knows no year 0 at all. */
const firstPost = Date.UTC(1970);

function refuseOtherTimes(item: NewItem, receivedAt: Date): void {
  if (item.posted_at === undefined) return;
  const postedAt = new Date(item.posted_at).getTime();
  if (!(postedAt >= firstPost && postedAt <= receivedAt.getTime() + DAY)) {
    throw problem('invalid', 'posted_at must be a real time, after 1970 and not in the future.', {
      errors: [{ pointer: '/posted_at', detail: 'in the future, too long ago, or not a time' }],
    });
  }
}

function knownFile(file: NonNullable<NewItem['files']>[number], index: number): PreparedFile {
  if ((file.md5 ?? file.sha1 ?? file.sha256 ?? file.url) === undefined) {
    throw problem(
      'invalid',
      'A file the platform keeps needs its MD5, SHA-1 or SHA-256, or the address to fetch it from; to hand in the file itself, send multipart/form-data.',
      {
        errors: [{ pointer: `/files/${index}`, detail: 'none of md5, sha1, sha256 and url' }],
      },
    );
  }
  return {
    fileId: newId(),
    name: file.name ?? null,
    mediaType: file.media_type ?? 'application/octet-stream',
    bytes: file.bytes ?? null,
    md5: file.md5 ?? null,
    sha1: file.sha1 ?? null,
    sha256: file.sha256 ?? null,
    held: false,
    width: null,
    height: null,
    url: file.url ?? null,
    hashing: file.url === undefined ? 'none' : 'pending',
    hashingNote: null,
    likeness: null,
  };
}
