/** Codes that CLDR names but that are no territory one could limit a measure to. */
const notPlaces = new Set([
  'EU',
  'EZ',
  'UN',
  'QO',
  'ZZ',
  'XA',
  'XB',
  'AC',
  'CP',
  'CQ',
  'DG',
  'EA',
  'IC',
  'TA',
]);
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

/** The countries and territories of ISO 3166-1, named and sorted in a language (BCP 47). */
export function territoriesIn(language: string): { id: string; label: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const collator = new Intl.Collator(language);
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !notPlaces.has(code) && new Intl.Locale(`und-${code}`).region === code)
    .flatMap((id) => {
      const label = names.of(id);
      return label === undefined ? [] : [{ id, label }];
    })
    .toSorted((a, b) => collator.compare(a.label, b.label));
}
