import { Type, type Static } from 'typebox';
import { Role } from './roles.ts';
import { closed, Id, Instant, Locale, nullable, oneOf, text } from './schema.ts';

export const Email = Type.String({ format: 'email', maxLength: 254 });
export const Password = Type.String({
  minLength: 12,
  maxLength: 200,
  description: 'At least 12 characters',
});
/** Of a one-time link: what follows the # sign. */
export const LinkToken = Type.String({ minLength: 20, maxLength: 200 });
export const PersonName = text(120, { minLength: 1 });

export const Person = closed({
  person_id: Id,
  name: PersonName,
  email: Email,
  roles: Type.Array(Role),
  status: oneOf(['active', 'suspended']),
  language: Locale,
  totp: Type.Boolean(),
  passkeys: Type.Integer(),
  recovery_codes: Type.Integer({ description: 'Recovery codes not used yet' }),
  created_at: Instant,
  last_seen_at: nullable(Instant),
});
export type Person = Static<typeof Person>;
