import { availableParallelism } from 'node:os';
import type { Suite } from '../suite.ts';
import { measureIndex } from './hamming/measure-index.ts';

const sizes = [
  ['100k', 100_000],
  ['1m', 1_000_000],
  ['10m', 10_000_000],
] as const;
const kinds = ['random', 'clustered'] as const;
const measured = [
  'build_s',
  'p50_ms',
  'p99_ms',
  'queries_per_s',
  'batched_queries_per_s',
  'linear_p50_ms',
  'vs_linear',
] as const;

export const hamming: Suite = {
  sentence:
    'Picture hashes within 31 bits among 100,000, 1 and 10 million, random and clustered, beside a linear scan.',
  figures: [
    ...kinds.flatMap((kind) =>
      sizes.flatMap(([size]) => measured.map((figure) => `${kind}_${size}_${figure}`)),
    ),
    'build_10m_s',
    'bytes_per_entry',
    'inserts_per_s',
    'removes_per_s',
    'queries_per_s_meanwhile',
    'missed',
  ],
  async run({ scale, tell }) {
    const figures: Record<string, number> = {};
    let missed = 0;
    for (const kind of kinds)
      for (const [size, entries] of sizes) {
        const all = await measureIndex({
          kind,
          entries: Math.ceil(entries * scale),
          queries: Math.ceil(4000 * scale),
          scans: Math.ceil(100 * scale),
          seconds: 2 * scale,
          threads: availableParallelism(),
          tell,
        });
        missed += all['missed'] ?? 0;
        for (const figure of measured) figures[`${kind}_${size}_${figure}`] = all[figure] ?? NaN;
        if (kind === 'random' && size === '10m') {
          figures['build_10m_s'] = all['build_s'] ?? NaN;
          for (const figure of [
            'bytes_per_entry',
            'inserts_per_s',
            'removes_per_s',
            'queries_per_s_meanwhile',
          ])
            figures[figure] = all[figure] ?? NaN;
        }
      }
    return { ...figures, missed };
  },
};
