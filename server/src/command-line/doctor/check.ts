import type { Config } from '../../platform/config.ts';
import type { Database } from '../../platform/database/index.ts';

/** What a check found. `unknown`: it could not be looked at, which is not the same as fine. */
export interface Finding {
  readonly state: 'fine' | 'warning' | 'broken' | 'unknown';
  readonly text: string;
  /** What to do about it. */
  readonly fix?: string;
}

/** One thing the doctor looks at. */
export interface Check {
  readonly name: string;
  readonly look: (config: Config) => Promise<Finding> | Finding;
}

/** A check that needs the database. */
export interface DatabaseCheck {
  readonly name: string;
  readonly look: (database: Database, config: Config) => Promise<Finding>;
}

/** All is well. */
export function fine(text: string): Finding {
  return { state: 'fine', text };
}

/** Something to look after; nothing is lost by it yet. */
export function warning(text: string, fix: string): Finding {
  return { state: 'warning', text, fix };
}

/** Something does not work. */
export function broken(text: string, fix: string): Finding {
  return { state: 'broken', text, fix };
}
