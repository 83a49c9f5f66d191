import type { EntityKind, ListedName } from '../register.ts';
import { candidateFinder, type IndexedForm, type IndexedWord } from './candidates.ts';
import type { Likeness } from './align-words.ts';
import { plainWeight, weighNames, type NameComparison, type Weigher } from './compare-names.ts';
import {
  acronymOf,
  formOf,
  formsIn,
  isLookedFor,
  keysOf,
  type NameForm,
  type NameWord,
} from './name-form.ts';
import { createSoundTable, type SoundTable } from './sound-table.ts';
import { joinedLikeness, likenessOf, type WordLikeness } from './word-likeness.ts';

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

interface Indexed extends IndexedForm {
  readonly entity: number;
  readonly name: ListedName;
}

/** Builds a search over names a few entities at a time, so that other work goes on in between. */
export interface NameIndexBuilder {
  add(entity: NamedEntity): void;
  /** The search over what was added; nothing is added after. */
  finish(): NameIndex;
}

/** Builds a search over the names of entities: an inverted index of what their words sound like. */
export function buildNameIndex(entities: readonly NamedEntity[]): NameIndex {
  const builder = createNameIndexBuilder();
  for (const entity of entities) builder.add(entity);
  return builder.finish();
}

/** As `buildNameIndex`, in steps. */
export function createNameIndexBuilder(): NameIndexBuilder {
  const entities: NamedEntity[] = [];
  const names: Indexed[] = [];
  const words: { word: NameWord; names: number[] }[] = [];
  const sounds = createSoundTable();
  const byText = new Map<string, number>();
  const byKey = new Map<string, number[]>();
  const frequency = new Map<string, number>();

  const wordsKnown = new Map<string, NameWord>();
  /** The same word of different names is one object, so that what is known of it is found again. */
  const once = (word: NameWord, part: string): NameWord => {
    const key = `${part}${word.abjad ? '_' : ''}${word.form ?? ''}:${word.text}`;
    const known = wordsKnown.get(key);
    if (known === undefined) wordsKnown.set(key, word);
    return known ?? word;
  };
  const interned = (form: NameForm): NameForm => ({
    ...form,
    words: form.words.map((word) => once(word, '')),
    joins: form.joins.map(({ at, word }) => ({ at, word: once(word, '+') })),
  });
  /** Of an organisation "X (Y)" is X, and Y too; of a person only the whole is sure to be a name. */
  const formsOf = (name: ListedName, kind: EntityKind) =>
    (kind === 'organisation' ? formsIn(name.text) : [formOf(name.text)]).map((form) => ({
      name,
      form: interned(form),
    }));
  const place = (word: NameWord, name: number): void => {
    const same = `${word.abjad ? '_' : ''}${word.text}`;
    let id = byText.get(same);
    if (id === undefined) {
      id = words.push({ word, names: [] }) - 1;
      byText.set(same, id);
      const at = sounds.add(word, id);
      for (const key of keysOf(word)) {
        const known = byKey.get(key);
        if (known === undefined) byKey.set(key, [at]);
        else known.push(at);
      }
    }
    const list = words[id]!.names;
    if (list.at(-1) !== name) list.push(name);
  };
  const add = (named: NamedEntity): void => {
    const { names: listed, kind } = named;
    const entity = entities.push(named) - 1;
    for (const { name, form } of listed.flatMap((each) => formsOf(each, kind))) {
      const id = names.push({ entity, name, form }) - 1;
      for (const word of [...form.words, ...form.joins.map(({ word: both }) => both)])
        if (isLookedFor(word)) place(word, id);
      const acronym = kind === 'organisation' ? acronymOf(form) : null;
      if (acronym !== null) place(acronym, id);
      for (const phones of new Set(form.words.map((word) => word.phones)))
        frequency.set(phones, (frequency.get(phones) ?? 0) + 1);
    }
  };
  return { add, finish: () => searchOver({ entities, names, words, sounds, byKey, frequency }) };
}

interface Gathered {
  readonly entities: readonly NamedEntity[];
  readonly names: readonly Indexed[];
  readonly words: readonly IndexedWord[];
  /** Of those words, in their order. */
  readonly sounds: SoundTable;
  /** Their places among the sounds, by key. */
  readonly byKey: ReadonlyMap<string, readonly number[]>;
  /** How many names have a word, by what it sounds like. */
  readonly frequency: ReadonlyMap<string, number>;
}

/** How alike words are, remembered for as long as one name is searched for. */
function remembered(find: Likeness['words']): Likeness['words'] {
  const known = new Map<NameWord, Map<NameWord, WordLikeness>>();
  return (asked, listed) => {
    let of = known.get(asked);
    if (of === undefined) known.set(asked, (of = new Map()));
    let likeness = of.get(listed);
    if (likeness === undefined) of.set(listed, (likeness = find(asked, listed)));
    return likeness;
  };
}

/** The best name of an entity so far. */
interface Found {
  readonly score: number;
  readonly name: ListedName;
  readonly explain: () => NameComparison;
}

function searchOver({ entities, names, words, sounds, byKey, frequency }: Gathered): NameIndex {
  const total = Math.log(1 + names.length);
  const rarity = new Map(
    [...frequency].map(([word, count]) => [word, Math.log(1 + names.length / count) / total]),
  );
  /** Words that many names have, here or in the world, count less; 0.35 at least of what they count for otherwise. */
  const weigh: Weigher = (word, kind) => {
    const rare = rarity.get(word.phones) ?? 1;
    const told = kind === 'person' && word.common ? Math.min(rare, 0.5) : rare;
    return plainWeight(word, kind) * (0.35 + 0.65 * told);
  };

  const candidates = candidateFinder({ names, words, sounds, byKey, rarity });

  return {
    nameCount: names.length,
    search(name, limit) {
      const found = new Map<number, Found>();
      const joined = remembered(joinedLikeness);
      const likeness: Record<EntityKind, Likeness> = {
        person: { words: remembered((one, other) => likenessOf(one, other, true)), joined },
        organisation: { words: remembered((one, other) => likenessOf(one, other, false)), joined },
      };
      formsIn(name).forEach((form, at) => {
        for (const id of candidates(form)) {
          const { entity, name: listed, form: other } = names[id]!;
          const { kind } = entities[entity]!;
          // What is only a part of what was asked is a little less than the whole.
          const weighed = weighNames(form, other, kind, weigh, likeness[kind]);
          const score = weighed.score * (at === 0 || kind === 'organisation' ? 1 : 0.9);
          const known = found.get(entity);
          if (known !== undefined && known.score >= score) continue;
          found.set(entity, { score, name: listed, explain: weighed.explain });
        }
      });
      return [...found]
        .toSorted(([, a], [, b]) => b.score - a.score)
        .slice(0, limit)
        .map(([entity, { score, name: listed, explain }]) => {
          const { reference, kind } = entities[entity]!;
          return { reference, kind, name: listed, comparison: { ...explain(), score } };
        });
    },
  };
}
