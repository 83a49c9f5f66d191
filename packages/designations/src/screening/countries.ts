const NAMES = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const LETTERS = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));

/** How lists write some countries that CLDR names otherwise. */
const OTHER_NAMES: readonly (readonly [name: string, code: string])[] = [
  ['russian federation', 'ru'],
  ['syrian arab republic', 'sy'],
  ['iran, islamic republic of', 'ir'],
  ['iran (islamic republic of)', 'ir'],
  ['islamic republic of iran', 'ir'],
  ["democratic people's republic of korea", 'kp'],
  ['republic of korea', 'kr'],
  ['viet nam', 'vn'],
  ['turkey', 'tr'],
  ['united states of america', 'us'],
  ['united kingdom of great britain and northern ireland', 'gb'],
  ['united republic of tanzania', 'tz'],
  ['democratic republic of the congo', 'cd'],
  ['bosnia and herzegovina', 'ba'],
  ['trinidad and tobago', 'tt'],
  ['state of palestine', 'ps'],
  ['palestinian', 'ps'],
  ['myanmar', 'mm'],
  ["cote d'ivoire", 'ci'],
  ['libyan arab jamahiriya', 'ly'],
];

/** ISO 3166-1 alpha-2 codes, small, by themselves and by names of countries in English, small (CLDR). */
export const COUNTRY_WORDS: ReadonlyMap<string, string> = new Map([
  ...LETTERS.flatMap((one) => LETTERS.map((other) => one + other)).flatMap((code) => {
    const name = NAMES.of(code);
    if (name === undefined || name === code) return [];
    const small = code.toLowerCase();
    return [
      [small, small],
      [name.toLowerCase(), small],
    ] as [string, string][];
  }),
  ...OTHER_NAMES,
]);
