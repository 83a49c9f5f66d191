import { setImmediate } from 'node:timers/promises';
import type { BankPreview, PreviewedEntry, PreviewedItem } from '@commonweal/contract';
import { recentItems, type RecentItem } from '../intake/index.ts';
import { refusal } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { requireBank } from './create-bank.ts';
import { createEntryIndex } from './entry-index.ts';
import type { Known } from './find-signals.ts';
import { buildListedNames } from './listed-names.ts';
import type { CasesOfItems, Sight } from './look-up.ts';
import { matchAgainst } from './match-against.ts';
import type { SignalDraft } from './matchable-item.ts';
import { presentMatch } from './present.ts';
import { entriesOfBank, type NumberedRow } from './read-entries.ts';
import { entriesWithIds } from './store.ts';

/** How far back to look. */
export interface PreviewReach {
  readonly days: number;
  /** Items. */
  readonly most: number;
}

/** Milliseconds that all of it may take, and that other requests wait at most for one slice of it. */
const longest = 20_000;
const slice = 8;
const page = 200; // items read at a time
const entriesAtOnce = 2_000;
const mostEntries = 50;
const mostExamples = 20;
const mostMatches = 5;
const longestText = 2_000;
/** An entry found in more than this share of items says more about how people write than about them. */
const wideShare = 0.01;
/** And in fewer items than this no share says anything. */
const fewestItems = 5;

const underWay = new WeakMap<object, Set<string>>();

/**
 * What a bank would find in items that are here, whether it is on or off: compared as new items are, with
 * this bank and nothing else. Gives way to other requests, and stops when its time is over. Keeps nothing.
 * @throws ProblemError when the bank is not here, or a preview of this desk is under way
 */
export async function previewBank(
  platform: Platform,
  deskId: string,
  bankId: string,
  reach: PreviewReach,
  sight: Sight,
  casesOfItems: CasesOfItems,
): Promise<BankPreview> {
  await platform.database.inDesk(deskId, (trx) => requireBank(trx, deskId, bankId), {
    readOnly: true,
  });
  const desks = underWay.get(platform.database) ?? new Set();
  underWay.set(platform.database, desks);
  if (desks.has(deskId)) throw refusal('preview-running');
  desks.add(deskId);
  try {
    const ends = performance.now() + longest;
    const known = await loadBank(platform, deskId, bankId);
    const findings = await compareItems(platform, deskId, known, reach, ends);
    return await present(platform, deskId, findings, sight, casesOfItems);
  } finally {
    desks.delete(deskId);
  }
}

/** The bank's entries as if it were on, in an index of their own. */
async function loadBank(platform: Platform, deskId: string, bankId: string): Promise<Known> {
  const entries = createEntryIndex();
  let after: string | null = null;
  do {
    const from: string | null = after;
    const rows: NumberedRow[] = await platform.database.inDesk(
      deskId,
      (trx) => entriesOfBank(trx, deskId, bankId, from, entriesAtOnce),
      { readOnly: true },
    );
    entries.apply(rows.map((row) => ({ ...row, on: true })));
    after = rows.length < entriesAtOnce ? null : (rows.at(-1)?.bank_entry_id ?? null);
    await setImmediate();
  } while (after !== null);
  entries.settle();
  return { entries, names: buildListedNames([]), silent: new Set() };
}

interface Findings {
  lookedAt: number;
  oldest: Date | null;
  stopped: BankPreview['stopped'];
  found: number;
  fresh: number;
  /** Items by entry. */
  readonly entries: Map<string, number>;
  readonly examples: { readonly recent: RecentItem; readonly drafts: readonly SignalDraft[] }[];
}

async function compareItems(
  platform: Platform,
  deskId: string,
  known: Known,
  { days, most }: PreviewReach,
  ends: number,
): Promise<Findings> {
  const since = platform.clock.now().getTime() - days * 86_400_000;
  const findings: Findings = {
    lookedAt: 0,
    oldest: null,
    stopped: null,
    found: 0,
    fresh: 0,
    entries: new Map(),
    examples: [],
  };
  for (let before: string | null = null; ;) {
    const from: string | null = before;
    const items: RecentItem[] = await platform.database.inDesk(
      deskId,
      (trx) => recentItems(trx, deskId, from, page),
      { readOnly: true },
    );
    let turn = performance.now();
    for (const recent of items) {
      if (recent.receivedAt.getTime() < since) return findings;
      if (isErased(recent)) continue;
      if (findings.lookedAt === most) return { ...findings, stopped: 'most' };
      if (performance.now() > ends) return { ...findings, stopped: 'time' };
      note(findings, recent, (await matchAgainst(() => known, [recent.item]))[0] ?? []);
      if (performance.now() - turn > slice) {
        await setImmediate();
        turn = performance.now();
      }
    }
    if (items.length < page) return findings;
    before = items.at(-1)?.item.itemId ?? null;
  }
}

/** Nothing of it is left to compare. */
function isErased({ item: { text, title, url, links, actor, files } }: RecentItem): boolean {
  return (text ?? title ?? url ?? actor) === null && links.length === 0 && files.length === 0;
}

function note(findings: Findings, recent: RecentItem, drafts: readonly SignalDraft[]): void {
  findings.lookedAt++;
  findings.oldest = recent.receivedAt;
  if (drafts.length === 0) return;
  findings.found++;
  if (recent.verdict === 'clear') findings.fresh++;
  for (const { reference_id: id } of drafts)
    if (id !== null) findings.entries.set(id, (findings.entries.get(id) ?? 0) + 1);
  if (findings.examples.length < mostExamples) findings.examples.push({ recent, drafts });
}

function present(
  { database }: Platform,
  deskId: string,
  findings: Findings,
  sight: Sight,
  casesOfItems: CasesOfItems,
): Promise<BankPreview> {
  const most = [...findings.entries].toSorted((a, b) => b[1] - a[1]).slice(0, mostEntries);
  const ids = findings.examples.map(({ recent }) => recent.item.itemId);
  return database.inDesk(
    deskId,
    async (trx) => {
      const rows = await entriesWithIds(
        trx,
        deskId,
        most.map(([id]) => id),
      );
      const cases = sight.cases ? await casesOfItems(trx, deskId, ids) : new Map<string, string>();
      const entries = most.flatMap(([id, items]): PreviewedEntry[] => {
        const row = rows.get(id);
        if (row === undefined) return [];
        const { bank_entry_id, type, value, label, status } = row;
        const wide = items >= fewestItems && items > findings.lookedAt * wideShare;
        const shown = { bank_entry_id, type, value: value.slice(0, 300), label, status };
        return [{ ...shown, confirmed: row.confirmed_at !== null, items, wide }];
      });
      const examples = findings.examples.map(({ recent: { item, ...recent }, drafts }) => ({
        item_id: item.itemId,
        external_id: item.externalId,
        received_at: recent.receivedAt.toISOString(),
        verdict: recent.verdict,
        case_id: cases.get(item.itemId) ?? null,
        text: item.text?.slice(0, longestText) ?? null,
        title: item.title,
        matches: drafts.slice(0, mostMatches).map(presentMatch),
      })) satisfies PreviewedItem[];
      return {
        looked_at: findings.lookedAt,
        oldest_at: findings.oldest?.toISOString() ?? null,
        stopped: findings.stopped,
        found: findings.found,
        fresh: findings.fresh,
        entries_found: findings.entries.size,
        entries,
        examples: sight.items ? examples : null,
      };
    },
    { readOnly: true },
  );
}
