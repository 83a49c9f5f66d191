import type { Suite } from '../suite.ts';
import { files } from './files.ts';
import { fingerprint } from './fingerprint.ts';
import { gate } from './gate.ts';
import { hamming } from './hamming.ts';
import { ingest } from './ingest.ts';
import { ledger } from './ledger.ts';
import { matching } from './matching.ts';
import { screening } from './screening.ts';
import { startup } from './startup.ts';

/** Every suite by its name. */
export const suites: Readonly<Record<string, Suite>> = {
  ingest,
  files,
  startup,
  gate,
  matching,
  screening,
  ledger,
  fingerprint,
  hamming,
};
