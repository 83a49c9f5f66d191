import {
  faults,
  fillIn,
  problemKinds,
  refusals,
  type FaultCode,
  type Param,
  type Problem,
  type ProblemKind,
  type RefusalCode,
  type SentenceParams,
  type Thing,
} from '@commonweal/contract';

export type { ProblemKind };
export type FieldError = NonNullable<Problem['errors']>[number];

type Params = Readonly<Record<string, Param>>;

interface Options {
  readonly errors?: FieldError[];
  /** Members beside the standard ones. */
  readonly extra?: Record<string, unknown>;
  /** Seconds after which it is worth trying again. */
  readonly retryAfter?: number;
  readonly cause?: unknown;
}

/** A refusal that becomes an RFC 9457 reply. `detail` says what was wrong, where, and what to do. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly kind: ProblemKind;
  readonly errors: FieldError[] | undefined;
  /** Members beside the standard ones, for instance the gate's findings. */
  readonly extra: Record<string, unknown>;
  /** Seconds after which it is worth trying again: the reply's Retry-After. */
  readonly retryAfter: number | undefined;

  constructor(kind: ProblemKind, detail: string, options: Options = {}) {
    super(detail, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.errors = options.errors;
    this.extra = options.extra ?? {};
    this.retryAfter = options.retryAfter;
  }

  get status(): number {
    return problemKinds[this.kind][0];
  }

  toProblem(instance?: string): Problem & Record<string, unknown> {
    const [status, title] = problemKinds[this.kind];
    return {
      type: `urn:commonweal:problem:${this.kind}`,
      title,
      status,
      detail: this.message,
      ...(instance === undefined ? {} : { instance }),
      ...(this.errors === undefined ? {} : { errors: this.errors }),
      ...this.extra,
    };
  }
}

/** A refusal that only programs meet, to be thrown; people meet `refusal`, which has words for them. */
export function problem(kind: ProblemKind, detail: string, options?: Options): ProblemError {
  return new ProblemError(kind, detail, options);
}

/** A refusal that people can meet, to be thrown: the contract has its kind and its sentence. */
export function refusal<Code extends RefusalCode>(
  code: Code,
  ...given: [...SentenceParams<(typeof refusals)[Code][1]>, options?: Options]
): ProblemError;
export function refusal(
  code: RefusalCode,
  ...given: (Params | Options | undefined)[]
): ProblemError {
  const [kind, sentence] = refusals[code];
  const params = sentence.includes('{') ? (given.shift() as Params) : undefined;
  const options = (given[0] ?? {}) as Options;
  const extra = { ...saidBy(code, params), ...options.extra };
  return new ProblemError(kind, fillIn(sentence, params), { ...options, extra });
}

/** What is wrong with one field. @param pointer RFC 6901, into the body */
export function fault<Code extends FaultCode>(
  pointer: string,
  code: Code,
  ...given: SentenceParams<(typeof faults)[Code]>
): FieldError;
export function fault(pointer: string, code: FaultCode, params?: Params): FieldError {
  return { pointer, detail: fillIn(faults[code], params), ...saidBy(code, params) };
}

/** A refusal for what is wrong with fields. The first of them is in the detail too. */
export function faulty(
  errors: FieldError[],
  { part = 'body', cause }: { part?: string; cause?: unknown } = {},
): ProblemError {
  const [first] = errors;
  const where = first ? `, at "${first.pointer || '/'}": ${first.detail}` : '';
  const stop = /[.!?]$/.test(where) ? '' : '.';
  return new ProblemError('invalid', `In the ${part}${where}${stop} Nothing was changed.`, {
    errors,
    extra: { code: 'fields' },
    cause,
  });
}

/** Nothing here, or nothing of this desk: the two are told apart to nobody. */
export function notFound(what: Thing): ProblemError {
  return refusal('no-such-thing', { what });
}

/** Refuses when somebody else changed the record first. */
export function staleVersion(what: Thing, sent: number, current: number): ProblemError {
  const extra = { current_version: current };
  return refusal('stale-version', { what, sent, current }, { extra });
}

function saidBy(code: string, params?: Params): { code: string; params?: Record<string, Param> } {
  return params === undefined ? { code } : { code, params: { ...params } };
}
