import type { CaseView, PolicyVersion } from '@commonweal/contract';
import { createContext, useContext } from 'react';
import type { Finding } from '../review/finding-list.tsx';
import type { Draft } from './draft.ts';
import type { Field } from './fields.ts';

/** What every part of the form needs. */
export interface FormParts {
  view: CaseView;
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
  /** Published versions, newest first. */
  versions: readonly PolicyVersion[];
  /** The version cited. */
  version: PolicyVersion | null;
  findings: ReadonlyMap<Field, readonly Finding[]>;
  /** What the wire cannot leave open. */
  open: readonly Field[];
}

export const FormContext = createContext<FormParts | null>(null);

/** The form around a field. Throws outside of one. */
export function useForm(): FormParts {
  const parts = useContext(FormContext);
  if (!parts) throw new Error('A field of the assessment stands outside of its form.');
  return parts;
}
