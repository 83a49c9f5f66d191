/** An invented person of the UK Sanctions List, as either form of it is read; what the two fixtures differ in is said by each test. */
export const VENTRAMONT = {
  reference: 'XXQ0001',
  kind: 'person',
  names: [
    { text: 'Orlandis VENTRAMONT', kind: 'primary', strength: 'unstated', script: 'Latn' },
    { text: 'ORLY', kind: 'alias', strength: 'weak', script: 'Latn' },
    { text: 'اورلاندس', kind: 'original_script', strength: 'unstated', script: 'Arab' },
  ],
  listedOn: '2011-01-31',
  updatedOn: '2026-02-01',
  listType: 'ISIL (Da’esh) and Al-Qaida',
  sameAs: [{ authority: 'UN', reference: 'XXi.007' }],
} as const;
