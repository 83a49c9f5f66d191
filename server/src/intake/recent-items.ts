import type { Verdict } from '@commonweal/contract';
import type { Trx } from '../platform/database/index.ts';
import { findFiles, findLikenesses } from './file-store.ts';
import type { JudgedItem } from './judge.ts';
import { judgedRow } from './judged-row.ts';
import { listItems } from './store.ts';

/** An item as it could be judged again, and where it stands. */
export interface RecentItem {
  readonly item: JudgedItem;
  readonly receivedAt: Date;
  readonly verdict: Verdict;
}

/** Items with all that matching compares, newest first, before `before`; erased ones have nothing left to compare. */
export async function recentItems(
  trx: Trx,
  deskId: string,
  before: string | null,
  limit: number,
): Promise<RecentItem[]> {
  const rows = (await listItems(trx, deskId, { before, limit })).slice(0, limit);
  const files = await findFiles(
    trx,
    deskId,
    rows.map((row) => row.item_id),
  );
  const likenesses = await findLikenesses(
    trx,
    deskId,
    files.map((file) => file.file_id),
  );
  const filesOf = Map.groupBy(files, (file) => file.item_id);
  return rows.map((row) => ({
    item: {
      ...judgedRow(row),
      files: (filesOf.get(row.item_id) ?? []).map(({ file_id, md5, sha1, sha256 }) => ({
        md5,
        sha1,
        sha256,
        likeness: likenesses.get(file_id) ?? null,
      })),
    },
    receivedAt: row.received_at,
    verdict: row.verdict,
  }));
}
