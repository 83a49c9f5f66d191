/** The wire truth: every message and every operation, once. */
export * from './schema.ts';
export * from './operation.ts';
export * from './roles.ts';
export { Passkey } from './account.ts';
export * from './desks.ts';
export { Person } from './person.ts';
export * from './policy.ts';
export * from './banks.ts';
export * from './designations.ts';
export * from './intake.ts';
export * from './triage.ts';
export * from './cases.ts';
export * from './decisions.ts';
export * from './measures.ts';
export * from './appeals.ts';
export * from './ledger.ts';
export * from './transparency.ts';
export * from './operations.ts';
