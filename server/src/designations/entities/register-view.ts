import {
  gatherEntities,
  type CrossReference,
  type EntityKind,
  type LegalEffect,
} from '@commonweal/designations';
import type { Database, Trx } from '../../platform/database/index.ts';
import { sourceOf } from '../list-source.ts';
import { confirmedLinks, listRevision } from '../read-designations.ts';
import type { EndedBy, ListRow } from '../tables.ts';

/** One listing, as far as entities are told of. */
export interface Listing {
  readonly designationId: string;
  readonly listId: string;
  readonly authority: string;
  readonly list: string;
  readonly reference: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly listType: string;
  readonly effects: readonly LegalEffect[];
  readonly listedOn: string | null;
  readonly beginsOn: string;
  readonly expiresOn: string | null;
  readonly endedOn: string | null;
  readonly endedBy: EndedBy | null;
  readonly sameAs: readonly CrossReference[];
}

/** Listings of one organisation or person, by whoever, oldest first. */
export interface Entity {
  readonly kind: EntityKind;
  /** As the listing that stands longest names it. */
  readonly name: string;
  readonly listings: readonly Listing[];
  /** Authorities that list it now. */
  readonly authorities: readonly string[];
}

/** All entities of a desk, at one revision. */
export interface RegisterView {
  readonly revision: string;
  readonly lists: readonly ListRow[];
  readonly entities: readonly Entity[];
  readonly byDesignation: ReadonlyMap<string, Entity>;
}

const views = new WeakMap<Database, Map<string, RegisterView>>();
/** Desks whose register is held: 30,000 listings are some 20 MB. */
const mostDesks = 8;

/** The register by entity: made once for each revision, because all of it is needed to tell who is who. */
export async function readRegister(database: Database, deskId: string): Promise<RegisterView> {
  let known = views.get(database);
  if (known === undefined) views.set(database, (known = new Map<string, RegisterView>()));
  const view = await database.inDesk(
    deskId,
    async (trx) => {
      const revision = await listRevision(trx, deskId);
      const last = known.get(deskId);
      return last?.revision === revision ? last : build(trx, deskId, revision);
    },
    { isolation: 'repeatable read', readOnly: true },
  );
  known.delete(deskId);
  known.set(deskId, view);
  for (const oldest of known.keys()) if (known.size > mostDesks) known.delete(oldest);
  return view;
}

async function build(trx: Trx, deskId: string, revision: string): Promise<RegisterView> {
  const lists = await trx
    .selectFrom('designation_list')
    .selectAll()
    .where('desk_id', '=', deskId)
    .execute();
  const listings = await readListings(trx, deskId, lists);
  const groups = gatherEntities(
    listings.map((each) => ({ ...each, id: each.designationId, list: each.listId })),
    await confirmedLinks(trx, deskId),
  );
  const byId = new Map(listings.map((each) => [each.designationId, each]));
  const entities = groups.map((ids) => entityOf(ids.map((id) => byId.get(id)!)));
  const byDesignation = new Map(
    entities.flatMap((entity) =>
      entity.listings.map(({ designationId }) => [designationId, entity] as const),
    ),
  );
  return { revision, lists, entities, byDesignation };
}

async function readListings(
  trx: Trx,
  deskId: string,
  lists: readonly ListRow[],
): Promise<Listing[]> {
  const rows = await trx
    .selectFrom('designation')
    .selectAll()
    .where('desk_id', '=', deskId)
    .orderBy((order) => order.fn.coalesce('begins_on', 'listed_on'))
    .orderBy('designation_id')
    .execute();
  const known = new Map(
    lists.map((list) => [list.list_id, { list, effects: sourceOf(list).effects }]),
  );
  return rows.map((row) => {
    const { list, effects } = known.get(row.list_id)!;
    return {
      designationId: row.designation_id,
      listId: row.list_id,
      authority: list.authority,
      list: list.name,
      reference: row.reference,
      kind: row.kind,
      name: row.name,
      listType: row.list_type,
      effects: row.effects ?? effects,
      listedOn: row.listed_on,
      beginsOn: row.begins_on ?? row.listed_on!,
      expiresOn: row.expires_on,
      endedOn: row.ended_on,
      endedBy: row.ended_by,
      sameAs: row.same_as,
    };
  });
}

function entityOf(listings: readonly Listing[]): Entity {
  const standing = listings.filter((each) => each.endedOn === null);
  const first = standing[0] ?? listings[0]!;
  return {
    kind: first.kind,
    name: first.name,
    listings,
    authorities: [...new Set(standing.map((each) => each.authority))].toSorted(),
  };
}
