import type { EntityKind } from '../register.ts';
import { alignWords, type Likeness, type Pairing } from './align-words.ts';
import type { NameForm, NameWord } from './name-form.ts';
import { scoreOf, type Agreement } from './score.ts';
import { joinedLikeness, likenessOf, type PartRelation } from './word-likeness.ts';

/** One part of the query beside the part of the listed name it was matched with. */
export interface MatchedPart {
  readonly asked: string;
  readonly listed: string;
  readonly how: PartRelation;
  /** 0 to 1. */
  readonly likeness: number;
  /** What the part counts for, 0 to 1: rare words count most. */
  readonly weight: number;
}

/** A comparison, with all it rests on. */
export interface NameComparison {
  /** 0 to 1; never 1 by the name alone. */
  readonly score: number;
  readonly matched: readonly MatchedPart[];
  /** Parts of each side that found none. */
  readonly askedOnly: readonly string[];
  readonly listedOnly: readonly string[];
}

/** What a word counts for, 0 to 1. */
export type Weigher = (word: NameWord, kind: EntityKind) => number;

/** What a word counts for when nothing is known of how frequent it is. */
export function plainWeight(word: NameWord, kind: EntityKind): number {
  if (word.form !== null || word.faint) return 0.12;
  if (word.initial) return 0.3;
  return word.meaning === null || kind === 'person' ? 1 : 0.6;
}

/** Two names beside one another, before it is said what their likeness rests on. */
export interface WeighedNames {
  /** 0 to 1; never 1 by the name alone. */
  readonly score: number;
  readonly explain: () => NameComparison;
}

/**
 * Compares two names word by word, in any order. What one side has more of counts less when it is the
 * listed name that is longer. @param weigh what a word counts for
 */
export function compareNames(
  asked: NameForm,
  listed: NameForm,
  kind: EntityKind,
  weigh: Weigher = plainWeight,
): NameComparison {
  return weighNames(asked, listed, kind, weigh, plainLikeness[kind]).explain();
}

const plainLikeness: Readonly<Record<EntityKind, Likeness>> = {
  person: { words: (one, other) => likenessOf(one, other, true), joined: joinedLikeness },
  organisation: { words: (one, other) => likenessOf(one, other, false), joined: joinedLikeness },
};

/** As `compareNames`, for the many of which only the best are explained. */
export function weighNames(
  asked: NameForm,
  listed: NameForm,
  kind: EntityKind,
  weigh: Weigher,
  likeness: Likeness,
): WeighedNames {
  const weights = {
    asked: asked.words.map((word) => weigh(word, kind)),
    listed: listed.words.map((word) => weigh(word, kind)),
  };
  const pairings = alignWords(asked, listed, weights, likeness);
  const score = scoreOf(agreementOf(asked, listed, kind, pairings, weights));
  return { score, explain: () => ({ score, ...partsOf(asked, listed, pairings, weights) }) };
}

interface Weights {
  readonly asked: readonly number[];
  readonly listed: readonly number[];
}

function partsOf(
  asked: NameForm,
  listed: NameForm,
  pairings: readonly Pairing[],
  weights: Weights,
): Omit<NameComparison, 'score'> {
  const usedAsked = new Set(pairings.flatMap((pairing) => pairing.asked));
  const usedListed = new Set(pairings.flatMap((pairing) => pairing.listed));
  return {
    matched: pairings.map(({ asked: a, listed: b, how, likeness: like }) => ({
      asked: a.map((at) => asked.words[at]!.text).join(' '),
      listed: b.map((at) => listed.words[at]!.text).join(' '),
      how,
      likeness: like,
      weight: Math.min(1, Math.max(sumAt(weights.asked, a), sumAt(weights.listed, b))),
    })),
    askedOnly: asked.words.filter((_, at) => !usedAsked.has(at)).map((word) => word.text),
    listedOnly: listed.words.filter((_, at) => !usedListed.has(at)).map((word) => word.text),
  };
}

function sumAt(weights: readonly number[], places: readonly number[]): number {
  let sum = 0;
  for (const at of places) sum += weights[at]!;
  return sum;
}

function sumOf(weights: readonly number[]): number {
  let sum = 0;
  for (const weight of weights) sum += weight;
  return sum;
}

/** What speaks for two names being one, in figures. */
function agreementOf(
  asked: NameForm,
  listed: NameForm,
  kind: EntityKind,
  pairings: readonly Pairing[],
  weights: Weights,
): Agreement {
  let shareAsked = 0;
  let shareListed = 0;
  let words = 0;
  let doubt = 0;
  let inexact = 0;
  for (const { asked: a, listed: b, how, likeness } of pairings) {
    const counts = likeness ** 1.5;
    shareAsked += sumAt(weights.asked, a) * counts;
    shareListed += sumAt(weights.listed, b) * counts;
    const first = asked.words[a[0]!]!;
    if (!first.faint && !first.initial && first.form === null) {
      words += how === 'acronym' ? 2 : how === 'initial' ? 0.3 : 1;
      doubt += 1 - likeness;
      if (likeness < 0.9) inexact += 1;
      if (first.abjad !== listed.words[b[0]!]!.abjad) doubt += 0.08;
    }
  }
  const totalAsked = sumOf(weights.asked);
  const totalListed = sumOf(weights.listed);
  return {
    kind,
    asked: totalAsked === 0 ? 0 : shareAsked / totalAsked,
    listed: totalListed === 0 ? 0 : shareListed / totalListed,
    evidence: (shareAsked + shareListed) / 2,
    words,
    doubt,
    inexact,
    askedWords: tellingIn(asked),
    listedWords: tellingIn(listed),
    organisationWords: asked.words.some(({ meaning, form }) => meaning !== null || form !== null),
    acronym: pairings.some(
      ({ how, asked: a, listed: b }) => how === 'acronym' && Math.max(a.length, b.length) > 2,
    ),
    askedLeft: totalAsked - shareAsked,
    listedLeft: totalListed - shareListed,
    otherForm: differInForm(asked.words, listed.words),
  };
}

function tellingIn({ words }: NameForm): number {
  return words.filter(({ faint, form, initial }) => !faint && form === null && !initial).length;
}

/** Companies of different legal forms are different companies, however alike their names. */
function differInForm(asked: readonly NameWord[], listed: readonly NameWord[]): boolean {
  const formsOf = (words: readonly NameWord[]) =>
    words.flatMap(({ form }) => (form === null || form === 'company' ? [] : [form]));
  const [one, other] = [formsOf(asked), formsOf(listed)];
  return one.length > 0 && other.length > 0 && !one.some((form) => other.includes(form));
}
