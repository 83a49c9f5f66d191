import type { EntityKind, ListedName } from '../register.ts';
import { compareNames, plainWeight, type NameComparison } from './compare-names.ts';
import { formOf, initialsOf, joined, keysOf, type NameForm, type NameWord } from './name-form.ts';

/** Whose names are searched: an entity of the register, under a reference that tells it apart. */
export interface NamedEntity {
  readonly reference: string;
  readonly kind: EntityKind;
  readonly names: readonly ListedName[];
}

/** A listed name that a name was compared with. */
export interface NameCandidate {
  readonly reference: string;
  readonly kind: EntityKind;
  readonly name: ListedName;
  readonly comparison: NameComparison;
}

export interface NameIndex {
  /** The listed names most like a name, best first, the best of each entity; at most `limit`. */
  search(name: string, limit: number): NameCandidate[];
  readonly nameCount: number;
}

interface Indexed {
  readonly entity: number;
  readonly name: ListedName;
  readonly form: NameForm;
}

const mostCandidates = 64;
/** Names under one key beyond which it says too little to be followed alone. */
const crowded = 1_500;

/** Builds a search over the names of entities: an inverted index of what their words sound like. */
export function buildNameIndex(entities: readonly NamedEntity[]): NameIndex {
  const names: Indexed[] = [];
  const postings = new Map<string, number[]>();
  const frequency = new Map<string, number>();
  const post = (key: string, name: number) => {
    const list = postings.get(key);
    if (list === undefined) postings.set(key, [name]);
    else if (list.at(-1) !== name) list.push(name);
  };
  entities.forEach(({ names: listed, kind }, entity) => {
    for (const name of listed) {
      const form = formOf(name.text);
      const id = names.push({ entity, name, form }) - 1;
      for (const key of keysOfForm(form)) post(key, id);
      const initials = initialsOf(form, kind);
      if (initials !== null && initials.length > 2) post(`=${initials}`, id);
      for (const word of new Set(form.words.map(({ phones }) => phones)))
        frequency.set(word, (frequency.get(word) ?? 0) + 1);
    }
  });
  const total = Math.log(1 + names.length);
  const weights = new Map(
    [...frequency].map(([word, count]) => [word, Math.log(1 + names.length / count) / total]),
  );
  /** Words that many names have count less; 0.35 at least of what they count for otherwise. */
  const weigh = (word: NameWord): number =>
    plainWeight(word) * (0.35 + 0.65 * (weights.get(word.phones) ?? 1));

  const scores = new Float64Array(names.length);

  function candidates(form: NameForm): number[] {
    const touched: number[] = [];
    const best = new Map<number, number>();
    for (const keys of queryKeys(form)) {
      best.clear();
      for (const [key, worth] of keys) {
        const list = postings.get(key);
        if (list === undefined || (list.length > crowded && worth < 1)) continue;
        const gain = worth * Math.log(1 + names.length / list.length);
        for (const id of list) if ((best.get(id) ?? 0) < gain) best.set(id, gain);
      }
      for (const [id, gain] of best) {
        if (scores[id] === 0) touched.push(id);
        scores[id]! += gain;
      }
    }
    const ranked = touched.map((id) => ({
      id,
      score: scores[id]! / (names[id]!.form.words.length + 2) ** 0.4,
    }));
    for (const id of touched) scores[id] = 0;
    ranked.sort((a, b) => b.score - a.score);
    return ranked.slice(0, mostCandidates).map(({ id }) => id);
  }

  return {
    nameCount: names.length,
    search(name, limit) {
      const form = formOf(name);
      const found = new Map<number, NameCandidate>();
      for (const id of candidates(form)) {
        const { entity, name: listed, form: other } = names[id]!;
        const comparison = compareNames(form, other, weigh);
        const known = found.get(entity);
        if (known !== undefined && known.comparison.score >= comparison.score) continue;
        const { reference, kind } = entities[entity]!;
        found.set(entity, { reference, kind, name: listed, comparison });
      }
      return [...found.values()]
        .toSorted((a, b) => b.comparison.score - a.comparison.score)
        .slice(0, limit);
    },
  };
}

function* queryKeys({ words }: NameForm): Generator<ReadonlyMap<string, number>> {
  for (const word of words) if (!word.faint && word.form === null) yield keysOf(word);
  for (let at = 0; at + 1 < words.length; at++) {
    const pair = words.slice(at, at + 2);
    if (pair.every(({ form }) => form === null)) yield keysOf(joined(pair));
    if (at + 2 < words.length && pair[1]!.faint) yield keysOf(joined(words.slice(at, at + 3)));
  }
}

function keysOfForm(form: NameForm): Set<string> {
  const keys = new Set<string>();
  for (const some of queryKeys(form)) for (const key of some.keys()) keys.add(key);
  return keys;
}
