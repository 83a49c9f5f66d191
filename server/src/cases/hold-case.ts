import { later, MINUTE } from '../platform/clock.ts';
import type { Trx } from '../platform/database/index.ts';
import { notFound, type Person, refusal, staleVersion } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { appendEvent, findCase, updateCase } from './store.ts';
import type { CaseRow } from './tables.ts';

/** How long a claim holds without being renewed. */
export const leaseMinutes = 15;

type Who = Pick<Person, 'personId' | 'name'>;

/**
 * Takes a case for 15 minutes, or extends one's own hold. An expired hold is nobody's.
 * @throws ProblemError stale-version, or conflict when somebody holds it or it is not open
 */
export async function claimCase(
  platform: Pick<Platform, 'clock'>,
  trx: Trx,
  deskId: string,
  caseId: string,
  version: number,
  who: Who,
): Promise<CaseRow> {
  const now = platform.clock.now();
  const row = await lockedAt(trx, deskId, caseId, version);
  requireOpen(row);
  if (heldBySomebodyElse(row, who.personId, now)) {
    throw refusal('case-held', { until: row.lease_until?.toISOString() ?? '' });
  }
  const again = row.claimed_by === who.personId && isHeld(row, now);
  const claimed = await updateCase(
    trx,
    row,
    { claimed_by: who.personId, lease_until: later(now, leaseMinutes * MINUTE) },
    now,
  );
  if (!again) await tell(trx, row, now, who, 'claimed', '');
  return claimed;
}

/** Gives a case back. @throws ProblemError when it is not held by the person */
export async function releaseCase(
  platform: Pick<Platform, 'clock'>,
  trx: Trx,
  deskId: string,
  caseId: string,
  version: number,
  who: Who,
): Promise<CaseRow> {
  const now = platform.clock.now();
  const row = await lockedAt(trx, deskId, caseId, version);
  requireHold(row, who.personId, now);
  const released = await updateCase(trx, row, { claimed_by: null, lease_until: null }, now);
  await tell(trx, row, now, who, 'released', '');
  return released;
}

/**
 * The case, locked and held by the person who is about to decide it.
 * @throws ProblemError stale-version, lease-lost, conflict
 */
export async function holdForDecision(
  platform: Pick<Platform, 'clock'>,
  trx: Trx,
  deskId: string,
  caseId: string,
  version: number,
  personId: string,
): Promise<CaseRow> {
  const row = await lockedAt(trx, deskId, caseId, version);
  requireOpen(row);
  requireHold(row, personId, platform.clock.now());
  return row;
}

export interface Settlement {
  readonly state: CaseRow['state'];
  readonly who: Who | null;
  readonly kind: string;
  readonly detail: string;
}

/** Moves a case on after a decision, an approval, a refusal or a reversal, and writes it down. */
export async function settleCase(
  platform: Pick<Platform, 'clock'>,
  trx: Trx,
  deskId: string,
  caseId: string,
  settlement: Settlement,
): Promise<CaseRow> {
  const now = platform.clock.now();
  const row = await findCase(trx, deskId, caseId, true);
  if (row === undefined) throw notFound('case');
  const settled = await updateCase(
    trx,
    row,
    { state: settlement.state, claimed_by: null, lease_until: null },
    now,
  );
  await tell(trx, row, now, settlement.who, settlement.kind, settlement.detail);
  return settled;
}

/** Writes a line of the history for another room. */
export async function noteOnCase(
  platform: Pick<Platform, 'clock'>,
  trx: Trx,
  deskId: string,
  caseId: string,
  who: Who | null,
  kind: string,
  detail: string,
): Promise<void> {
  const row = await findCase(trx, deskId, caseId);
  if (row === undefined) throw notFound('case');
  await tell(trx, row, platform.clock.now(), who, kind, detail);
}

export function isHeld(row: CaseRow, now: Date): boolean {
  return row.lease_until !== null && row.lease_until.getTime() > now.getTime();
}

function heldBySomebodyElse(row: CaseRow, personId: string, now: Date): boolean {
  return isHeld(row, now) && row.claimed_by !== personId;
}

async function lockedAt(
  trx: Trx,
  deskId: string,
  caseId: string,
  version: number,
): Promise<CaseRow> {
  const row = await findCase(trx, deskId, caseId, true);
  if (row === undefined) throw notFound('case');
  if (row.version !== version) throw staleVersion('case', version, row.version);
  return row;
}

function requireOpen(row: CaseRow): void {
  if (row.state === 'open') return;
  throw refusal(row.state === 'decided' ? 'case-decided' : 'case-awaits-second');
}

function requireHold(row: CaseRow, personId: string, now: Date): void {
  if (row.claimed_by === personId && isHeld(row, now)) return;
  throw refusal('case-not-held');
}

async function tell(
  trx: Trx,
  row: CaseRow,
  at: Date,
  who: Who | null,
  kind: string,
  detail: string,
): Promise<void> {
  await appendEvent(trx, {
    desk_id: row.desk_id,
    case_id: row.case_id,
    at,
    actor_id: who?.personId ?? null,
    actor_name: who?.name ?? 'Commonweal',
    tool: who === null ? 'clock' : 'console',
    kind,
    detail,
    rule_id: null,
  });
}
