import {
  buildNameIndex,
  buildNameMatcher,
  compareNames,
  formsIn,
  type ListedEntity,
  type NamedEntity,
  type NameIndex,
} from '@commonweal/designations';
import { INNOCENT_PROSE } from '../../../packages/designations/src/innocent-prose.test-data.ts';
import { ratePerSecond, type Figures } from '../../suite.ts';

/** Builds the index and says how long that took and what it holds in memory. */
export function buildMeasured(register: readonly NamedEntity[]): {
  readonly index: NameIndex;
  readonly figures: Figures;
} {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const began = performance.now();
  const index = buildNameIndex(register);
  const seconds = (performance.now() - began) / 1000;
  globalThis.gc?.();
  const held = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  return { index, figures: { build_s: seconds, memory_mb: Math.max(0, held) } };
}

/** How long one search takes on one thread, each name once, after a warming-up. */
export function searchTimes(index: NameIndex, names: readonly string[], of = ''): Figures {
  for (const name of names.slice(0, 50)) index.search(name, 10);
  const times = names.map((name) => {
    const began = performance.now();
    index.search(name, 10);
    return performance.now() - began;
  });
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  const all = times.reduce((sum, time) => sum + time, 0);
  return {
    [`name${of}_p50_ms`]: at(0.5),
    [`name${of}_p99_ms`]: at(0.99),
    ...(of === '' && { names_per_s: (names.length * 1000) / Math.max(all, 1e-9) }),
  };
}

/** How many times as long comparing with every name takes, without an index. */
export function beside(
  index: NameIndex,
  register: readonly NamedEntity[],
  names: readonly string[],
): Figures {
  const listed = register.flatMap(({ kind, names: all }) =>
    all.map(({ text }) => ({ kind, form: formsIn(text)[0]! })),
  );
  const time = (work: (name: string) => unknown) => {
    const began = performance.now();
    for (const name of names) work(name);
    return (performance.now() - began) / names.length;
  };
  const scan = time((name) => {
    const asked = formsIn(name)[0]!;
    return Math.max(...listed.map(({ kind, form }) => compareNames(asked, form, kind).score));
  });
  const search = time((name) => index.search(name, 1));
  return { baseline_scan_ms: scan, ratio: scan / Math.max(search, 1e-9) };
}

/** Posts a second through the scanner of exact names, and the share of innocent prose it flags. */
export function proseFigures(register: readonly NamedEntity[], seconds: number): Figures {
  const entities = register.map((each): ListedEntity => ({
    ...each,
    listedOn: null,
    updatedOn: null,
    listType: '',
  }));
  const matcher = buildNameMatcher(entities);
  const scan = () => INNOCENT_PROSE.map((post) => matcher.scan(post, 'text'));
  const flagged = scan().filter((hits) => hits.some(({ alone }) => alone)).length;
  return {
    posts_per_s: ratePerSecond(seconds, INNOCENT_PROSE.length, scan),
    benign_flagged: flagged / INNOCENT_PROSE.length,
  };
}
