import type { ItemReply } from '@commonweal/contract';
import type { Static } from 'typebox';
import { batchStatement, recordBatch, type LedgerBatch } from '../ledger/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { findFiles, insertFiles } from './file-store.ts';
import type { Judge, Judgement } from './judge.ts';
import { judgedItem, type PreparedFile, type PreparedItem } from './prepare-item.ts';
import { findSame, insertItems, itemsStatement } from './store.ts';

export type ItemAnswer = Static<typeof ItemReply>;

const clear: Judgement = { verdict: 'clear', signals: [], caseId: null };

/**
 * Stores items with all that is found about them, in the caller's transaction: once it commits they
 * are durable, matched and, where anything was found, in a case. One ledger leaf stands for them all.
 * @returns one answer per item, in order; items whose very content is here already are answered with what is known
 */
export async function acceptItems<Draft>(
  platform: Platform,
  trx: Trx,
  deskId: string,
  judge: Judge<Draft>,
  items: readonly PreparedItem[],
  drafts: readonly (readonly Draft[])[],
): Promise<ItemAnswer[]> {
  const batchId = newId();
  const judged = items.map((item, index) => ({
    ...item,
    verdict: (drafts[index]?.length ?? 0) > 0 ? ('review' as const) : ('clear' as const),
  }));
  const stored = await insertItems(trx, deskId, batchId, judged);
  const fresh = items.filter(({ itemId }) => stored.has(itemId));
  await insertFiles(trx, deskId, fresh);
  const found = items.flatMap((item, index) => {
    const own = drafts[index] ?? [];
    return stored.has(item.itemId) && own.length > 0
      ? [{ item: judgedItem(item), drafts: own }]
      : [];
  });
  const placed =
    found.length > 0 ? await judge.place(trx, deskId, found) : new Map<string, Judgement>();
  if (fresh.length > 0) {
    await recordBatch(platform, trx, deskId, happened(batchId, fresh));
  }
  const known = await recallSame(
    trx,
    deskId,
    judge,
    items.filter(({ itemId }) => !stored.has(itemId)),
  );
  return items.map((item) => {
    // The same content may stand twice in one batch: its first line is the new item.
    const same = stored.has(item.itemId)
      ? undefined
      : known.get(keyOf(item.item.external_id, item.contentHash));
    return same ?? answerOf(item, placed.get(item.itemId) ?? clear);
  });
}

/**
 * The same for new items without files about which nothing is found, as nearly all are: in a
 * transaction of its own that is sent at once.
 * @returns null when there is more to say of one of them, or one is here already; nothing was stored then
 */
export async function acceptClear(
  platform: Platform,
  deskId: string,
  items: readonly PreparedItem[],
  drafts: readonly (readonly unknown[])[],
): Promise<ItemAnswer[] | null> {
  const isPlain =
    items.every(({ files }) => files.length === 0) && drafts.every(({ length }) => length === 0);
  if (!isPlain) return null;
  const batchId = newId();
  const judged = items.map((item) => ({ ...item, verdict: clear.verdict }));
  const isStored = await platform.database.inDeskAtOnce(
    deskId,
    [
      itemsStatement(deskId, batchId, judged),
      batchStatement(platform, deskId, happened(batchId, items)),
    ],
    ([stored, recorded]) => stored === items.length && recorded === 1,
  );
  return isStored ? items.map((item) => answerOf(item, clear)) : null;
}

/** What the ledger keeps of one intake transaction. */
function happened(batchId: string, items: readonly PreparedItem[]): LedgerBatch {
  return {
    kind: 'items.accepted',
    subjectId: batchId,
    commitments: items.map(({ commitment }) => commitment),
    event: { count: items.length },
  };
}

async function recallSame<Draft>(
  trx: Trx,
  deskId: string,
  judge: Judge<Draft>,
  items: readonly PreparedItem[],
): Promise<Map<string, ItemAnswer>> {
  if (items.length === 0) return new Map();
  const rows = await findSame(trx, deskId, items);
  const ids = rows.map((row) => row.item_id);
  const judgements = await judge.recall(trx, deskId, ids);
  const withFiles = items.some(({ files }) => files.length > 0);
  const files = withFiles ? await findFiles(trx, deskId, ids) : [];
  return new Map(
    rows.map((row) => {
      const { signals, caseId } = judgements.get(row.item_id) ?? clear;
      return [
        keyOf(row.external_id, row.content_hash),
        {
          item_id: row.item_id,
          external_id: row.external_id,
          verdict: row.verdict,
          signals: [...signals],
          case_id: caseId,
          received_at: row.received_at.toISOString(),
          duplicate: true,
          ...standing(files.filter((file) => file.item_id === row.item_id)),
        },
      ];
    }),
  );
}

function answerOf(
  { itemId, item, receivedAt, files }: PreparedItem,
  { verdict, signals, caseId }: Judgement,
): ItemAnswer {
  return {
    item_id: itemId,
    external_id: item.external_id,
    verdict,
    signals: [...signals],
    case_id: caseId,
    received_at: receivedAt.toISOString(),
    duplicate: false,
    ...(files.length > 0 && standing(files.map(rowOf))),
  };
}

type FileStanding = NonNullable<ItemAnswer['files']>[number];

/** Where the files of an item stand; nothing for an item without. */
function standing(files: readonly FileStanding[]): Pick<ItemAnswer, 'files'> {
  if (files.length === 0) return {};
  return {
    files: files.map(({ file_id, name, hashing, hashing_note }) => ({
      file_id,
      name,
      hashing,
      hashing_note,
    })),
  };
}

function rowOf({ fileId, name, hashing, hashingNote }: PreparedFile): FileStanding {
  return { file_id: fileId, name, hashing, hashing_note: hashingNote };
}

function keyOf(externalId: string, contentHash: Buffer): string {
  return `${contentHash.toString('base64')} ${externalId}`;
}
