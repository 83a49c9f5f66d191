import type { GateReply } from '@commonweal/contract';
import { rabatParts, type RabatPart } from '@commonweal/law';
import type { Question } from './draft.ts';

type Finding = GateReply['findings'][number];

/** The fields of the form, in the order in which they are asked. */
const plainFields = [
  'policy_version',
  'clauses',
  'posted_at',
  'categories',
  'severity',
  'purpose',
  'context_note',
  'aim',
  'threat',
  'measure',
  'target',
  'territories',
  'until',
  'alternatives',
  'necessity',
  'facts',
  'notice',
  'override',
  'override_reason',
  'override_threat',
  'override_told',
  'second',
  'whole',
] as const;
export type Field = (typeof plainFields)[number] | `rabat_${RabatPart}`;

/** Where each part of an assessment is asked; the first that begins the pointer counts. */
const places: readonly (readonly [pointer: string, field: Field])[] = [
  ['/ground/policy_version_id', 'policy_version'],
  ['/ground', 'clauses'],
  ['/posted_at', 'posted_at'],
  ['/harm/severity', 'severity'],
  ['/harm', 'categories'],
  ['/context/note', 'context_note'],
  ['/context', 'purpose'],
  ['/aim/threat', 'threat'],
  ['/aim', 'aim'],
  ['/measure', 'measure'],
  ['/scope/target', 'target'],
  ['/scope/territories', 'territories'],
  ['/scope/until', 'until'],
  ['/alternatives', 'alternatives'],
  ['/necessity', 'necessity'],
  ...rabatParts.map((part) => [`/rabat/${part}`, `rabat_${part}`] as const),
  ['/rabat', 'rabat_context'],
  ['/facts', 'facts'],
  ['/notice', 'notice'],
  ['/override/reason', 'override_reason'],
  ['/override/imminent_threat', 'override_threat'],
  ['/override/law_enforcement_told', 'override_told'],
  ['/override', 'override'],
];

/** The field that an RFC 6901 pointer into an assessment, or into a body that holds one, speaks of. */
export function fieldAt(pointer: string): Field {
  const inside = pointer.replace(/^\/assessment(?=\/|$)/, '');
  return places.find(([from]) => inside === from || inside.startsWith(`${from}/`))?.[1] ?? 'whole';
}

/** Rules about the second person point at nothing the first could fill in. */
const secondPerson = /^(C7|C8|C9|C1\d|O4)$/;

/** The field that a finding is shown at. */
export function fieldOf({ id, pointer }: Pick<Finding, 'id' | 'pointer'>): Field {
  return secondPerson.test(id) ? 'second' : fieldAt(pointer);
}

/** The question under which a field is asked. */
export function questionOf(field: Field): Question {
  if (field === 'policy_version' || field === 'clauses' || field === 'posted_at') return 'law';
  return plainFields.some((plain) => plain === field) &&
    plainFields.findIndex((plain) => plain === field) >= plainFields.indexOf('facts')
    ? 'protections'
    : 'necessity';
}

/** The findings of each field, those that do not apply left out. */
export function findingsByField(findings: readonly Finding[]): Map<Field, Finding[]> {
  return Map.groupBy(
    findings.filter(({ state }) => state !== 'not_applicable'),
    fieldOf,
  );
}
