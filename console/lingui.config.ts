/** One catalogue for the shell and the design system, one beside each screen. */
export default {
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
