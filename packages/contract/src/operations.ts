import { appeals } from './appeals.ts';
import { banks } from './banks.ts';
import { cases } from './cases.ts';
import { decisions } from './decisions.ts';
import { designations } from './designations.ts';
import { register } from './register.ts';
import { screening } from './screening.ts';
import { desks } from './desks.ts';
import { intake } from './intake.ts';
import { ledger } from './ledger.ts';
import { imports } from './imports.ts';
import { previews } from './previews.ts';
import { lookups } from './lookups.ts';
import { measures } from './measures.ts';
import { law } from './law.ts';
import { policy } from './policy.ts';
import { transparency } from './transparency.ts';
import { triage } from './triage.ts';

/** Every operation under /api/v1, by name; rooms in the order of the flow. */
export const operations = {
  ...desks,
  ...law,
  ...policy,
  ...designations,
  ...register,
  ...screening,
  ...banks,
  ...imports,
  ...intake,
  ...lookups,
  ...previews,
  ...triage,
  ...cases,
  ...decisions,
  ...measures,
  ...appeals,
  ...ledger,
  ...transparency,
};
export type Operations = typeof operations;
export type OperationName = keyof Operations;
