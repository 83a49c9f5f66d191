/** Limits on a file, so that a hostile or damaged one costs little. */
export interface ImportLimits {
  readonly bytes: number;
  readonly depth: number;
  /** UTF-16 units of one kept field. */
  readonly fieldLength: number;
  readonly entries: number;
  readonly aliasesPerEntry: number;
}

/** Well above the largest official list: the whole US list of 2021 has 3 MB and 9,000 entries. */
export const IMPORT_LIMITS: ImportLimits = {
  bytes: 128 * 1024 * 1024,
  depth: 60,
  fieldLength: 64_000,
  entries: 200_000,
  aliasesPerEntry: 1000,
};

export const FETCH_AGAIN = 'Nothing was taken in; fetch the list again from the publisher.';
