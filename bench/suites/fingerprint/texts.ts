import { buildScanner, canonicalText, minHash, tlshOf } from '@commonweal/fingerprint';
import {
  inventedProse,
  seeded,
} from '../../../packages/fingerprint/src/near-text/invented-prose.test-data.ts';
import { textOf } from '../../load/items.ts';
import { ratePerSecond, type Suite } from '../../suite.ts';

const random = seeded(20_000);

/** Invented phrases of two to four words, no two alike. */
function inventedPhrases(count: number): string[] {
  const phrases = new Set<string>();
  while (phrases.size < count) phrases.add(inventedProse(2 + random() * 3, random).join(' '));
  return [...phrases];
}

/** English posts of about 300 characters, one in 200 with a phrase in it: flat, as from the wire. */
function postsWith(phrases: readonly string[]): string[] {
  return Array.from({ length: 1000 }, (_, at) => {
    const text = at % 200 === 0 ? `${textOf(at + 1)} ${phrases[at]}` : textOf(at + 1);
    return Buffer.from(text).toString();
  });
}

export const texts: Suite = {
  sentence:
    'Phrases in English posts of 300 characters, folding and hits included, in MB of UTF-8, beside one String.includes for each phrase; digests of texts of 1,000 characters.',
  figures: [
    'text_mb_per_s_20k',
    'text_mb_per_s_100k',
    'text_posts_per_s_20k',
    'text_20k_vs_includes',
    'tlsh_per_s',
    'minhash_per_s',
  ],
  async run({ scale, tell }) {
    const figures: Record<string, number> = {};
    for (const [name, full] of [
      ['20k', 20_000],
      ['100k', 100_000],
    ] as const) {
      const phrases = inventedPhrases(Math.max(1000, Math.round(full * Math.min(scale, 1))));
      const posts = postsWith(phrases);
      const megabytes = posts.reduce((sum, post) => sum + Buffer.byteLength(post), 0) / 1e6;
      const scanner = buildScanner(phrases.map((text, id) => ({ id, text })));
      const rounds = ratePerSecond(2 * scale, 1, () => posts.map((post) => scanner.scan(post)));
      tell(`${phrases.length} phrases in ${(scanner.byteLength / 1e6).toFixed(1)} MB of tables`);
      figures[`text_mb_per_s_${name}`] = rounds * megabytes;
      if (name !== '20k') continue;
      figures['text_posts_per_s_20k'] = rounds * posts.length;
      let at = 0;
      const plain = ratePerSecond(scale, 1, () => {
        const canonical = canonicalText(posts[at++ % posts.length]!).text;
        return phrases.filter((phrase) => canonical.includes(phrase));
      });
      figures['text_20k_vs_includes'] = (rounds * posts.length) / plain;
    }
    const long = Array.from({ length: 200 }, () =>
      inventedProse(200, random).join(' ').slice(0, 1000),
    );
    figures['tlsh_per_s'] = ratePerSecond(scale, long.length, () =>
      long.map((text) => tlshOf(text)),
    );
    figures['minhash_per_s'] = ratePerSecond(scale, long.length, () => long.map(minHash));
    return figures;
  },
};
