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

const size = 128;
const substitute = new Float64Array(size * size).fill(1);
const weightOf = new Float64Array(size).fill(1);
for (const vowel of VOWELS) {
  weightOf[vowel.charCodeAt(0)] = 0.35;
  for (const other of VOWELS) substitute[vowel.charCodeAt(0) * size + other.charCodeAt(0)] = 0.25;
}
for (const weak of WEAK) weightOf[weak.charCodeAt(0)] = 0.45;
for (let at = 0; at < size; at++) substitute[at * size + at] = 0;
for (const [pair, cost] of Object.entries(NEAR)) {
  const [one, other] = [pair.charCodeAt(0), pair.charCodeAt(1)];
  substitute[one * size + other] = cost;
  substitute[other * size + one] = cost;
}

const longest = 48;
const row0 = new Float64Array(longest + 1);
const row1 = new Float64Array(longest + 1);
const row2 = new Float64Array(longest + 1);

/**
 * How alike two words sound, 0 to 1: a weighted edit distance with transpositions, over the mean weight
 * of both. Where one side's script leaves out short vowels, vowels that only the other has cost next
 * to nothing. @param least below this, 0 is returned as soon as that is certain
 */
export function soundLikeness(a: string, b: string, vowelsOpen: boolean, least = 0): number {
  if (a === b) return 1;
  const one = a.slice(0, longest);
  const other = b.slice(0, longest);
  let [before, above, here] = [row0, row1, row2];
  const total = (weigh(one, vowelsOpen) + weigh(other, vowelsOpen)) / 2;
  const most = (1 - least) * Math.max(total, 0.7) + 1e-9;
  let lowestAbove = 0;
  above[0] = 0;
  for (let at = 0; at < other.length; at++)
    above[at + 1] = above[at]! + lossOf(other.charCodeAt(at), vowelsOpen);
  for (let i = 0; i < one.length; i++) {
    const left = one.charCodeAt(i);
    const lossLeft = lossOf(left, vowelsOpen);
    let lowest = above[0]! + lossLeft;
    here[0] = lowest;
    for (let j = 0; j < other.length; j++) {
      const right = other.charCodeAt(j);
      let best = above[j]! + substitute[(left & 127) * size + (right & 127)]!;
      const drop = above[j + 1]! + lossLeft;
      if (drop < best) best = drop;
      const add = here[j]! + lossOf(right, vowelsOpen);
      if (add < best) best = add;
      if (i > 0 && j > 0 && left === other.charCodeAt(j - 1) && right === one.charCodeAt(i - 1)) {
        const swap = before[j - 1]! + 0.6;
        if (swap < best) best = swap;
      }
      here[j + 1] = best;
      if (best < lowest) lowest = best;
    }
    // What is to come starts from one of the last two rows: two letters may be changed about.
    if (lowest > most && lowestAbove > most) return 0;
    lowestAbove = lowest;
    [before, above, here] = [above, here, before];
  }
  return Math.max(0, 1 - above[other.length]! / Math.max(total, 0.7));
}

function lossOf(code: number, vowelsOpen: boolean): number {
  const weight = weightOf[code & 127]!;
  return vowelsOpen && weight < 0.4 ? 0.06 : weight;
}

function weigh(word: string, vowelsOpen: boolean): number {
  let sum = 0;
  for (let at = 0; at < word.length; at++) {
    const weight = weightOf[word.charCodeAt(at) & 127]!;
    sum += vowelsOpen && weight < 0.4 ? 0.15 : weight;
  }
  return sum;
}
