/**
 * Sounds of a word as far as the spellings of official lists tell them apart: one character each, so
 * that "Mohammed", "Muhammad" and "mhmd" are near one another and "Khalid" is not "Halid" outright.
 */

/** Spellings in the order they are tried, longest first; `''` is silent. */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ['szcz', 'S'],
  ['sjtj', 'S'],
  ['tsch', 'C'],
  ['dzj', 'J'],
  ['shch', 'S'],
  ['tch', 'C'],
  ['sch', 'S'],
  ['dsch', 'J'],
  ['dzh', 'J'],
  ['dj', 'J'],
  ['sh', 'S'],
  ['ch', 'C'],
  ['kh', 'x'],
  ['gh', 'G'],
  ['th', 'T'],
  ['dh', 'D'],
  ['zh', 'Z'],
  ['ph', 'f'],
  ['bh', 'b'],
  ['ck', 'k'],
  ['qu', 'k'],
  ['dz', 'z'],
  ['ts', 'c'],
  ['tz', 'c'],
  ['cz', 'C'],
  ['sz', 'S'],
  ['cs', 'C'],
  ['tj', 'C'],
  ['sj', 'S'],
  ['zj', 'Z'],
  ['ou', 'u'],
  ['oo', 'u'],
  ['ee', 'i'],
  ['aa', 'a'],
  ['ii', 'i'],
  ['uu', 'u'],
  ['x', 'ks'],
  ['j', 'J'],
];
const BY_FIRST = new Map<string, (readonly [string, string])[]>();
for (const spelling of SPELLINGS) {
  const first = spelling[0][0]!;
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), spelling]);
}
const VOWEL = /[aeiou]/;

/** The sounds of a word in small Latin letters; doubled ones are one. */
export function phonesOf(word: string): string {
  let phones = '';
  for (let at = 0; at < word.length;) {
    // As pinyin writes it; "Xavier" and "Xanthi" are not far from it.
    if (at === 0 && /^x[iu]/.test(word)) {
      phones += 'S';
      at++;
      continue;
    }
    const rest = word.slice(at, at + 4);
    const spelling = BY_FIRST.get(word[at]!)?.find(([written]) => rest.startsWith(written));
    if (spelling !== undefined) {
      phones += spelling[1];
      at += spelling[0].length;
      continue;
    }
    phones += single(word, at);
    at++;
  }
  return phones.replace(/(.)\1+/g, '$1').replace(/(?<=[aeiou])h$/, '');
}

/**
 * The sounds of a word as German, Polish or Swedish would spell them: "j" is y and "ch" is kh. Null where
 * that is no other reading.
 */
export function otherPhonesOf(word: string): string | null {
  if (!/j|ch/.test(word)) return null;
  const read = word.replaceAll('ch', 'kh').replace(/(?<![dtsz])j/g, 'y');
  return read === word ? null : phonesOf(read);
}

function single(word: string, at: number): string {
  const letter = word[at]!;
  const next = word[at + 1] ?? '';
  if (letter === "'") return ''; // keeps "t'h" from being "th"
  if (letter === 'c') return /[eiy]/.test(next) ? 's' : 'k';
  if (letter === 'y') return at === 0 || VOWEL.test(next) ? 'y' : 'i';
  return letter;
}

const COARSE: Readonly<Record<string, string>> = {
  k: 'k',
  q: 'k',
  x: 'k',
  g: 'k',
  G: 'k',
  t: 't',
  T: 't',
  d: 't',
  D: 't',
  s: 's',
  z: 's',
  S: 's',
  C: 's',
  J: 's',
  Z: 's',
  c: 's',
  b: 'b',
  p: 'b',
  f: 'f',
  v: 'f',
  l: 'l',
  r: 'r',
  m: 'm',
  n: 'n',
};

/** Its consonants in classes that spellings confuse; vowels, h, w and y are left out. */
export function skeletonOf(phones: string): string {
  let skeleton = '';
  for (const phone of phones) {
    const kept = /\d/.test(phone) ? phone : (COARSE[phone] ?? '');
    if (kept !== skeleton.at(-1)) skeleton += kept;
  }
  return skeleton;
}

/** Its sounds with the vowels that spellings confuse made one: for words of few consonants. */
export function shortFormOf(phones: string): string {
  return phones
    .replace(/[ey]/g, 'i')
    .replace(/[ow]/g, 'u')
    .replace(/h/g, '')
    .replace(/(.)\1+/g, '$1');
}
