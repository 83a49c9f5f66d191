import type { Assessment } from '@commonweal/contract';
import type { ClauseCited } from '@commonweal/law';

/**
 * Where each part of the gate's input stands in the assessment a person sends, longest first. What she
 * does not supply (signals, who decides, how long the record is kept) points to the whole.
 */
const places: readonly (readonly [from: string, to: string])[] = [
  ['/override/imminentThreat', '/override/imminent_threat'],
  ['/override/lawEnforcementTold', '/override/law_enforcement_told'],
  ['/override/reason', '/override/reason'],
  ['/override', '/override'],
  ['/proposal/measure', '/measure'],
  ['/proposal/subject', '/scope/target'],
  ['/proposal/scope/target', '/scope/target'],
  ['/proposal/scope/territories', '/scope/territories'],
  ['/proposal/scope/until', '/scope/until'],
  ['/ground/clauses', '/ground/clause_keys'],
  ['/ground', '/ground/type'],
  ['/record/postedAt', '/posted_at'],
  ['/record/harm/categories', '/harm/categories'],
  ['/record/harm/severity', '/harm/severity'],
  ['/record/context/purpose', '/context/purpose'],
  ['/record/context/note', '/context/note'],
  ['/record/aim/aim', '/aim/aim'],
  ['/record/aim/threat', '/aim/threat'],
  ['/record/alternatives', '/alternatives'],
  ['/record/necessity', '/necessity'],
  ['/protections/facts', '/facts'],
  ['/protections/notice', '/notice'],
  ['/protections/appealUntil', '/notice'],
];
const rabat = /^\/record\/rabat\/([a-z]+)/;
const clause = /^\/ground\/clauses\/(\d+)$/;

/** Turns a pointer into the gate's input into one into the assessment. */
export function pointerInto(
  assessment: Assessment,
  clauses: readonly ClauseCited[],
  pointer: string,
): string {
  const part = rabat.exec(pointer)?.[1];
  if (part !== undefined) return `/rabat/${part}`;
  const index = clause.exec(pointer)?.[1];
  if (index !== undefined) {
    // Several versions may be cited under one key: the key is what the person chose.
    const key = clauses[Number(index)]?.clauseKey;
    const at = key === undefined ? -1 : assessment.ground.clause_keys.indexOf(key);
    return at < 0 ? '/ground/clause_keys' : `/ground/clause_keys/${at}`;
  }
  const place = places.find(([from]) => pointer === from || pointer.startsWith(`${from}/`));
  return place?.[1] ?? '';
}
