import type { StoredDesignation } from '../read-designations.ts';

const schemas = { organisation: 'Organization', person: 'Person' } as const;

/**
 * Designations as FollowTheMoney entities, one to a line (followthemoney.tech): each has a `Sanction`
 * that says who lists it, since when, and under what.
 */
export function writeFtm(designations: readonly StoredDesignation[]): string {
  return designations
    .flatMap((each) => [entityOf(each), sanctionOf(each)])
    .map((entity) => `${JSON.stringify(entity)}\n`)
    .join('');
}

function entityOf(each: StoredDesignation) {
  const others = each.names.filter(({ text }) => text !== each.name);
  return {
    id: `commonweal-${each.designation_id}`,
    caption: each.name,
    schema: schemas[each.kind],
    properties: given({
      name: [each.name],
      alias: others.filter(({ strength }) => strength !== 'weak').map(({ text }) => text),
      weakAlias: others.filter(({ strength }) => strength === 'weak').map(({ text }) => text),
      topics: ['sanction'],
      [each.kind === 'person' ? 'nationality' : 'country']: each.countries,
      birthDate: each.kind === 'person' ? each.birth_years.map(String) : [],
    }),
  };
}

function sanctionOf(each: StoredDesignation) {
  return {
    id: `commonweal-${each.designation_id}-listing`,
    caption: each.reference,
    schema: 'Sanction',
    properties: given({
      entity: [`commonweal-${each.designation_id}`],
      authority: [each.authority],
      authorityId: [each.reference],
      program: [each.list_type],
      startDate: [each.listed_on],
      endDate: [each.ended_on],
    }),
  };
}

/** Only the properties that have a value, as the format wants it. */
function given(properties: Readonly<Record<string, readonly (string | null)[]>>) {
  const kept = Object.entries(properties).flatMap(([name, values]) => {
    const there = values.filter((value) => value !== null && value !== '');
    return there.length === 0 ? [] : [[name, there] as const];
  });
  return Object.fromEntries(kept);
}
