import type { LinkProposal } from '@commonweal/contract';
import { recordEvent } from '../../ledger/index.ts';
import type { Trx } from '../../platform/database/index.ts';
import { notFound, type Person } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { LinkRow } from '../tables.ts';
import { presentListing } from './present-listing.ts';
import type { Entity, Listing, RegisterView } from './register-view.ts';

const mostProposals = 20; // shown beside an entity

/** Proposals that the desk has not decided on, best first. */
export async function readProposals(
  trx: Trx,
  deskId: string,
  {
    after,
    limit,
  }: { readonly after: { score: number; id: string } | null; readonly limit: number },
): Promise<LinkRow[]> {
  let query = trx
    .selectFrom('designation_link')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('state', '=', 'proposed')
    .orderBy('score', 'desc')
    .orderBy('link_id')
    .limit(limit);
  if (after !== null)
    query = query.where((where) =>
      where.or([
        where('score', '<', after.score),
        where.and([where('score', '=', after.score), where('link_id', '>', after.id)]),
      ]),
    );
  return query.execute();
}

/** Proposals that an entity is also listed elsewhere. */
export async function proposalsFor(
  trx: Trx,
  deskId: string,
  view: RegisterView,
  { listings }: Entity,
): Promise<LinkProposal[]> {
  const references = [...new Set(listings.map((each) => each.reference))];
  const rows = await trx
    .selectFrom('designation_link')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('state', '=', 'proposed')
    .where((where) =>
      where.or([
        where('one_reference', 'in', references),
        where('other_reference', 'in', references),
      ]),
    )
    .orderBy('score', 'desc')
    .execute();
  const own = new Set(listings.map(({ listId, reference }) => `${listId} ${reference}`));
  const here = rows.filter(
    (row) =>
      own.has(`${row.one_list} ${row.one_reference}`) ||
      own.has(`${row.other_list} ${row.other_reference}`),
  );
  return presentProposals(view, here.slice(0, mostProposals));
}

/** Proposals with both sides; what is listed no more is left out. */
export function presentProposals(view: RegisterView, rows: readonly LinkRow[]): LinkProposal[] {
  const byPlace = new Map<string, Listing>();
  for (const { listings } of view.entities)
    for (const each of listings) byPlace.set(`${each.listId} ${each.reference}`, each);
  return rows.flatMap((row) => {
    const one = byPlace.get(`${row.one_list} ${row.one_reference}`);
    const other = byPlace.get(`${row.other_list} ${row.other_reference}`);
    if (one === undefined || other === undefined) return [];
    const { link_id, score, because, state, decided_by, reason } = row;
    return {
      link_id,
      state,
      score,
      because,
      one: presentListing(one),
      other: presentListing(other),
      decided_by,
      reason,
    };
  });
}

/**
 * Says whether two listings are of one entity. What was said before may be changed by saying it again.
 * @throws ProblemError when there is no such proposal
 */
export async function decideLink(
  platform: Platform,
  trx: Trx,
  deskId: string,
  linkId: string,
  { same, reason }: { readonly same: boolean; readonly reason: string },
  who: Pick<Person, 'personId' | 'name'>,
): Promise<LinkRow> {
  const state = same ? 'confirmed' : 'refused';
  const row = await trx
    .updateTable('designation_link')
    .set({
      state,
      decided_at: platform.clock.now(),
      decided_by: who.name,
      decided_by_id: who.personId,
      reason,
    })
    .where('desk_id', '=', deskId)
    .where('link_id', '=', linkId)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) throw notFound('proposal');
  await recordEvent(platform, trx, deskId, {
    kind: 'designation.link_decided',
    subjectId: linkId,
    event: { link_id: linkId, state, by: who.name },
  });
  return row;
}
