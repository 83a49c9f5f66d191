/** The rights gate, its words and the default policy: pure functions over plain data. */
export { defaultPolicy, type PolicyClause, type PolicyTemplate } from './default-policy.ts';
export { awaitsSecond, evaluateGate, gateRules, takesEffect } from './evaluate-gate.ts';
export { exampleInput, exampleOrder } from './example-input.ts';
export * from './gate-types.ts';
export * from './measures.ts';
export { overrideRules } from './rules/override.ts';
export { appealDays } from './rules/protections.ts';
export { rejectRungs, suggestLighter } from './suggest-lighter.ts';
export { tablesAsMarkdown } from './tables-as-markdown.ts';
export { firstTrial, trialInput, type TrialAnswers } from './trial-case.ts';
export * from './words.ts';
