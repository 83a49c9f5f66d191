/**
 * Law: what the law of each jurisdiction says, as far as is known. Owns no table; the registry is the
 * files of `packages/law`. Promises: every answer says of which day it is, and how far it can be relied
 * on; `unknown` and `none_found` stay what they are.
 */
export { presentGaps } from './present.ts';
export { jurisdictionOf, registry } from './registry.ts';
export { registerLaw } from './routes.ts';
