import { Type } from 'typebox';
import { operation } from './operation.ts';
import { readers } from './roles.ts';
import { closed, Instant, nullable } from './schema.ts';

const room = 'ledger';
export const ledger = {
  readLedger: operation({
    method: 'GET',
    path: '/api/v1/ledger',
    room,
    summary: 'State of the public ledger',
    access: { roles: readers },
    status: 200,
    reply: closed({
      origin: Type.String(),
      verifier_key: Type.String(),
      size: Type.Integer(),
      waiting: Type.Integer({ description: 'Events committed but not yet in the tree' }),
      root: nullable(Type.String()),
      checkpoint: nullable(Type.String()),
      checkpoint_at: nullable(Instant),
      public_url: Type.String(),
    }),
  }),
};
