/** The rights gate, its words and the default policy: pure functions over plain data. */
export * from './gate-types.ts';
export * from './measures.ts';
export * from './words.ts';
