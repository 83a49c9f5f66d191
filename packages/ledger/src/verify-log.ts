import { equalBytes, toBase64 } from './bytes.ts';
import { openCheckpoint } from './checkpoint.ts';
import type { Checkpoint } from './checkpoint.ts';
import { fetchPath } from './fetch-log.ts';
import type { FetchBytes } from './fetch-log.ts';
import { attempt, collectFindings } from './findings.ts';
import type { Finding, Findings } from './findings.ts';
import { parseVerifierKey } from './note-key.ts';
import { walkLog } from './walk-log.ts';

/** What an outsider needs to check a log. */
export type LogVerification = {
  /** The log's public key, had from somewhere other than the log. */
  vkey: string;
  fetchBytes: FetchBytes;
  /** The signed checkpoint of an earlier visit: shows that nothing was rewritten since. */
  previousCheckpoint?: string | undefined;
  /** The log's name, where it is not the key's name. */
  origin?: string | undefined;
  onProgress?: ((progress: { leaves: number; size: number }) => void) | undefined;
  /** Leaf tiles fetched at a time; 8 when not given. */
  parallel?: number | undefined;
};

/** What was found. `ok` is true only when everything was read and everything held. */
export type LogReport = {
  ok: boolean;
  findings: Finding[];
  /** Findings past the first hundred. */
  omitted: number;
  /** The signed checkpoint that was checked: keep it for the next visit. Null if it did not open. */
  checkpoint: string | null;
  size: number | null;
  /** Base64. */
  root: string | null;
  /** Size of the previous checkpoint that this log was shown to continue; null when not shown. */
  continues: number | null;
  leavesRead: number;
  tilesRead: number;
};

function compareWithPrevious(
  findings: Findings,
  previous: Checkpoint,
  current: Checkpoint,
  oldRoot: Uint8Array | null,
): number | null {
  if (previous.size > current.size) {
    findings.add(
      'rolled-back',
      'checkpoint',
      `the log has ${current.size} leaves; it had signed for ${previous.size} before`,
    );
    return null;
  }
  if (oldRoot === null) return null;
  if (!equalBytes(oldRoot, previous.root)) {
    findings.add(
      'history-rewritten',
      'checkpoint',
      `the first ${previous.size} leaves now have root ${toBase64(oldRoot)}; ` +
        `the log had signed ${toBase64(previous.root)} for them`,
    );
    return null;
  }
  return previous.size;
}

/**
 * Checks a whole log from outside: the checkpoint's signature, that the published commitments hash
 * to the leaves, that every tile above follows from those below, that they lead to the signed root,
 * and that the log continues the one seen before. Reads everything once, in bounded memory.
 *
 * Wrong logs, wrong keys and unreachable files are findings; it does not throw for them.
 */
export async function verifyLog(verification: LogVerification): Promise<LogReport> {
  const { vkey, fetchBytes, previousCheckpoint, origin, onProgress, parallel = 8 } = verification;
  const findings = collectFindings();
  const report: LogReport = {
    ok: false,
    findings: findings.list,
    omitted: 0,
    checkpoint: null,
    size: null,
    root: null,
    continues: null,
    leavesRead: 0,
    tilesRead: 0,
  };
  const key = attempt(findings, 'key', 'vkey', () => parseVerifierKey(vkey));
  if (key === null) return report;
  const note = await fetchPath(fetchBytes, findings, 'checkpoint', 'checkpoint-missing');
  if (note === null) return report;
  const current = attempt(findings, 'checkpoint-invalid', 'checkpoint', () =>
    openCheckpoint(note, vkey, origin),
  );
  if (current === null) return report;
  const previous =
    previousCheckpoint === undefined
      ? null
      : attempt(findings, 'previous-checkpoint-invalid', 'previousCheckpoint', () =>
          openCheckpoint(previousCheckpoint, vkey, origin),
        );
  report.checkpoint = new TextDecoder().decode(note);
  report.size = current.size;
  report.root = toBase64(current.root);

  const oldSize = previous?.size ?? null;
  const size = current.size;
  const walk = await walkLog({ size, oldSize, fetchBytes, findings, parallel, onProgress });
  report.leavesRead = walk.leaves;
  report.tilesRead = walk.tiles;
  if (walk.root !== null && !equalBytes(walk.root, current.root)) {
    const message = `the leaves lead to root ${toBase64(walk.root)}, the log signed ${report.root}`;
    findings.add('root-mismatch', 'checkpoint', message);
  }
  if (previous !== null) {
    report.continues = compareWithPrevious(findings, previous, current, walk.oldRoot);
  }
  report.omitted = findings.omitted;
  report.ok = findings.list.length === 0 && walk.root !== null;
  return report;
}
