/** How a command ended, for scripts. */
export const exitCodes = {
  fine: 0,
  /** It could not be done, or what was checked is broken. */
  failed: 1,
  /** The command was called wrongly; nothing was tried. */
  usage: 2,
} as const;

/** A command that cannot go on: what happened, why, and what to do. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
  readonly why: string;
  readonly whatToDo: string;

  constructor(what: string, why: string, whatToDo: string, options?: ErrorOptions) {
    super(what, options);
    this.why = why;
    this.whatToDo = whatToDo;
  }
}

/** A command called with words it cannot use: nothing was tried. */
export class WrongCall extends CommandFailure {}

/**
 * Turns whatever was thrown into three lines for the person at the terminal. Refusals of our own say
 * why and what to do in one text; what was tried is told by the command.
 */
export function describeFailure(tried: string, error: unknown): string {
  if (error instanceof CommandFailure)
    return `${error.message}\n  Why: ${error.why}\n  What to do: ${error.whatToDo}`;
  return `${tried}\n  Why: ${reasonOf(error)}`;
}

/** The reason an error gives, its causes' reasons where it gives none itself. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '')
    return error.errors.map(reasonOf).join('; ');
  if (!(error instanceof Error)) return String(error);
  // `fetch failed` says nothing; its cause does.
  if (error.message === 'fetch failed' && error.cause !== undefined) return reasonOf(error.cause);
  return error.message;
}
