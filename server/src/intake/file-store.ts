import { sql } from 'kysely';
import type { Trx } from '../platform/database/index.ts';
import { readLikeness, writeLikeness, type Likeness } from '../platform/media/likeness.ts';
import type { PreparedItem } from './prepare-item.ts';
import type { ItemFileTable } from './tables.ts';

/** Stores the files of items just stored. */
export async function insertFiles(
  trx: Trx,
  deskId: string,
  items: readonly PreparedItem[],
): Promise<void> {
  const rows = items.flatMap(({ itemId, files, receivedAt }) =>
    files.map((file, position) => ({
      desk_id: deskId,
      file_id: file.fileId,
      item_id: itemId,
      position,
      name: file.name,
      media_type: file.mediaType,
      bytes: file.bytes,
      md5: file.md5,
      sha1: file.sha1,
      sha256: file.sha256,
      held: file.held,
      width: file.width,
      height: file.height,
      url: file.url,
      hashing: file.hashing,
      hashing_note: file.hashingNote,
      due_at: file.hashing === 'pending' ? receivedAt : null,
      attempts: 0,
    })),
  );
  for (let from = 0; from < rows.length; from += 1000) {
    await trx
      .insertInto('item_file')
      .values(rows.slice(from, from + 1000))
      .execute();
  }
  for (const { fileId, likeness } of items.flatMap(({ files }) => files))
    if (likeness !== null) await insertFingerprint(trx, deskId, fileId, likeness);
}

/** Stores what a file looks like. Twice is harmless. */
async function insertFingerprint(
  trx: Trx,
  deskId: string,
  fileId: string,
  likeness: Likeness,
): Promise<void> {
  await trx
    .insertInto('file_fingerprint')
    .values({
      desk_id: deskId,
      file_id: fileId,
      kind: likeness.kind,
      prints: writeLikeness(likeness),
    })
    .onConflict((conflict) => conflict.columns(['desk_id', 'file_id']).doNothing())
    .execute();
}

/** What pictures look like, by the ids of their files; what is no picture is left out. */
export function findPictures(
  trx: Trx,
  deskId: string,
  fileIds: readonly string[],
): Promise<Map<string, Likeness>> {
  return findLikenesses(trx, deskId, fileIds, ['picture']);
}

/** What files look like, by their ids; those of other kinds, or that look like nothing, are left out. */
export async function findLikenesses(
  trx: Trx,
  deskId: string,
  fileIds: readonly string[],
  kinds: readonly Likeness['kind'][] = ['picture', 'video'],
): Promise<Map<string, Likeness>> {
  if (fileIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('file_fingerprint')
    .select(['file_id', 'kind', 'prints'])
    .where('desk_id', '=', deskId)
    .where('file_id', 'in', [...fileIds])
    .where('kind', 'in', [...kinds])
    .execute();
  return new Map(rows.map(({ file_id, kind, prints }) => [file_id, readLikeness(kind, prints)]));
}

/** The files of items, in their order. */
export async function findFiles(
  trx: Trx,
  deskId: string,
  itemIds: readonly string[],
): Promise<ItemFileTable[]> {
  if (itemIds.length === 0) return [];
  return trx
    .selectFrom('item_file')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('item_id', 'in', [...itemIds])
    .orderBy('item_id')
    .orderBy('position')
    .execute();
}

/** Files on which work is due, the longest due first: those that are here, or those to be fetched. */
export async function dueFiles(
  trx: Trx,
  deskId: string,
  { held, now, most }: { readonly held: boolean; readonly now: Date; readonly most: number },
): Promise<string[]> {
  const rows = await trx
    .selectFrom('item_file')
    .select('file_id')
    .where('desk_id', '=', deskId)
    .where('due_at', '<=', now)
    .where('held', '=', held)
    .orderBy('due_at')
    .limit(most)
    .execute();
  return rows.map((row) => row.file_id);
}

/** Takes a file to work on until a time; undefined when it is not due, or somebody else has it. */
export async function leaseFile(
  trx: Trx,
  deskId: string,
  fileId: string,
  now: Date,
  until: Date,
): Promise<ItemFileTable | undefined> {
  return trx
    .updateTable('item_file')
    .set({ due_at: until, attempts: sql`attempts + 1` })
    .where('desk_id', '=', deskId)
    .where('file_id', '=', fileId)
    .where('due_at', '<=', now)
    .returningAll()
    .executeTakeFirst();
}

/** Holds a file on which work is going on for longer. Work that has ended meanwhile stays ended. */
export async function extendLease(
  trx: Trx,
  deskId: string,
  fileId: string,
  until: Date,
): Promise<void> {
  await trx
    .updateTable('item_file')
    .set({ due_at: until })
    .where('desk_id', '=', deskId)
    .where('file_id', '=', fileId)
    .where('due_at', '<', until)
    .execute();
}

/** What changes of a file when work on it ends. */
export type FileChange = Partial<
  Omit<ItemFileTable, 'desk_id' | 'file_id' | 'item_id' | 'position'>
>;

/** Changes a file on which work is owed, and keeps what it looks like; false when none is owed any more, or the file is gone. */
export async function changeOwedFile(
  trx: Trx,
  deskId: string,
  fileId: string,
  change: FileChange,
  likeness: Likeness | null = null,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('item_file')
    .set(change)
    .where('desk_id', '=', deskId)
    .where('file_id', '=', fileId)
    .where('hashing', '=', 'pending')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  if (likeness !== null) await insertFingerprint(trx, deskId, fileId, likeness);
  return true;
}

/** An item that has a certain file. */
export interface ItemWithFile {
  readonly itemId: string;
  readonly externalId: string;
  readonly receivedAt: Date;
}

/** The latest items with a file of this SHA-256, newest first. */
export async function itemsWithFile(
  trx: Trx,
  deskId: string,
  sha256: string,
  limit: number,
): Promise<ItemWithFile[]> {
  return trx
    .selectFrom('item_file as file')
    .innerJoin('item', (join) =>
      join.onRef('item.desk_id', '=', 'file.desk_id').onRef('item.item_id', '=', 'file.item_id'),
    )
    .select([
      'item.item_id as itemId',
      'item.external_id as externalId',
      'item.received_at as receivedAt',
    ])
    .distinct()
    .where('file.desk_id', '=', deskId)
    .where('file.sha256', '=', sha256)
    .orderBy('item.item_id', 'desc')
    .limit(limit)
    .execute();
}
