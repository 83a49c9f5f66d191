/** Entities in the FollowTheMoney format with invented names; nobody among them exists. */
export const INVENTED_FTM = [
  {
    id: 's-2',
    schema: 'Sanction',
    properties: {
      entity: ['p-1'],
      authority: ['Secret authority'],
      program: ['Heron Act'],
      startDate: ['2015-01-02'],
      endDate: ['2018-03'],
      reason: ['Secret reason'],
    },
    datasets: ['test_list'],
  },
  {
    id: 'p-1',
    caption: 'Orlandis Ventramont',
    schema: 'Person',
    properties: {
      name: ['Орландис Вентрамонт', 'Orlandis Ventramont'],
      alias: ['Orlando V.'],
      weakAlias: ['Orly'],
      previousName: ['Orlandis Plover'],
      topics: ['role.pep', 'sanction'],
      nationality: ['xa'],
      citizenship: ['xb'],
      birthDate: ['1965-12-12', '1967'],
      birthPlace: ['Secret City'],
      passportNumber: ['X1234567'],
      notes: ['Secret note'],
    },
    datasets: ['test_list'],
    last_change: '2024-03-10T15:36:30',
    target: true,
  },
  {
    id: 's-1',
    schema: 'Sanction',
    properties: {
      entity: ['p-1'],
      programId: ['XA-2'],
      listingDate: ['2020-05-06'],
      unscId: ['TSi.001'],
    },
    datasets: ['test_list'],
  },
  {
    id: 's-3',
    schema: 'Sanction',
    properties: { entity: ['o-1'], startDate: ['2021'], endDate: ['2030-01-01'] },
    datasets: ['test_list'],
  },
  {
    id: 'o-1',
    caption: 'Grey Heron Front (GHF)',
    schema: 'Organization',
    properties: { name: ['Grey Heron Front (GHF)'], topics: ['crime.terror'], country: ['xa'] },
    datasets: ['test_list', 'other_list'],
    last_change: '2024-03-11T00:00:00',
  },
  {
    id: 'o-2',
    caption: 'Plover League',
    schema: 'Company',
    properties: { name: ['Plover League'], topics: ['sanction'] },
    datasets: ['other_list'],
  },
  {
    id: 'p-2',
    caption: 'Nobody Listed',
    schema: 'Person',
    properties: { name: ['Nobody Listed'], topics: ['role.pep'] },
    datasets: ['test_list'],
  },
  {
    id: 'v-1',
    caption: 'Secret Ship',
    schema: 'Vessel',
    properties: { name: ['Secret Ship'], topics: ['sanction'] },
    datasets: ['test_list'],
  },
];

/** JSON lines of entities or of changes to them. */
export function linesOf(objects: readonly object[]): string {
  return objects.map((each) => `${JSON.stringify(each)}\n`).join('');
}
