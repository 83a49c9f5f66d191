import { Type } from 'typebox';
import { operation } from './operation.ts';
import { LinkToken, Password } from './person.ts';
import { closed, Id, Instant, Nothing } from './schema.ts';

const room = 'desks';

/** Ways back in for a person who lost an authenticator app, a passkey or a password. */
export const recovery = {
  makeRecoveryCodes: operation({
    method: 'POST',
    path: '/api/v1/me/recovery-codes',
    room,
    summary: 'Make ten recovery codes, shown once; earlier ones are void',
    access: { roles: 'any' },
    body: closed({ password: Type.String({ maxLength: 200 }) }),
    status: 201,
    reply: closed({ codes: Type.Array(Type.String()) }),
    ratePerMinute: 10,
  }),
  offerPasswordReset: operation({
    method: 'POST',
    path: '/api/v1/people/:person_id/password-reset',
    room,
    summary: 'Make a link by which a person sets a new password; it is shown once',
    access: { roles: ['administrator'] },
    params: closed({ person_id: Id }),
    body: closed({
      factors_off: Type.Boolean({
        description: 'Whether using it also removes one-time codes, recovery codes and passkeys',
      }),
    }),
    status: 201,
    reply: closed({ link: Type.String(), expires_at: Instant }),
  }),
  checkPasswordReset: operation({
    method: 'POST',
    path: '/api/v1/password-reset/check',
    room,
    summary: 'Is this password link still good',
    access: { public: true },
    body: closed({ token: LinkToken }),
    status: 200,
    reply: closed({
      desk_name: Type.String(),
      email: Type.String(),
      factors_off: Type.Boolean(),
      expires_at: Instant,
    }),
    ratePerMinute: 30,
  }),
  resetPassword: operation({
    method: 'POST',
    path: '/api/v1/password-reset',
    room,
    summary: 'Set a new password from a link; ends all sessions of the person',
    access: { public: true },
    body: closed({
      token: LinkToken,
      password: Password,
    }),
    status: 204,
    reply: Nothing,
    ratePerMinute: 10,
  }),
};
