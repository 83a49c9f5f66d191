import type { TransparencyReport } from '@commonweal/contract';
import { countAppeals } from '../appeals/index.ts';
import { countDecisions } from '../decisions/index.ts';
import { readDesk } from '../desks/index.ts';
import { countItems } from '../intake/index.ts';
import { countSignals } from '../matching/index.ts';
import { countDeliveries } from '../measures/index.ts';
import { countNotices, type NoticeCounts } from '../notices/index.ts';
import type { Trx } from '../platform/database/index.ts';
import type { Platform } from '../platform/platform.ts';
import { publishedVersions } from '../policy/index.ts';
import { momentsOf, type Period } from './period.ts';

/** The account of a period with what only its page shows. */
export interface Account {
  readonly report: TransparencyReport;
  readonly notices: NoticeCounts;
  readonly deskSince: Date;
  /** Titles of clauses by key, from the newest version that has them. */
  readonly clauseTitles: ReadonlyMap<string, string>;
}

/**
 * The account of a desk over whole days (UTC): every number counted now from the rooms' own rows, in
 * one snapshot, so that they fit each other.
 */
export async function reportFor(
  platform: Pick<Platform, 'database' | 'clock'>,
  deskId: string,
  period: Period,
): Promise<Account> {
  return platform.database.inDesk(deskId, (trx) => countAll(platform, trx, deskId, period), {
    isolation: 'repeatable read',
    readOnly: true,
  });
}

async function countAll(
  platform: Pick<Platform, 'clock'>,
  trx: Trx,
  deskId: string,
  period: Period,
): Promise<Account> {
  const { from, to } = momentsOf(period);
  const desk = await readDesk(trx, deskId);
  const { reports, ...items } = await countItems(trx, deskId, from, to);
  const signals = await countSignals(trx, deskId, from, to);
  const decisions = await countDecisions(trx, deskId, from, to);
  const deliveries = await countDeliveries(trx, deskId, from, to);
  const appeals = await countAppeals(trx, deskId, from, to);
  return {
    deskSince: new Date(desk.created_at),
    clauseTitles: await clauseTitles(trx, deskId),
    notices: await countNotices(trx, deskId, from, to),
    report: {
      desk: { name: desk.name, slug: desk.slug },
      ...period,
      generated_at: platform.clock.now().toISOString(),
      items,
      reports: [...reports],
      signals,
      decisions: decisions.decisions,
      appeals: {
        received: appeals.received,
        open: appeals.open,
        upheld: appeals.upheld,
        overturned: appeals.overturned,
      },
      medians: {
        hours_item_to_decision: rounded(decisions.hours_item_to_decision),
        hours_appeal_to_outcome: rounded(appeals.medianHours),
        minutes_decision_to_delivery: rounded(deliveries.medianMinutes),
      },
      state_requests: reports.find(({ name }) => name === 'authority')?.count ?? 0,
    },
  };
}

async function clauseTitles(trx: Trx, deskId: string): Promise<Map<string, string>> {
  const oldestFirst = (await publishedVersions(trx, deskId)).toReversed();
  return new Map(
    oldestFirst.flatMap(({ clauses }) => clauses.map(({ key, title }) => [key, title] as const)),
  );
}

/** One decimal: more would claim a precision that nobody needs. */
function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10) / 10;
}
