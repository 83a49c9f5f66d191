import type { Static } from 'typebox';
import { oneOf } from './schema.ts';

/** What a person may hold on a desk. Nobody grants what they do not hold. */
export const roles = [
  'administrator',
  'moderator',
  'senior',
  'legal',
  'appeals',
  'analyst',
  'auditor',
  'trainer',
  'authority',
] as const;
export const Role = oneOf(roles);
export type Role = Static<typeof Role>;

/** What an API key may do. No scope decides: decisions are people's. */
export const scopes = [
  'items:write',
  'items:read',
  'reports:write',
  'banks:read',
  'banks:write',
  'cases:read',
  'measures:read',
  'receipts:write',
  'transparency:read',
] as const;
export const Scope = oneOf(scopes);
export type Scope = Static<typeof Scope>;

/** The role one of which a person must hold to make a key with this scope. */
export const scopeRoles: Readonly<Record<Scope, readonly Role[]>> = {
  'items:write': ['administrator'],
  'items:read': ['administrator', 'moderator', 'senior', 'analyst', 'auditor'],
  'reports:write': ['administrator'],
  'banks:read': ['administrator', 'analyst', 'senior', 'auditor'],
  'banks:write': ['administrator', 'analyst', 'senior'],
  'cases:read': ['administrator', 'moderator', 'senior', 'analyst', 'auditor'],
  'measures:read': ['administrator', 'moderator', 'senior', 'auditor'],
  'receipts:write': ['administrator'],
  'transparency:read': ['administrator', 'analyst', 'auditor'],
};

/** Roles that review content. */
export const reviewers = ['moderator', 'senior', 'legal'] as const satisfies readonly Role[];
/** Roles that may look at the work without doing it. */
export const readers = [
  'administrator',
  'moderator',
  'senior',
  'legal',
  'appeals',
  'analyst',
  'auditor',
] as const satisfies readonly Role[];
