import type { LinguiConfig } from '@lingui/conf';

/** One catalogue for the shell and the design system, one beside each screen. */
const config: LinguiConfig = {
  rootDir: import.meta.dirname,
  sourceLocale: 'en',
  locales: ['en', 'fr', 'hi', 'ur'],
  fallbackLocales: { default: 'en' },
  catalogs: [
    { path: '<rootDir>/src/locales/{locale}', include: ['<rootDir>/src'] },
    {
      path: '<rootDir>/src/screens/{name}/locales/{locale}',
      include: ['<rootDir>/src/screens/{name}/'],
    },
  ],
};

export default config;
