/** The columns of a gazette's table. Their order in a file does not matter. */
export const GAZETTE_COLUMNS = [
  'reference',
  'kind',
  'name',
  'aliases',
  'original_script',
  'listed_on',
  'ended_on',
  'expires_on',
  'power',
  'instrument',
  'country',
  'birth_year',
  'same_as',
] as const;

export type GazetteColumn = (typeof GAZETTE_COLUMNS)[number];

/** Columns a file cannot do without. */
export const GAZETTE_NEEDED: readonly GazetteColumn[] = ['kind', 'name', 'power'];

/** A file to fill in, for a state that publishes its list in a gazette only. It explains itself. */
export const GAZETTE_TEMPLATE = `# One row for each time somebody was listed. Rows that begin with # are passed over. Save as CSV in UTF-8.
# reference: the number the gazette gives; if it gives none leave it empty and it is made of the name
# kind: organisation or person (needed)
# name: as the gazette prints it first (needed)
# aliases: all other names with | between them
# original_script: the name in its own script; several with | between them
# listed_on: the day of listing as 2024-12-31 (numbers alone are read as day and month and year)
# ended_on: the day it ended if it did; somebody listed again has another row
# expires_on: the day it lapses unless it is renewed
# power: the law it is made under (needed)
# instrument: the order or the number of the gazette
# country: of which country a person is or where an organisation is; several with | between them
# birth_year: years only and never whole days; several with | between them
# same_as: the same entry on another list as UN:QDe.001; several with | between them
# Do not write addresses or numbers of passports or identity cards anywhere.
# Example: G-1,organisation,Grey Heron Front (GHF),The Roost|Heron Column,,2024-01-31,,2027-01-31,Prevention of Terrorism Act s. 27,Gazette 2100/5,Testland,,UN:TSe.001
${GAZETTE_COLUMNS.join(',')}
`;
