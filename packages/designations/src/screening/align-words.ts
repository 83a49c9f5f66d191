import type { NameForm, NameWord } from './name-form.ts';
import type { PartRelation, WordLikeness } from './word-likeness.ts';

/** Words of one side taken for words of the other, by their places. */
export interface Pairing {
  readonly asked: readonly number[];
  readonly listed: readonly number[];
  readonly how: PartRelation;
  readonly likeness: number;
}

/** How alike two words are, and two of which one is neighbours read as one; what was found once may be remembered. */
export interface Likeness {
  readonly words: (asked: NameWord, listed: NameWord) => WordLikeness;
  readonly joined: (asked: NameWord, listed: NameWord) => WordLikeness;
}

/**
 * Pairs the words of two names, in any order, each at most once: first those that are most alike and
 * count most. @param weights what the words of either side count for
 */
export function alignWords(
  asked: NameForm,
  listed: NameForm,
  weights: { readonly asked: readonly number[]; readonly listed: readonly number[] },
  likeness: Likeness,
): Pairing[] {
  const found: (Pairing & { gain: number })[] = [];
  const add = (
    a: readonly number[],
    b: readonly number[],
    { how, likeness: like }: WordLikeness,
  ) => {
    if (like === 0) return;
    let weight = 0;
    for (const at of a) weight += weights.asked[at]!;
    for (const at of b) weight += weights.listed[at]!;
    found.push({ asked: a, listed: b, how, likeness: like, gain: like * like * weight });
  };
  asked.words.forEach((one, i) =>
    listed.words.forEach((other, j) => add([i], [j], likeness.words(one, other))),
  );
  acronyms(asked.words, listed.words, (at, all, how) => add([at], all, how));
  acronyms(listed.words, asked.words, (at, all, how) => add(all, [at], how));
  for (const { at, word } of asked.joins)
    listed.words.forEach((other, j) => {
      if (mayBeJoined(word, other) && isNoneOf(asked, at, other))
        add(at, [j], likeness.joined(word, other));
    });
  for (const { at, word } of listed.joins)
    asked.words.forEach((one, i) => {
      if (mayBeJoined(word, one) && isNoneOf(listed, at, one))
        add([i], at, likeness.joined(one, word));
    });
  for (const one of asked.joins)
    for (const other of listed.joins)
      if (one.word.text === other.word.text && !partedAlike(asked, listed, one.at, other.at))
        add(one.at, other.at, { how: 'joined', likeness: 0.95 });
  found.sort((x, y) => y.gain - x.gain);
  const usedAsked = new Set<number>();
  const usedListed = new Set<number>();
  return found.filter((pairing) => {
    if (pairing.asked.some((at) => usedAsked.has(at))) return false;
    if (pairing.listed.some((at) => usedListed.has(at))) return false;
    for (const at of pairing.asked) usedAsked.add(at);
    for (const at of pairing.listed) usedListed.add(at);
    return true;
  });
}

/** Parted at the same places, words are the same one by one. */
function partedAlike(
  asked: NameForm,
  listed: NameForm,
  a: readonly number[],
  b: readonly number[],
): boolean {
  return (
    a.length === b.length &&
    a.every((at, place) => asked.words[at]!.text === listed.words[b[place]!]!.text)
  );
}

/** Beside a word that is one of them, neighbours are not read as one: "Tong Ho" is no other spelling of "Tong". */
function isNoneOf(name: NameForm, places: readonly number[], word: NameWord): boolean {
  return places.every((at) => name.words[at]!.text !== word.text);
}

function mayBeJoined(joined: NameWord, one: NameWord): boolean {
  const { length } = one.phones;
  return !one.faint && one.text.length > 3 && Math.abs(joined.phones.length - length) <= 3;
}

const wholeAcronym: WordLikeness = { how: 'acronym', likeness: 0.92 };
const givenNames: WordLikeness = { how: 'acronym', likeness: 0.75 };

/** Short words that are the first letters of neighbouring words of the other side. */
function acronyms(
  words: readonly NameWord[],
  others: readonly NameWord[],
  each: (at: number, all: number[], how: WordLikeness) => void,
): void {
  const first = others.find(({ form }) => form === null)?.text[0];
  const firstTelling = others.find(({ faint, form }) => !faint && form === null)?.text[0];
  const mayBe = ({ text }: NameWord) =>
    text.length === 2 || (text.length > 2 && (text[0] === firstTelling || text[0] === first));
  if (!words.some(mayBe)) return;
  const telling = others.flatMap(({ faint, form }, at) => (faint || form !== null ? [] : [at]));
  if (telling.length < 2) return;
  const initials = telling.map((at) => others[at]!.text[0]).join('');
  const all = others.flatMap(({ form }, at) => (form === null ? [at] : []));
  const withFaint = all.map((at) => others[at]!.text[0]).join('');
  words.forEach(({ text, faint, initial }, at) => {
    if (faint || initial) return;
    if (text.length > 2 && text === initials) each(at, telling, wholeAcronym);
    else if (text.length > 2 && text === withFaint) each(at, all, wholeAcronym);
    else if (text.length === 2 && initials.length > 2) {
      const start = initials.indexOf(text);
      if (start >= 0) each(at, telling.slice(start, start + 2), givenNames);
    } else if (text.length > 2 && initials.startsWith(text) && initials.length === text.length + 1)
      each(at, telling.slice(0, text.length), { ...wholeAcronym, likeness: 0.8 });
  });
}
