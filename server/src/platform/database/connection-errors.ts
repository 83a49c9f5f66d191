const rolledBack = new Set(['40001', '40P01']);

const connectionCodes = new Set([
  '57P01', // the administrator (or our supervisor) ends the connection
  '57P02', // another server process crashed
  '57P03', // starting or stopping
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
]);

const brokenBefore = 'Client has encountered a connection error';

/** Says whether the database itself undid the transaction so that it may be tried again (SQLSTATE class 40). */
export function isRolledBack(error: unknown): boolean {
  return rolledBack.has(codeOf(error));
}

/** Says whether the connection, rather than the statement, failed. */
export function isConnectionLost(error: unknown): boolean {
  const code = codeOf(error);
  if (connectionCodes.has(code) || code.startsWith('08')) return true;
  // The socket of a server being started again; not any missing file.
  if (code === 'ENOENT') return (error as { syscall?: string }).syscall === 'connect';
  // The driver reports these without a code.
  return (
    error instanceof Error &&
    (error.message.startsWith('Connection terminated') ||
      error.message.startsWith(brokenBefore) ||
      (/discarded/.test(error.message) && /connection/.test(error.message)))
  );
}

/** Says whether the driver knew the connection to be lost before it sent the statement. */
export function isNeverSent(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith(brokenBefore);
}

/** The connection broke while the commit was under way: it may or may not have taken effect. */
export class OutcomeUnknownError extends Error {
  override readonly name = 'OutcomeUnknownError';

  constructor(cause: unknown) {
    super(
      'The connection to the database broke during the commit, so the change may or may not have been kept. ' +
        'Look before trying again.',
      { cause },
    );
  }
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : '';
}
