import type { Item, Verdict } from '@commonweal/contract';
import type { Trx } from '../platform/database/index.ts';
import { notFound } from '../platform/http/index.ts';
import { findFiles, findPictures } from './file-store.ts';
import type { Judge } from './judge.ts';
import { presentItem } from './present.ts';
import { findItem, findItems, updateVerdict } from './store.ts';
import type { ItemTable } from './tables.ts';

/** Reads what later rooms know of items. */
export type Recall = Pick<Judge<never>, 'recall'>;

/** Items with their files and signals, in the order of their ids. Unknown ids are left out. */
export async function readItems(
  trx: Trx,
  deskId: string,
  recall: Recall,
  itemIds: readonly string[],
): Promise<Item[]> {
  return presentAll(trx, deskId, recall, await findItems(trx, deskId, itemIds));
}

/** One item. @throws ProblemError not-found, also for other desks' items */
export async function readItem(
  trx: Trx,
  deskId: string,
  recall: Recall,
  itemId: string,
): Promise<Item> {
  const [item] = await readItems(trx, deskId, recall, [itemId]);
  if (item === undefined) throw notFound('item');
  return item;
}

/** Rows already read, with what belongs to them. */
export async function presentAll(
  trx: Trx,
  deskId: string,
  recall: Recall,
  rows: readonly ItemTable[],
): Promise<Item[]> {
  const ids = rows.map((row) => row.item_id);
  const files = await findFiles(trx, deskId, ids);
  const pictures = await findPictures(
    trx,
    deskId,
    files.map((file) => file.file_id),
  );
  const known = await recall.recall(trx, deskId, ids);
  return rows.map((row) =>
    presentItem(
      row,
      files.filter((file) => file.item_id === row.item_id),
      pictures,
      known.get(row.item_id),
    ),
  );
}

/** Says where an item stands now; decisions call it. @throws ProblemError not-found */
export async function setVerdict(
  trx: Trx,
  deskId: string,
  itemId: string,
  verdict: Verdict,
): Promise<void> {
  if ((await findItem(trx, deskId, itemId)) === undefined) throw notFound('item');
  await updateVerdict(trx, deskId, itemId, verdict);
}
