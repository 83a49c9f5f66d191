import { COMMONWEALTH } from '@commonweal/designations';
import type { MatrixRow, RegisterEntity } from '@commonweal/contract';
import type { Trx } from '../../platform/database/index.ts';
import { presentList } from '../present.ts';
import { readLists } from '../read-lists.ts';
import { proposalsFor } from './links.ts';
import { presentListing } from './present-listing.ts';
import type { Entity, RegisterView } from './register-view.ts';
import { timelineOf } from './timeline.ts';

/** An entity with who lists it, since when, and who does not as far as the desk's lists go. */
export async function presentEntity(
  trx: Trx,
  deskId: string,
  view: RegisterView,
  entity: Entity,
): Promise<RegisterEntity> {
  const standing = new Set(
    entity.listings.filter(({ endedOn }) => endedOn === null).map(({ listId }) => listId),
  );
  const others = (await readLists(trx, deskId)).filter(
    ({ list, last }) => last !== null && !standing.has(list.list_id),
  );
  return {
    name: entity.name,
    kind: entity.kind,
    listings: entity.listings.map(presentListing),
    not_listed_by: others.map((stored) => {
      const { list_id, key, authority, name, fresh_until } = presentList(stored);
      return { list_id, key, authority, name, fresh_until };
    }),
    proposals: await proposalsFor(trx, deskId, view, entity),
    timeline: await timelineOf(trx, deskId, entity.listings),
  };
}

/** One entity across authorities: the cell of each that lists it now, or did. */
export function presentMatrixRow({ name, kind, listings, authorities }: Entity): MatrixRow {
  const byAuthority = Map.groupBy(listings, (each) => each.authority);
  return {
    designation_id: listings[0]!.designationId,
    name,
    kind,
    listed_by: authorities.length,
    cells: [...byAuthority].map(([authority, of]) => {
      const standing = of.filter(({ endedOn }) => endedOn === null);
      const shown = standing[0] ?? of.at(-1)!;
      return {
        authority,
        designation_id: shown.designationId,
        listed_on: shown.listedOn,
        begins_on: shown.beginsOn,
        ended_on: shown.endedOn,
        effects: [...new Set(standing.flatMap(({ effects }) => effects))],
      };
    }),
  };
}

/** The authorities whose lists are here, the Commonwealth's members among them marked. */
export function authoritiesOf({ lists }: RegisterView) {
  return [...new Set(lists.map(({ authority }) => authority))]
    .toSorted()
    .map((authority) => ({ authority, commonwealth: COMMONWEALTH.has(authority) }));
}
