/** Numbers by name; the end of a name is its unit: `_per_s`, `_ms`, `_s`, `_us_per_item`, `_mb`, `_ratio`. */
export type Figures = Readonly<Record<string, number>>;

export interface SuiteOptions {
  /** Share of the usual amount of work: 1 measures, less only shows that it works. */
  readonly scale: number;
  readonly tell: (line: string) => void;
}

/** One thing measured, beside what it is compared with in the same run. */
export interface Suite {
  readonly sentence: string;
  /** The figures that every run gives. */
  readonly figures: readonly string[];
  run(options: SuiteOptions): Promise<Figures>;
}

/** The median of each figure over the runs, and under `_min` and `_max` how far they lie apart. */
export function summarise(runs: readonly Figures[]): Record<string, number> {
  const names = new Set(runs.flatMap((run) => Object.keys(run)));
  const summary: Record<string, number> = {};
  for (const name of names) {
    const values = runs.flatMap((run) => run[name] ?? []).toSorted((a, b) => a - b);
    summary[name] = rounded(medianOf(values));
    summary[`${name}_min`] = rounded(values[0] ?? Number.NaN);
    summary[`${name}_max`] = rounded(values.at(-1) ?? Number.NaN);
  }
  return summary;
}

function medianOf(sorted: readonly number[]): number {
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

/** Four digits that count. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

/** Calls `work` for about `seconds` and says how often a second it was done. `each`: how many one call does. */
export function ratePerSecond(seconds: number, each: number, work: () => unknown): number {
  work();
  let done = 0;
  const began = performance.now();
  let now = began;
  while (now - began < seconds * 1000) {
    work();
    done += each;
    now = performance.now();
  }
  return (done * 1000) / (now - began);
}
