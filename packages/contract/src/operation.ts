import type { Static, TObject, TSchema } from 'typebox';
import type { Role, Scope } from './roles.ts';

/**
 * Who may call an operation. `public`: anybody. `roles`: signed-in people holding one of them
 * (`any`: every person of the desk). `scopes`: API keys holding one of them. Nothing named is nobody.
 */
export interface Access {
  readonly public?: true;
  readonly roles?: readonly Role[] | 'any';
  readonly scopes?: readonly Scope[];
}

/** One operation of the wire: the server validates by it, the client is typed by it, OpenAPI is made from it. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Fastify style: `/api/v1/cases/:case_id`. */
  readonly path: `/api/v1/${string}`;
  readonly summary: string;
  readonly room: string;
  readonly access: Access;
  readonly params?: TObject;
  readonly query?: TObject;
  readonly body?: TSchema;
  /** Bodies other than JSON this operation reads by itself. */
  readonly consumes?: readonly string[];
  /** Types of a reply other than JSON: text, as it is. */
  readonly produces?: readonly string[];
  readonly status: 200 | 201 | 202 | 204;
  readonly reply: TSchema;
  /** Bytes of body allowed; the server's default is 1 MiB. */
  readonly bodyLimit?: number;
  /** Requests per minute and address, where stricter than the server's default. */
  readonly ratePerMinute?: number;
}

/** Keeps the literal types of an operation. */
export function operation<const T extends Operation>(definition: T): T {
  return definition;
}

export type ParamsOf<T extends Operation> = T['params'] extends TSchema
  ? Static<T['params']>
  : undefined;
export type QueryOf<T extends Operation> = T['query'] extends TSchema
  ? Static<T['query']>
  : undefined;
export type BodyOf<T extends Operation> = T['body'] extends TSchema ? Static<T['body']> : undefined;
export type ReplyOf<T extends Operation> = Static<T['reply']>;
