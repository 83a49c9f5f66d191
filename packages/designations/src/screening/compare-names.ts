import { joined, type NameForm, type NameWord } from './name-form.ts';
import { soundLikeness } from './sound-distance.ts';

/** How two parts of names were taken for the same. */
export type PartRelation =
  | 'same'
  | 'sounds_alike'
  | 'same_meaning'
  | 'initial'
  | 'joined'
  | 'acronym';

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
export type Weigher = (word: NameWord) => number;

interface Pairing {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly how: PartRelation;
  readonly likeness: number;
  readonly gain: number;
}

const leastLikeness = 0.62;

/** What a word counts for when nothing is known of how frequent it is. */
export function plainWeight(word: NameWord): number {
  if (word.form !== null) return 0.12;
  if (word.faint) return 0.12;
  if (word.initial) return 0.3;
  return word.meaning === null ? 1 : 0.55;
}

/**
 * Compares two names word by word, in any order. What one side has more of counts less when it is the
 * listed name that is longer. @param weigh what a word counts for
 */
export function compareNames(
  asked: NameForm,
  listed: NameForm,
  weigh: Weigher = plainWeight,
): NameComparison {
  const a = asked.words;
  const b = listed.words;
  const weightA = a.map(weigh);
  const weightB = b.map(weigh);
  const pairings = pairUp(a, b, weightA, weightB).sort((x, y) => y.gain - x.gain);
  const usedA = new Set<number>();
  const usedB = new Set<number>();
  const chosen: Pairing[] = [];
  for (const pairing of pairings) {
    if (pairing.a.some((at) => usedA.has(at)) || pairing.b.some((at) => usedB.has(at))) continue;
    pairing.a.forEach((at) => usedA.add(at));
    pairing.b.forEach((at) => usedB.add(at));
    chosen.push(pairing);
  }
  const sum = (weights: readonly number[], at: readonly number[]) =>
    at.reduce((total, each) => total + weights[each]!, 0);
  const totalA = weightA.reduce((total, each) => total + each, 0);
  const totalB = weightB.reduce((total, each) => total + each, 0);
  let shareA = 0;
  let shareB = 0;
  for (const { a: inA, b: inB, likeness } of chosen) {
    const counts = likeness ** 1.5;
    shareA += sum(weightA, inA) * counts;
    shareB += sum(weightB, inB) * counts;
  }
  const askedShare = totalA === 0 ? 0 : shareA / totalA;
  const listedShare = totalB === 0 ? 0 : shareB / totalB;
  const evidence = (shareA + shareB) / 2;
  return {
    score: scoreOf(askedShare, listedShare, evidence) * formFactor(a, b),
    matched: chosen.map(({ a: inA, b: inB, how, likeness }) => ({
      asked: inA.map((at) => a[at]!.text).join(' '),
      listed: inB.map((at) => b[at]!.text).join(' '),
      how,
      likeness,
      weight: Math.min(1, Math.max(sum(weightA, inA), sum(weightB, inB))),
    })),
    askedOnly: a.filter((_, at) => !usedA.has(at)).map((word) => word.text),
    listedOnly: b.filter((_, at) => !usedB.has(at)).map((word) => word.text),
  };
}

/** Companies of different legal forms are different companies, however alike their names. */
function formFactor(a: readonly NameWord[], b: readonly NameWord[]): number {
  const formsA = new Set(
    a.flatMap(({ form }) => (form === null || form === 'company' ? [] : [form])),
  );
  const formsB = new Set(
    b.flatMap(({ form }) => (form === null || form === 'company' ? [] : [form])),
  );
  if (formsA.size === 0 || formsB.size === 0) return 1;
  return [...formsA].some((form) => formsB.has(form)) ? 1 : 0.75;
}

/** One word that fits says little; two rare ones say much; all of both sides most. */
function scoreOf(askedShare: number, listedShare: number, evidence: number): number {
  const cover = askedShare ** 0.75 * listedShare ** 0.3;
  const weight = Math.max(1 - Math.exp(-2.2 * evidence), 0.93 * askedShare * listedShare);
  return 0.94 * cover * Math.min(1, weight / 0.95);
}

function pairUp(
  a: readonly NameWord[],
  b: readonly NameWord[],
  weightA: readonly number[],
  weightB: readonly number[],
): Pairing[] {
  const pairings: Pairing[] = [];
  const add = (inA: number[], inB: number[], how: PartRelation, likeness: number) => {
    if (likeness < leastLikeness) return;
    const weight = [...inA.map((at) => weightA[at]!), ...inB.map((at) => weightB[at]!)];
    const gain = likeness ** 2 * weight.reduce((total, each) => total + each, 0);
    pairings.push({ a: inA, b: inB, how, likeness, gain });
  };
  a.forEach((one, i) =>
    b.forEach((other, j) => {
      const [how, likeness] = wordLikeness(one, other);
      add([i], [j], how, likeness);
    }),
  );
  acronyms(a, b, (i, all) => add([i], all, 'acronym', 0.85));
  acronyms(b, a, (j, all) => add(all, [j], 'acronym', 0.85));
  forJoined(a, (inA, word) =>
    b.forEach((other, j) => {
      if (!other.faint && other.text.length > 4) add(inA, [j], 'joined', joinLikeness(word, other));
    }),
  );
  forJoined(b, (inB, word) =>
    a.forEach((one, i) => {
      if (!one.faint && one.text.length > 4) add([i], inB, 'joined', joinLikeness(one, word));
    }),
  );
  return pairings;
}

/** Short words that are the first letters of all the words of the other side. */
function acronyms(
  words: readonly NameWord[],
  others: readonly NameWord[],
  each: (at: number, all: number[]) => void,
): void {
  const telling = others.flatMap(({ faint, form }, at) => (faint || form !== null ? [] : [at]));
  if (telling.length < 3) return;
  const initials = telling.map((at) => others[at]!.text[0]).join('');
  words.forEach(({ text }, at) => {
    if (text === initials) each(at, telling);
  });
}

function joinLikeness(one: NameWord, other: NameWord): number {
  const likeness = soundLikeness(one.phones, other.phones, one.abjad !== other.abjad);
  return likeness < 0.8 ? 0 : likeness * 0.99;
}

function forJoined(words: readonly NameWord[], each: (at: number[], word: NameWord) => void): void {
  for (let at = 0; at + 1 < words.length; at++) {
    each([at, at + 1], joined(words.slice(at, at + 2)));
    if (at + 2 < words.length) each([at, at + 1, at + 2], joined(words.slice(at, at + 3)));
  }
}

/** How alike two words are, and in what way. */
export function wordLikeness(one: NameWord, other: NameWord): [PartRelation, number] {
  if (one.text === other.text) return ['same', 1];
  if (one.form !== null || other.form !== null)
    return ['same_meaning', one.form === other.form ? 1 : 0];
  if (one.initial !== other.initial) {
    if (one.text[0] === other.text[0]) return ['initial', one.faint || other.faint ? 0 : 0.7];
    return ['initial', 0];
  }
  if (/\d/.test(one.text) || /\d/.test(other.text)) return ['same', 0];
  const sound = soundsLike(one, other);
  if (one.meaning !== null && one.meaning === other.meaning && sound < 0.92)
    return ['same_meaning', 0.92];
  return ['sounds_alike', sound];
}

function soundsLike(one: NameWord, other: NameWord): number {
  if (one.faint !== other.faint) return 0;
  const short = Math.min(one.text.length, other.text.length);
  const open = one.abjad !== other.abjad;
  const likeness = soundLikeness(one.phones, other.phones, open);
  // A letter more or less in a short word makes another word of it.
  const least = short <= 3 && !open ? 0.85 : short <= 4 && !open ? 0.72 : 0;
  return likeness < least ? 0 : likeness * 0.98;
}
