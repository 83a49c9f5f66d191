/** The law registry: what the law of each jurisdiction says, as far as is known, and on which day. Its files are read by `@commonweal/law/jurisdictions`. */
export * from './controls.ts';
export * from './dates.ts';
export * from './jurisdiction.ts';
export * from './standing.ts';
export * from './words.ts';
export * from './gap-report.ts';
