import type { Problem } from '@commonweal/contract';

type FieldError = NonNullable<Problem['errors']>[number];

/** Every kind of refusal this API gives. The key is the end of the problem's `type`. */
const kinds = {
  'bad-request': [400, 'The request cannot be read'],
  invalid: [422, 'Some of what was sent is not as it must be'],
  'sign-in-needed': [401, 'Sign in first'],
  'wrong-credentials': [401, 'The sign-in was not accepted'],
  'not-allowed': [403, 'This is not yours to do'],
  csrf: [403, 'The request did not come from the console'],
  'not-found': [404, 'There is nothing here'],
  method: [405, 'This is not done here'],
  conflict: [409, 'This clashes with what is there'],
  'stale-version': [409, 'Somebody changed this in the meantime'],
  'lease-lost': [409, 'The case is no longer held by you'],
  'idempotency-in-flight': [409, 'The first request with this key is still being answered'],
  'idempotency-reuse': [422, 'This idempotency key was used for something else'],
  gone: [410, 'This is over'],
  'too-large': [413, 'This is too large'],
  'media-type': [415, 'This kind of content is not read here'],
  'gate-blocked': [422, 'The rights gate does not let this through'],
  'too-many': [429, 'Too many requests'],
  unavailable: [503, 'Not ready yet'],
  internal: [500, 'Something went wrong on our side'],
} as const satisfies Record<string, readonly [number, string]>;
export type ProblemKind = keyof typeof kinds;

/** A refusal that becomes an RFC 9457 reply. `detail` says what was wrong, where, and what to do. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly kind: ProblemKind;
  readonly errors: FieldError[] | undefined;
  /** Members beside the standard ones, for instance the gate's findings. */
  readonly extra: Record<string, unknown>;

  constructor(
    kind: ProblemKind,
    detail: string,
    options: { errors?: FieldError[]; extra?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(detail, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.errors = options.errors;
    this.extra = options.extra ?? {};
  }

  get status(): number {
    return kinds[this.kind][0];
  }

  toProblem(instance?: string): Problem & Record<string, unknown> {
    const [status, title] = kinds[this.kind];
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

/** A refusal, to be thrown. */
export function problem(
  kind: ProblemKind,
  detail: string,
  options?: ConstructorParameters<typeof ProblemError>[2],
): ProblemError {
  return new ProblemError(kind, detail, options);
}

/** Nothing here, or nothing of this desk: the two are told apart to nobody. */
export function notFound(what: string): ProblemError {
  return problem('not-found', `There is no such ${what} on this desk.`);
}

/** Refuses when somebody else changed the record first. */
export function staleVersion(what: string, sent: number, current: number): ProblemError {
  return problem(
    'stale-version',
    `You sent version ${sent} of the ${what}; it is now at version ${current}. Read it again and repeat your change if it still fits.`,
    { extra: { current_version: current } },
  );
}
