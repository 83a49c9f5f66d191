import { LedgerError } from './errors.ts';

/** What a verifier can find wrong. */
export type FindingKind =
  | 'key'
  | 'unreachable'
  | 'checkpoint-missing'
  | 'checkpoint-invalid'
  | 'previous-checkpoint-invalid'
  | 'tile-missing'
  | 'tile-malformed'
  | 'tile-mismatch'
  | 'entries-missing'
  | 'entries-malformed'
  | 'entry-mismatch'
  | 'root-mismatch'
  | 'rolled-back'
  | 'history-rewritten'
  | 'receipt-malformed'
  | 'commitment-mismatch'
  | 'not-in-batch'
  | 'not-in-log';

/** One thing that is wrong: what kind, where (a path or a part of the receipt), and in words. */
export type Finding = { kind: FindingKind; where: string; message: string };

/** Findings up to a limit, so that a hostile log cannot fill the verifier's memory. */
export type Findings = {
  list: Finding[];
  omitted: number;
  add: (kind: FindingKind, where: string, message: string) => void;
};

/** Starts an empty list that keeps the first `limit` findings and counts the rest. */
export function collectFindings(limit = 100): Findings {
  const findings: Findings = {
    list: [],
    omitted: 0,
    add(kind, where, message) {
      if (findings.list.length < limit) findings.list.push({ kind, where, message });
      else findings.omitted += 1;
    },
  };
  return findings;
}

/**
 * Does something that throws `LedgerError` on bad input, and notes that as a finding: its result,
 * or null when there is a finding. Other errors are ours and pass through.
 */
export function attempt<T>(
  findings: Findings,
  kind: FindingKind,
  where: string,
  act: () => T,
): T | null {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    findings.add(kind, where, error.message);
    return null;
  }
}
