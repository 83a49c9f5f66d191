/** What went wrong, as a word a caller can switch on. */
export type LedgerErrorCode =
  | 'bad-hash'
  | 'bad-range'
  | 'bad-tile'
  | 'missing-tile'
  | 'wrong-root'
  | 'bad-entries'
  | 'bad-key'
  | 'bad-note'
  | 'untrusted-note'
  | 'bad-checkpoint'
  | 'bad-json'
  | 'bad-salt'
  | 'bad-receipt';

/** An error of this package: `code` for programs, `message` for people. */
export class LedgerError extends Error {
  readonly code: LedgerErrorCode;

  constructor(code: LedgerErrorCode, message: string) {
    super(message);
    this.name = 'LedgerError';
    this.code = code;
  }
}
