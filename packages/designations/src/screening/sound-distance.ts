/** What it costs to take one sound for another: 0 is the same, 1 another consonant altogether. */
const NEAR: Readonly<Record<string, number>> = {
  kq: 0.1,
  kx: 0.35,
  qx: 0.4,
  qg: 0.4,
  qG: 0.4,
  kg: 0.5,
  xh: 0.3,
  xG: 0.4,
  Gg: 0.15,
  GJ: 0.6,
  gJ: 0.4,
  JZ: 0.2,
  Jz: 0.4,
  Jy: 0.3,
  JC: 0.35,
  JS: 0.6,
  tT: 0.15,
  Ts: 0.3,
  td: 0.5,
  TD: 0.5,
  dD: 0.15,
  Dz: 0.25,
  dz: 0.45,
  sz: 0.35,
  sS: 0.3,
  sc: 0.3,
  cC: 0.3,
  ct: 0.4,
  cz: 0.3,
  SC: 0.35,
  SZ: 0.4,
  kC: 0.5,
  ks: 0.5,
  kc: 0.4,
  Zz: 0.3,
  vw: 0.1,
  bp: 0.35,
  bv: 0.35,
  fv: 0.35,
  fp: 0.4,
  mn: 0.5,
  lr: 0.6,
  iy: 0.05,
  uw: 0.05,
  ow: 0.1,
  ei: 0.1,
  ey: 0.1,
  ou: 0.1,
  ae: 0.12,
  ao: 0.2,
  ai: 0.25,
  au: 0.25,
  uv: 0.3,
  ov: 0.4,
  Cx: 0.5,
  nN: 0.3,
  hG: 0.5,
  gh: 0.5,
  eo: 0.2,
  Ji: 0.3,
  xS: 0.35,
  xs: 0.4,
  iu: 0.25,
  io: 0.3,
};
const VOWELS = new Set('aeiou');
const WEAK = new Set('hwy');

const sounds = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const size = 64;
/** The place of each character among the sounds; what is none shares the last. */
const placeOf = new Uint8Array(128).fill(size - 1);
for (let at = 0; at < sounds.length; at++) placeOf[sounds.charCodeAt(at)] = at;

/** Costs are counted in hundredths. */
const whole = 100;
const changedAbout = 60;
const substitute = new Uint8Array(size * size).fill(whole);
/** What a sound counts for, and what it costs to leave it out. */
const weights = new Uint8Array(size).fill(whole);
for (const vowel of VOWELS) {
  weights[placeIn(vowel)] = 35;
  for (const other of VOWELS) substitute[placeIn(vowel) * size + placeIn(other)] = 25;
}
for (const weak of WEAK) weights[placeIn(weak)] = 45;
for (let at = 0; at < size; at++) substitute[at * size + at] = 0;
for (const [pair, cost] of Object.entries(NEAR)) {
  const [one, other] = [placeIn(pair[0]!), placeIn(pair[1]!)];
  substitute[one * size + other] = Math.round(cost * whole);
  substitute[other * size + one] = Math.round(cost * whole);
}
/** The same where one of the scripts leaves out short vowels. */
const openWeights = weights.map((weight) => (weight < 40 ? 15 : weight));
const openLosses = weights.map((weight) => (weight < 40 ? 6 : weight));

function placeIn(sound: string): number {
  return placeOf[sound.charCodeAt(0) & 127]!;
}

/** As much of a word as is compared, in sounds. */
export const longestWord = 48;
/** The least that words weigh: a sound more or less in a short word is much of it. */
const leastWeight = 70;
const rowA = new Uint16Array(longestWord + 1);
const rowB = new Uint16Array(longestWord + 1);
const rowC = new Uint16Array(longestWord + 1);

/** Writes the sounds of a word where they are compared from. @returns how many they are */
export function encodeSounds(phones: string, into: Uint16Array, at: number): number {
  const length = Math.min(phones.length, longestWord);
  for (let place = 0; place < length; place++)
    into[at + place] = placeOf[phones.charCodeAt(place) & 127]!;
  return length;
}

const one = new Uint16Array(longestWord);
const other = new Uint16Array(longestWord);

/**
 * How alike two words sound, 0 to 1: a weighted edit distance with transpositions, over the mean weight
 * of both. Where one side's script leaves out short vowels, vowels that only the other has cost next
 * to nothing. @param least below this, 0 is returned as soon as that is certain
 */
export function soundLikeness(a: string, b: string, vowelsOpen: boolean, least = 0): number {
  if (a === b) return 1;
  const [lengthA, lengthB] = [encodeSounds(a, one, 0), encodeSounds(b, other, 0)];
  return likenessOfSounds(one, 0, lengthA, other, 0, lengthB, vowelsOpen, least);
}

/** As `soundLikeness`, of sounds that `encodeSounds` wrote: `lengthA` of them from `startA` in `a`, and so on. */
export function likenessOfSounds(
  a: Uint16Array,
  startA: number,
  lengthA: number,
  b: Uint16Array,
  startB: number,
  lengthB: number,
  vowelsOpen: boolean,
  least: number,
): number {
  const loss = vowelsOpen ? openLosses : weights;
  const weight = vowelsOpen ? openWeights : weights;
  let total = 0;
  for (let at = 0; at < lengthA; at++) total += weight[a[startA + at]!]!;
  let before = rowA;
  let above = rowB;
  let here = rowC;
  above[0] = 0;
  let sum = 0;
  for (let at = 0; at < lengthB; at++) {
    const sound = b[startB + at]!;
    total += weight[sound]!;
    sum += loss[sound]!;
    above[at + 1] = sum;
  }
  total = Math.max(total / 2, leastWeight);
  const most = (1 - least) * total + 1e-6;
  let lowestAbove = 0;
  for (let i = 0; i < lengthA; i++) {
    const left = a[startA + i]!;
    const lossLeft = loss[left]!;
    const leftBefore = i > 0 ? a[startA + i - 1]! : -1;
    const row = left * size;
    let rightBefore = -1;
    let diagonal = above[0]!;
    let last = diagonal + lossLeft;
    let lowest = last;
    here[0] = last;
    for (let j = 0; j < lengthB; j++) {
      const right = b[startB + j]!;
      const straight = above[j + 1]!;
      let best = diagonal + substitute[row + right]!;
      if (straight + lossLeft < best) best = straight + lossLeft;
      if (last + loss[right]! < best) best = last + loss[right]!;
      if (left === rightBefore && right === leftBefore && before[j - 1]! + changedAbout < best)
        best = before[j - 1]! + changedAbout;
      here[j + 1] = best;
      if (best < lowest) lowest = best;
      diagonal = straight;
      last = best;
      rightBefore = right;
    }
    // What is to come starts from one of the last two rows: two letters may be changed about.
    if (lowest > most && lowestAbove > most) return 0;
    lowestAbove = lowest;
    const next = before;
    before = above;
    above = here;
    here = next;
  }
  return Math.max(0, 1 - above[lengthB]! / total);
}
