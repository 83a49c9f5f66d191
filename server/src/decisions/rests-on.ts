import type { Signal } from '@commonweal/contract';
import type { ClauseCited } from '@commonweal/law';
import type { Basis } from './store.ts';

const kindOf: Readonly<Record<Signal['kind'], Basis['kind']>> = {
  hash: 'bank_entry',
  picture: 'bank_entry',
  video: 'bank_entry',
  near_text: 'bank_entry',
  url: 'bank_entry',
  phrase: 'bank_entry',
  listed_name: 'designation',
  report: 'report',
  trusted_flagger: 'report',
  state_request: 'report',
  partner: 'report',
};

/** Everything a decision rests on, each once, so that it is found again when a ground falls away. */
export function restsOn(clauses: readonly ClauseCited[], signals: readonly Signal[]): Basis[] {
  const all: Basis[] = [
    ...clauses.map(({ versionId, clauseKey }): Basis => ({
      kind: 'clause',
      reference_id: versionId,
      clause_key: clauseKey,
    })),
    ...signals.flatMap(({ kind, reference_id }): Basis[] =>
      reference_id === null ? [] : [{ kind: kindOf[kind], reference_id, clause_key: null }],
    ),
  ];
  return [...new Map(all.map((one) => [Object.values(one).join(' '), one])).values()];
}
