import { buildNameMatcher, supportHits, type NameHit } from '@commonweal/designations';
import type { ActiveDesignation } from '../designations/index.ts';
import type { MatchableItem } from './matchable-item.ts';
import type { Place } from './reasons.ts';

/** A listed name found in an item: at its first place, and how often in all. */
export interface NameFound {
  readonly place: Place;
  /** The name as listed. */
  readonly listed: string;
  readonly designation: ActiveDesignation;
  readonly count: number;
  /** What had to be undone to find it at its first place. */
  readonly undone: NameHit['undone'];
}

/** A desk's listed names, ready to be looked for. */
export interface ListedNames {
  readonly isEmpty: boolean;
  /**
   * The designations whose names stand in an item's text, title, or account name or handle. Names that
   * say little by themselves count only beside another name of the same designation.
   */
  find(item: MatchableItem): NameFound[];
}

/** Makes the names of designations searchable. */
export function buildListedNames(designations: readonly ActiveDesignation[]): ListedNames {
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
    const supported = Map.groupBy(supportHits(hits), (hit) => hit.reference);
    return [...supported].map(([id, ofOne]) => {
      const best =
        ofOne.find(({ alone, undone }) => alone && undone.length === 0) ??
        ofOne.find(({ alone }) => alone) ??
        ofOne[0]!;
      const { field, matched, start, end, undone } = best;
      const place = { field, matched, start, end };
      return { place, listed: best.name, designation: byId.get(id)!, count: ofOne.length, undone };
    });
  }

  return { isEmpty: matcher.nameCount === 0, find };
}
