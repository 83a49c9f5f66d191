import type { LinguiConfig } from '@lingui/conf';

/** The English sentence is the id; one catalogue a language. */
const config: LinguiConfig = {
  rootDir: import.meta.dirname,
  sourceLocale: 'en',
  locales: ['en', 'fr', 'hi', 'ur'],
  catalogs: [{ path: '<rootDir>/src/locales/{locale}', include: ['<rootDir>/src'] }],
};

export default config;
