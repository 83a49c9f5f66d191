import type { KnownMatch, LookupReply } from '@commonweal/contract';
import { itemsWithFile } from '../intake/index.ts';
import type { Trx } from '../platform/database/index.ts';
import type { Platform } from '../platform/platform.ts';
import { banksOfEntries, entriesWith } from './entries-with.ts';
import type { SignalDraft } from './matchable-item.ts';
import { matchItems } from './matchers.ts';
import { presentMatch } from './present.ts';
import { questionOf, type Asked, type Value } from './question-of.ts';

/** The newest case of each item; the cases room is behind this one. */
export type CasesOfItems = (
  trx: Trx,
  deskId: string,
  itemIds: readonly string[],
) => Promise<ReadonlyMap<string, string>>;

/** What of the answer its reader may see: a look-up opens no other door. */
export interface Sight {
  readonly items: boolean;
  readonly cases: boolean;
}

const mostSeen = 10;

/**
 * What is known of something: what would be signals of an item with it, the entries that have exactly
 * its value (withdrawn ones too), and the items that had the same file. Nothing of it is kept.
 * @throws ProblemError when it is none or more than one of the things, or no hash or link
 */
export async function lookUp(
  platform: Platform,
  deskId: string,
  asked: Asked,
  sight: Sight,
  casesOfItems: CasesOfItems,
): Promise<LookupReply> {
  const { kind, item, values, file } = await questionOf(platform, asked);
  const nothing = { text: null, title: null, url: null, links: [], actor: null, files: [] };
  const [drafts = []] = await matchItems(platform, deskId, [{ itemId: '', ...nothing, ...item }]);
  return platform.database.inDesk(
    deskId,
    async (trx) => ({
      kind,
      read_as: [...new Set(values.map(({ type }) => type))],
      file,
      matches: await presentMatches(trx, deskId, drafts),
      entries: await entriesWith(trx, deskId, values),
      seen: sight.items ? await seenWith(trx, deskId, values, sight, casesOfItems) : null,
    }),
    { readOnly: true },
  );
}

/** The items that had this very file; null where no SHA-256 says which file it is. */
async function seenWith(
  trx: Trx,
  deskId: string,
  values: readonly Value[],
  sight: Sight,
  casesOfItems: CasesOfItems,
): Promise<LookupReply['seen']> {
  const sha256 = values.find(({ type }) => type === 'sha256')?.value;
  if (sha256 === undefined) return null;
  const items = await itemsWithFile(trx, deskId, sha256, mostSeen);
  const ids = items.map(({ itemId }) => itemId);
  const cases = sight.cases ? await casesOfItems(trx, deskId, ids) : new Map<string, string>();
  return items.map(({ itemId, externalId, receivedAt }) => ({
    item_id: itemId,
    external_id: externalId,
    received_at: receivedAt.toISOString(),
    case_id: cases.get(itemId) ?? null,
  }));
}

async function presentMatches(
  trx: Trx,
  deskId: string,
  drafts: readonly SignalDraft[],
): Promise<KnownMatch[]> {
  const ids = drafts.flatMap(({ reference_id: id }) => (id === null ? [] : [id]));
  const banks = await banksOfEntries(trx, deskId, ids);
  return drafts.map((draft) => ({
    ...presentMatch(draft),
    bank_id: banks.get(draft.reference_id ?? '') ?? null,
  }));
}
