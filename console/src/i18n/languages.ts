/** The languages of the console, each named in itself. */
export const languages = [
  { code: 'en', name: 'English', dir: 'ltr' },
  { code: 'fr', name: 'Français', dir: 'ltr' },
  { code: 'hi', name: 'हिन्दी', dir: 'ltr' },
  { code: 'ur', name: 'اردو', dir: 'rtl' },
] as const;

export type Language = (typeof languages)[number]['code'];

/**
 * The best of our languages for a list of wishes, most wanted first (BCP 47 tags, as in
 * `navigator.languages`); English when none fits.
 */
export function chooseLanguage(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const primary = wish.toLowerCase().split('-')[0];
    const found = languages.find((language) => language.code === primary);
    if (found) return found.code;
  }
  return 'en';
}

/** The writing direction of a language. */
export function directionOf(code: Language): 'ltr' | 'rtl' {
  return languages.find((language) => language.code === code)?.dir ?? 'ltr';
}
