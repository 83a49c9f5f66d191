import type { BodyOf, Operation, ParamsOf, QueryOf, ReplyOf } from '@commonweal/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mayCall, nobody, type Caller, type KnownCaller, type Person } from './caller.ts';
import { hookEnd } from './hook-end.ts';
import { keyQuota } from './key-quota.ts';
import { problem, type ProblemError, refusal } from './problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller;
  }
  interface FastifyContextConfig {
    operation?: Operation;
  }
}

/** What a handler gets: validated parts, and who calls. */
export interface Call<T extends Operation> {
  readonly params: ParamsOf<T>;
  readonly query: QueryOf<T>;
  readonly body: BodyOf<T>;
  readonly caller: Caller;
  /** The caller of an operation that is not public. */
  readonly known: KnownCaller;
  /** The person calling. @throws when a key calls */
  readonly person: Person;
  /** The desk of the caller. */
  readonly deskId: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export interface RouteOptions {
  /** Reads a body that is not JSON into what the schema will check; null when it is JSON after all. */
  readonly readBody?: (request: FastifyRequest) => Promise<void> | null;
}

/**
 * Serves one operation of the contract: who may, what is read, what is answered. Access is checked
 * before the body is read, so that strangers cannot make us parse.
 */
export function route<T extends Operation>(
  app: FastifyInstance,
  operation: T,
  handle: (call: Call<T>) => Promise<ReplyOf<T>>,
  options: RouteOptions = {},
): void {
  const { readBody } = options;
  const perKey = isForKeysOnly(operation);
  const spend = keyQuota(operation.ratePerMinute ?? perMinute.key);
  app.route({
    method: operation.method,
    url: operation.path,
    config: { operation, rateLimit: perKey ? false : rateLimitOf(operation) },
    ...(operation.bodyLimit === undefined ? {} : { bodyLimit: operation.bodyLimit }),
    schema: {
      summary: operation.summary,
      operationId: operationIdOf(operation),
      tags: [operation.room],
      ...(operation.params ? { params: operation.params } : {}),
      ...(operation.query ? { querystring: operation.query } : {}),
      ...(operation.body ? { body: operation.body } : {}),
      response: { [operation.status]: operation.reply },
    },
    onRequest: (request, reply, done) => {
      const { caller } = request;
      try {
        if (!mayCall(operation.access, caller)) throw mayNot(operation, caller);
        if (perKey && caller.kind === 'key') spend(caller.apiKeyId, reply);
      } catch (error) {
        done(error as Error);
        return;
      }
      done();
    },
    ...(readBody && {
      preValidation: (request, _reply, done) => {
        const reading = readBody(request);
        if (reading === null) done();
        else void hookEnd(reading, done);
      },
    }),
    handler: async (request, reply) => {
      const result = await handle(new RequestCall<T>(request, reply));
      if (reply.sent) return reply;
      void reply.code(operation.status);
      return operation.status === 204 ? reply.send() : result;
    },
  });
}

/** A class, for an object with getters of its own costs each request as much as its validation. */
class RequestCall<T extends Operation> implements Call<T> {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;

  constructor(request: FastifyRequest, reply: FastifyReply) {
    this.request = request;
    this.reply = reply;
  }

  get params() {
    return this.request.params as ParamsOf<T>;
  }

  get query() {
    return this.request.query as QueryOf<T>;
  }

  get body() {
    return this.request.body as BodyOf<T>;
  }

  get caller() {
    return this.request.caller ?? nobody;
  }

  get known() {
    const { caller } = this;
    if (caller.kind === 'nobody') throw refusal('sign-in');
    return caller;
  }

  get person() {
    const { caller } = this;
    if (caller.kind !== 'person') throw refusal('persons-only');
    return caller;
  }

  get deskId() {
    return this.known.deskId;
  }
}

function mayNot(operation: Operation, caller: Caller): ProblemError {
  return caller.kind === 'nobody' ? refusal('sign-in-or-key') : notAllowed(operation, caller);
}

function notAllowed(operation: Operation, caller: KnownCaller): ProblemError {
  if (caller.kind === 'key') {
    const scopes = operation.access.scopes;
    return problem(
      'not-allowed',
      scopes === undefined
        ? 'API keys cannot do this; a person must.'
        : `This API key needs one of these scopes: ${scopes.join(', ')}.`,
    );
  }
  const roles = operation.access.roles;
  return roles === undefined || roles === 'any'
    ? refusal('keys-only')
    : refusal('needs-role', { roles: [...roles] });
}

/** Requests a minute: of programs generously, for theirs is the intake; of people and strangers less. */
const perMinute = { key: 1_200_000, other: 1_200 };

function isForKeysOnly({ access }: Operation): boolean {
  return access.scopes !== undefined && access.roles === undefined;
}

/** Counted per key or person, and strangers per address. */
function rateLimitOf(operation: Operation): object {
  return {
    max: operation.ratePerMinute ?? perMinute.other,
    timeWindow: 60_000,
    keyGenerator: (request: FastifyRequest) =>
      request.caller.kind === 'key'
        ? request.caller.apiKeyId
        : request.caller.kind === 'person'
          ? request.caller.personId
          : request.ip,
  };
}

function operationIdOf(operation: Operation): string {
  return `${operation.method} ${operation.path}`
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '');
}
