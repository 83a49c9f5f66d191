import { COMMONWEALTH, type EntityKind } from '@commonweal/designations';
import { canonicalText } from '@commonweal/fingerprint';
import type { Entity, RegisterView } from './register-view.ts';

export interface MatrixAsked {
  readonly kind: EntityKind;
  readonly q: string | undefined;
  /** Only what a member of the Commonwealth lists. */
  readonly commonwealth: boolean;
  readonly after: { readonly count: number; readonly name: string; readonly id: string } | null;
  readonly limit: number;
}

/** Entities that somebody lists now, those first that most authorities do. */
export function matrixOf({ entities }: RegisterView, asked: MatrixAsked): Entity[] {
  const words = canonicalText(asked.q ?? '').text;
  const wanted = entities.filter((entity) => {
    const { kind, authorities } = entity;
    return (
      kind === asked.kind &&
      authorities.length > 0 &&
      (!asked.commonwealth || authorities.some((each) => COMMONWEALTH.has(each))) &&
      (words === '' || wordsOf(entity).some((name) => name.includes(words)))
    );
  });
  const ranked = wanted.toSorted((a, b) => compare(placeOf(a), placeOf(b)));
  const { after } = asked;
  const rest = after === null ? ranked : ranked.filter((each) => compare(after, placeOf(each)) < 0);
  return rest.slice(0, asked.limit);
}

const known = new WeakMap<Entity, readonly string[]>();

/** The names of an entity's listings in canonical form, made once for as long as the register stands. */
function wordsOf(entity: Entity): readonly string[] {
  const words = known.get(entity) ?? entity.listings.map(({ name }) => canonicalText(name).text);
  known.set(entity, words);
  return words;
}

/** Where an entity stands in the order. */
export function placeOf({ authorities, name, listings }: Entity) {
  return { count: authorities.length, name, id: listings[0]!.designationId };
}

type Place = ReturnType<typeof placeOf>;

function compare(a: Place, b: Place): number {
  if (a.count !== b.count) return b.count - a.count;
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
