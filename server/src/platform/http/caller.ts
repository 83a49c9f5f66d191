import type { Access, Role, Scope } from '@commonweal/contract';
import type { FastifyRequest } from 'fastify';

/** Who is calling, as the desks room found out. */
export type Caller =
  | { readonly kind: 'nobody' }
  | {
      readonly kind: 'person';
      readonly deskId: string;
      readonly personId: string;
      readonly name: string;
      readonly roles: readonly Role[];
      readonly sessionId: string;
    }
  | {
      readonly kind: 'key';
      readonly deskId: string;
      readonly apiKeyId: string;
      readonly name: string;
      readonly scopes: readonly Scope[];
    };

export type Person = Extract<Caller, { kind: 'person' }>;
export type KnownCaller = Exclude<Caller, { kind: 'nobody' }>;

/** Finds out who is calling. @throws ProblemError for a bad key, a forged request or a suspended person */
export type Identify = (request: FastifyRequest) => Promise<Caller> | Caller;

export const nobody: Caller = { kind: 'nobody' };

/** Whether this caller may call an operation with this access. */
export function mayCall(access: Access, caller: Caller): boolean {
  if (access.public) return true;
  if (caller.kind === 'person') {
    if (access.roles === 'any') return true;
    return access.roles !== undefined && access.roles.some((role) => caller.roles.includes(role));
  }
  if (caller.kind === 'key') {
    return (
      access.scopes !== undefined && access.scopes.some((scope) => caller.scopes.includes(scope))
    );
  }
  return false;
}
