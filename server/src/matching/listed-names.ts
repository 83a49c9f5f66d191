import { buildNameMatcher, supportHits, type NameHit } from '@commonweal/designations';
import type { ActiveDesignation, DifferentPersons } from '../designations/index.ts';
import type { MatchableItem } from './matchable-item.ts';
import type { Place } from './reasons.ts';

/** A listed name found in an item: at its first place, and how often in all. */
export interface NameFound {
  readonly place: Place;
  /** The name as listed. */
  readonly listed: string;
  readonly designation: ActiveDesignation;
  /** Other authorities that list the same entity. */
  readonly alsoListedBy: readonly string[];
  readonly count: number;
  /** What had to be undone to find it at its first place. */
  readonly undone: NameHit['undone'];
}

/** A desk's listed names, ready to be looked for. */
export interface ListedNames {
  readonly isEmpty: boolean;
  /**
   * The entities whose names stand in an item's text, title, or account name or handle. Names that
   * say little by themselves count only beside another name of the same designation. Of an entity that
   * several authorities list there is one finding.
   */
  find(item: MatchableItem): NameFound[];
}

/** What an account gives itself as its name, in which somebody else may be known. */
const ofAccount: ReadonlySet<string> = new Set(['display_name', 'handle']);
const nobody: DifferentPersons = { has: () => false };

/** Makes the names of designations searchable. */
export function buildListedNames(
  designations: readonly ActiveDesignation[],
  different: DifferentPersons = nobody,
): ListedNames {
  const byId = new Map(designations.map((each) => [each.designationId, each]));
  // Under our own ids, because two lists may use one reference.
  const entities = designations.map(({ designationId, names, ...each }) => ({
    ...each,
    reference: designationId,
    updatedOn: null,
    listType: '',
    names,
  }));
  const matcher = buildNameMatcher(entities);
  const authorities = new Map(
    [...Map.groupBy(designations, (each) => each.entity)].map(([entity, of]) => [
      entity,
      [...new Set(of.map(({ authority }) => authority))].toSorted(),
    ]),
  );

  function find({ text, title, actor }: MatchableItem): NameFound[] {
    const hits: NameHit[] = [];
    const look = (written: string | null | undefined, field: string): void => {
      if (written) for (const hit of matcher.scan(written, field)) hits.push(hit);
    };
    look(text, 'text');
    look(title, 'title');
    look(actor?.display_name, 'display_name');
    look(actor?.handle, 'handle');
    if (hits.length === 0) return [];
    const account = actor?.external_id ?? null;
    const wanted = supportHits(hits).filter(
      ({ reference, field, matched }) =>
        !ofAccount.has(field) || !different.has(byId.get(reference)!, account, matched),
    );
    const byEntity = Map.groupBy(wanted, (hit) => byId.get(hit.reference)!.entity);
    return [...byEntity.values()].map((ofOne) => {
      const best =
        ofOne.find(({ alone, undone }) => alone && undone.length === 0) ??
        ofOne.find(({ alone }) => alone) ??
        ofOne[0]!;
      const { field, matched, start, end, undone } = best;
      const place = { field, matched, start, end };
      const designation = byId.get(best.reference)!;
      const count = ofOne.filter(({ reference }) => reference === best.reference).length;
      const alsoListedBy = authorities
        .get(designation.entity)!
        .filter((authority) => authority !== designation.authority);
      return { place, listed: best.name, designation, alsoListedBy, count, undone };
    });
  }

  return { isEmpty: matcher.nameCount === 0, find };
}
