import { writeFileSync } from 'node:fs';
import { tablesAsMarkdown } from './tables-as-markdown.ts';

/** Writes `docs/rights-gate.md` again from the decision tables. */
writeFileSync(new URL('../../../docs/rights-gate.md', import.meta.url), tablesAsMarkdown());
