import type { Problem } from '@commonweal/contract';

/** The desk refused: its RFC 9457 problem, as an error. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: Problem & Record<string, unknown>;
  readonly status: number;

  constructor(problem: Problem & Record<string, unknown>) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
    this.status = problem.status;
  }

  /** The last part of the problem's type, for instance `stale-version`. */
  get kind(): string {
    return this.problem.type.split(':').at(-1) ?? '';
  }
}

/** The desk was not reached, or did not answer in its own language. */
export class ConnectionProblem extends Error {
  override readonly name = 'ConnectionProblem';
}
