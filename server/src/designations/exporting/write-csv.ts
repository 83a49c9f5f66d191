import Papa from 'papaparse';
import type { StoredDesignation } from '../read-designations.ts';

const columns = [
  'authority',
  'reference',
  'kind',
  'name',
  'other_names',
  'listed_on',
  'begins_on',
  'ended_on',
  'expires_on',
  'power',
  'effects',
  'countries',
  'birth_years',
  'same_as',
] as const;

/** Designations as a table; cells of several values hold them between bars, as the gazette's template does. */
export function writeCsv(designations: readonly StoredDesignation[]): string {
  const rows = designations.map((each) => [
    each.authority,
    each.reference,
    each.kind,
    each.name,
    each.names
      .map(({ text }) => text)
      .filter((text) => text !== each.name)
      .join('|'),
    each.listed_on,
    each.begins_on ?? each.listed_on,
    each.ended_on,
    each.expires_on,
    each.list_type,
    (each.effects ?? each.listEffects).join('|'),
    each.countries.join('|'),
    each.birth_years.join('|'),
    each.same_as.map(({ authority, reference }) => `${authority}:${reference}`).join('|'),
  ]);
  const cells = [[...columns], ...rows];
  return `${Papa.unparse(cells, { newline: '\r\n', escapeFormulae: true })}\r\n`;
}
