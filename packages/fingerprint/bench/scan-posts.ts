/**
 * Posts scanned per second against 20,000 names, folding included, on one core.
 * Invented names and posts from a seeded generator; the baseline of the same run is a search with
 * one `includes` per name over the same canonical text, on a sample.
 *
 *     node packages/fingerprint/bench/scan-posts.ts
 */
import { buildScanner, canonicalText } from '../src/index.ts';

const NAMES = 20_000;
const POSTS = 40_000;
const BASELINE_POSTS = 40;

/** Mulberry32: a small seeded generator, so that every run scans the same posts. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = seeded(20_000);
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
const SYLLABLES = 'al ab du mu ha ra sa mi ka no ta ri be lo shi zan dar qas im far'.split(' ');
const PROSE = `the of to and a in is that it was for on are as with his they at be this have from or
  one had by word but not what all were we when your can said there use an each which she do how
  their if will up other about out many then them these so some her would make like him into time
  has look two more write go see number no way could people my than first water been call who oil
  its now find long down day did get come made may part`.split(/\s+/);
const ARABIC = 'في من على إلى هذا التي الذي كان مع عن بعد قال اليوم كل الناس مدينة'.split(' ');

const nameWord = (): string =>
  Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(SYLLABLES)).join('');
const names = Array.from({ length: NAMES }, (_, id) => ({
  id,
  text: Array.from({ length: 2 + Math.floor(random() * 3) }, nameWord).join(' '),
}));

function post(words: readonly string[]): string {
  const body = Array.from({ length: 30 }, () => pick(words));
  if (random() < 0.1) body[10] = pick(names).text;
  // As from the wire: a flat string, not a rope of pieces.
  return Buffer.from(`${body.join(' ')}.`).toString();
}

function measure(label: string, posts: readonly string[]): number {
  for (const text of posts.slice(0, 5000)) scanner.scan(text);
  const started = process.cpuUsage();
  let hits = 0;
  for (const text of posts) hits += scanner.scan(text).length;
  const { user, system } = process.cpuUsage(started);
  const perSecond = (posts.length / (user + system)) * 1e6;
  const length = posts.reduce((sum, text) => sum + text.length, 0) / posts.length;
  console.log(
    `${label}: ${Math.round(perSecond).toLocaleString('en')} posts per CPU second (mean ${length.toFixed(0)} characters, ${hits} hits)`,
  );
  return perSecond;
}

const building = performance.now();
const scanner = buildScanner(names);
console.log(
  `${scanner.phraseCount} names built in ${(performance.now() - building).toFixed(0)} ms, tables ${(scanner.byteLength / 1e6).toFixed(1)} MB`,
);

const english = Array.from({ length: POSTS }, () => post(PROSE));
const fast = measure('English prose', english);
measure(
  'names only, the worst for the automaton',
  Array.from({ length: POSTS }, () => post(names.map(({ text }) => text).slice(0, 500))),
);
measure(
  'half Arabic',
  Array.from({ length: POSTS }, () => post([...PROSE.slice(0, 16), ...ARABIC])),
);
measure(
  'decomposed accents',
  english.map((text) => text.replaceAll('e', 'é').normalize('NFD')),
);

const canonicalNames = names.map(({ text }) => canonicalText(text).text);
const started = process.cpuUsage();
for (const text of english.slice(0, BASELINE_POSTS)) {
  const canonical = canonicalText(text).text;
  for (const name of canonicalNames) canonical.includes(name);
}
const { user, system } = process.cpuUsage(started);
const slow = (BASELINE_POSTS / (user + system)) * 1e6;
console.log(
  `baseline, one search per name: ${slow.toFixed(0)} posts per CPU second; ratio ${(fast / slow).toFixed(0)}`,
);
