import { Type } from 'typebox';
import { operation } from './operation.ts';
import { Password, Person, PersonName } from './person.ts';
import { closed, Id, Instant, Locale, Nothing, nullable, text } from './schema.ts';

const room = 'desks';

export const Passkey = closed({
  passkey_id: Id,
  name: Type.String(),
  created_at: Instant,
  last_used_at: nullable(Instant),
});

/** WebAuthn messages are defined by the W3C; the ceremony library checks them. */
export const WebAuthnMessage = Type.Record(Type.String(), Type.Unknown());

/** What people do with their own account. */
export const account = {
  updateMe: operation({
    method: 'PATCH',
    path: '/api/v1/me',
    room,
    summary: 'Change my name or language',
    access: { roles: 'any' },
    body: closed({ name: Type.Optional(PersonName), language: Type.Optional(Locale) }),
    status: 200,
    reply: Person,
  }),
  changePassword: operation({
    method: 'POST',
    path: '/api/v1/me/password',
    room,
    summary: 'Change my password; ends my other sessions',
    access: { roles: 'any' },
    body: closed({ current: Type.String({ maxLength: 200 }), next: Password }),
    status: 204,
    reply: Nothing,
    ratePerMinute: 10,
  }),
  beginTotp: operation({
    method: 'POST',
    path: '/api/v1/me/totp/begin',
    room,
    summary: 'Begin setting up one-time codes',
    access: { roles: 'any' },
    status: 200,
    reply: closed({ secret: Type.String(), uri: Type.String() }),
  }),
  confirmTotp: operation({
    method: 'POST',
    path: '/api/v1/me/totp/confirm',
    room,
    summary: 'Switch one-time codes on',
    access: { roles: 'any' },
    body: closed({ code: Type.String({ pattern: '^[0-9]{6}$' }) }),
    status: 200,
    reply: Person,
    ratePerMinute: 10,
  }),
  removeTotp: operation({
    method: 'POST',
    path: '/api/v1/me/totp/remove',
    room,
    summary: 'Switch one-time codes off',
    access: { roles: 'any' },
    body: closed({ password: Type.String({ maxLength: 200 }) }),
    status: 200,
    reply: Person,
    ratePerMinute: 10,
  }),
  listPasskeys: operation({
    method: 'GET',
    path: '/api/v1/me/passkeys',
    room,
    summary: 'My passkeys',
    access: { roles: 'any' },
    status: 200,
    reply: closed({ data: Type.Array(Passkey) }),
  }),
  beginPasskey: operation({
    method: 'POST',
    path: '/api/v1/me/passkeys/begin',
    room,
    summary: 'Begin adding a passkey',
    access: { roles: 'any' },
    status: 200,
    reply: closed({ challenge_id: Id, options: WebAuthnMessage }),
  }),
  finishPasskey: operation({
    method: 'POST',
    path: '/api/v1/me/passkeys',
    room,
    summary: 'Add a passkey',
    access: { roles: 'any' },
    body: closed({ challenge_id: Id, name: text(60, { minLength: 1 }), response: WebAuthnMessage }),
    status: 201,
    reply: Passkey,
  }),
  removePasskey: operation({
    method: 'DELETE',
    path: '/api/v1/me/passkeys/:passkey_id',
    room,
    summary: 'Remove a passkey',
    access: { roles: 'any' },
    params: closed({ passkey_id: Id }),
    status: 204,
    reply: Nothing,
  }),
};
