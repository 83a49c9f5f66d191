import { canonicalText } from '@commonweal/fingerprint';
import type { DifferentPerson } from '@commonweal/contract';
import { sql } from 'kysely';
import { recordEvent } from '../../ledger/index.ts';
import type { Trx } from '../../platform/database/index.ts';
import { notFound, type Person, refusal } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids.ts';
import { DAY, later } from '../../platform/clock.ts';
import type { Platform } from '../../platform/platform.ts';
import { readDesignation } from '../read-designations.ts';
import type { DifferentPersonRow } from '../tables.ts';

const longest = 2 * 366 * DAY; // people change accounts, and lists change

export interface DifferentPersonNoted {
  readonly designation_id: string;
  readonly subject: DifferentPersonRow['subject'];
  readonly value: string;
  readonly reason: string;
  readonly expires_at: string;
}

/**
 * Keeps that a name or an account is of somebody else than who is listed, until a day.
 * @throws ProblemError when there is no such designation, or the day is not in the next two years
 */
export async function noteDifferentPerson(
  platform: Platform,
  trx: Trx,
  deskId: string,
  { designation_id: id, subject, value, reason, expires_at: until }: DifferentPersonNoted,
  who: Pick<Person, 'personId' | 'name'>,
): Promise<DifferentPersonRow> {
  const now = platform.clock.now();
  const expires = new Date(until);
  if (expires <= now || expires > later(now, longest)) throw refusal('different-until');
  const designation = await readDesignation(trx, deskId, id);
  const canonical = subjectOf(subject, value);
  if (canonical === '') throw refusal('different-empty');
  const row: DifferentPersonRow = {
    desk_id: deskId,
    review_id: newId(),
    subject,
    value,
    canonical,
    list_id: designation.list_id,
    reference: designation.reference,
    listed_name: designation.name,
    reason,
    by: who.name,
    by_id: who.personId,
    created_at: now,
    expires_at: expires,
    ended_at: null,
    ended_by: null,
  };
  await trx.insertInto('different_person').values(row).execute();
  await recordEvent(platform, trx, deskId, {
    kind: 'different_person.noted',
    subjectId: row.review_id,
    event: { list_id: row.list_id, reference: row.reference, subject, by: who.name },
  });
  return row;
}

/** Takes it back. @throws ProblemError when there is none that stands */
export async function endDifferentPerson(
  platform: Platform,
  trx: Trx,
  deskId: string,
  reviewId: string,
  who: Pick<Person, 'personId' | 'name'>,
): Promise<DifferentPersonRow> {
  const row = await trx
    .updateTable('different_person')
    .set({ ended_at: platform.clock.now(), ended_by: who.name })
    .where('desk_id', '=', deskId)
    .where('review_id', '=', reviewId)
    .where('ended_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) throw notFound('review');
  await recordEvent(platform, trx, deskId, {
    kind: 'different_person.ended',
    subjectId: reviewId,
    event: { list_id: row.list_id, reference: row.reference, by: who.name },
  });
  return row;
}

/** Those that stand now; with `all`, every one there was. */
export function readDifferentPersons(
  trx: Trx,
  deskId: string,
  {
    all,
    before,
    limit,
    now,
  }: {
    readonly all: boolean;
    readonly before: string | null;
    readonly limit: number;
    readonly now: Date;
  },
): Promise<DifferentPersonRow[]> {
  let query = trx
    .selectFrom('different_person')
    .selectAll()
    .where('desk_id', '=', deskId)
    .orderBy('review_id', 'desc')
    .limit(limit);
  if (!all) query = query.where('ended_at', 'is', null).where('expires_at', '>', now);
  if (before !== null) query = query.where('review_id', '<', before);
  return query.execute();
}

/** Those that stand of a name or an account, by list and reference. */
export async function standingOf(
  trx: Trx,
  deskId: string,
  {
    name,
    account,
    now,
  }: { readonly name: string; readonly account: string | null; readonly now: Date },
): Promise<Map<string, DifferentPersonRow>> {
  const subjects = [
    subjectOf('name', name),
    ...(account === null ? [] : [subjectOf('account', account)]),
  ];
  const rows = await trx
    .selectFrom('different_person')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('canonical', 'in', subjects)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .execute();
  return new Map(rows.map((row) => [`${row.list_id} ${row.reference}`, row]));
}

/** Who was found to be somebody else, as matching asks: of one desk, as long as its revision stands. */
export interface DifferentPersons {
  /** Whether the account, or the name it gives itself, is known to be somebody else than who is listed. */
  has(
    listed: { readonly listId: string; readonly reference: string },
    account: string | null,
    name: string,
  ): boolean;
}

/** All of a desk that stand. */
export async function differentPersons(trx: Trx, deskId: string): Promise<DifferentPersons> {
  const rows = await trx
    .selectFrom('different_person')
    .select(['canonical', 'list_id', 'reference'])
    .where('desk_id', '=', deskId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .execute();
  const known = new Set(rows.map((row) => `${row.list_id} ${row.reference} ${row.canonical}`));
  return {
    has: ({ listId, reference }, account, name) => {
      const subjects = [subjectOf('name', name)];
      if (account !== null) subjects.push(subjectOf('account', account));
      return known.size > 0 && subjects.some((each) => known.has(`${listId} ${reference} ${each}`));
    },
  };
}

/** Under which a name or an account is found again; the two never meet. */
export function subjectOf(subject: DifferentPersonRow['subject'], value: string): string {
  if (subject === 'account') return `account:${value}`;
  return canonicalText(value).text;
}

export function presentDifferentPerson(
  row: DifferentPersonRow,
  authorities: ReadonlyMap<string, string>,
): DifferentPerson {
  return {
    review_id: row.review_id,
    subject: row.subject,
    value: row.value,
    authority: authorities.get(row.list_id) ?? '',
    reference: row.reference,
    listed_name: row.listed_name,
    reason: row.reason,
    by: row.by,
    created_at: row.created_at.toISOString(),
    expires_at: row.expires_at.toISOString(),
    ended_at: row.ended_at?.toISOString() ?? null,
    ended_by: row.ended_by,
  };
}
