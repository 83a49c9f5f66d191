import { buildNameMatcher, type ListedEntity } from '@commonweal/designations';
import { textOf } from '../load/items.ts';
import { ratePerSecond, type Suite } from '../suite.ts';

const syllables = 'vel tor mar den kas lin oro bru sha fen gul pir nam edo tul zek wim ras'.split(
  ' ',
);

/** The `at`th invented name: two words that no other number gives. */
function inventedName(at: number): string {
  const digits = Array.from({ length: 6 }, (_, place) => {
    const digit = Math.floor(at / syllables.length ** place) % syllables.length;
    return syllables[digit] ?? '';
  });
  return `${digits.slice(0, 3).join('')} ${digits.slice(3).join('')}`;
}

function inventedEntity(at: number): ListedEntity {
  return {
    reference: `XXe.${at}`,
    kind: 'organisation',
    names: [{ text: inventedName(at), kind: 'primary', strength: 'strong', script: 'Latn' }],
    listedOn: '2020-01-01',
    updatedOn: null,
    listType: 'Invented',
  };
}

export const matching: Suite = {
  sentence: '20,000 listed names in posts of 300 characters, beside String.includes for each name.',
  figures: ['posts_per_s', 'build_ms', 'baseline_includes_posts_per_s', 'ratio'],
  async run({ scale }) {
    const entities = Array.from({ length: Math.ceil(20_000 * Math.min(scale, 1)) }, (_, at) =>
      inventedEntity(at),
    );
    const began = performance.now();
    const matcher = buildNameMatcher(entities);
    const buildMs = performance.now() - began;
    const posts = Array.from({ length: 1000 }, (_, at) =>
      // One post in 200 names somebody.
      at % 200 === 0 ? `${textOf(at + 1)} ${inventedName(at)}` : textOf(at + 1),
    );
    const rate = ratePerSecond(3 * scale, posts.length, () =>
      posts.map((post) => matcher.scan(post, 'text')),
    );
    const names = entities.map((_, at) => inventedName(at));
    let next = 0;
    const baseline = ratePerSecond(3 * scale, 1, () => {
      next = (next + 1) % posts.length;
      const post = posts[next] ?? '';
      return names.filter((name) => post.toLowerCase().includes(name));
    });
    return {
      posts_per_s: rate,
      build_ms: buildMs,
      baseline_includes_posts_per_s: baseline,
      ratio: rate / baseline,
    };
  },
};
