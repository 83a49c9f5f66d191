import { once } from 'node:events';
import { Readable } from 'node:stream';
import type { ClientBase, Connection, Submittable } from 'pg';

/** What the driver's connection can do during COPY and its type definitions leave out. */
interface CopyConnection extends Connection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}

/**
 * Runs `copy … to stdout` and gives its bytes, no faster than they are read; `onEnd` hears how many
 * rows it was before they end. A reader that stops early must close the connection.
 */
export function copyOut(
  client: ClientBase,
  statement: string,
  onEnd: (rows: number) => void,
): Readable {
  let stream: Connection['stream'] | undefined;
  const bytes = new Readable({ highWaterMark: 1 << 20, read: () => void stream?.resume() });
  client.query({
    ...unusedHandlers,
    submit(connection: Connection) {
      stream = connection.stream;
      connection.query(statement);
    },
    handleCopyData({ chunk }: { chunk: Buffer }) {
      // The chunk lies in the driver's own buffer, which is used again.
      if (!bytes.push(Buffer.from(chunk))) stream?.pause();
    },
    handleCopyInResponse: (connection: CopyConnection) => connection.sendCopyFail('not expected'),
    handleCommandComplete: ({ text }: { text: string }) => onEnd(rowsOf(text)),
    handleReadyForQuery: () => void bytes.push(null),
    handleError: (error: Error) => void bytes.destroy(error),
  } satisfies CopyQuery);
  return bytes;
}

/**
 * Runs `copy … from stdin` with the bytes of the source, no faster than the server takes them.
 *
 * @returns how many rows were stored.
 * @throws the database's error, or the source's, after which nothing of it is stored.
 */
export function copyIn(
  client: ClientBase,
  statement: string,
  source: AsyncIterable<Buffer>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const state = { rows: 0, settled: false };
    let sourceError: unknown;
    const settle = (end: () => void) => {
      state.settled = true;
      end();
    };
    const feed = async (connection: CopyConnection) => {
      try {
        for await (const chunk of source) {
          if (state.settled) return;
          connection.sendCopyFromChunk(chunk);
          if (connection.stream.writableNeedDrain) await drained(connection);
        }
        connection.endCopyFrom();
      } catch (error) {
        sourceError = error;
        connection.sendCopyFail('the source failed');
      }
    };
    client.query({
      ...unusedHandlers,
      submit: (connection: Connection) => connection.query(statement),
      handleCopyData: () => undefined,
      handleCopyInResponse: (connection: CopyConnection) => void feed(connection),
      handleCommandComplete({ text }: { text: string }) {
        state.rows = rowsOf(text);
      },
      handleReadyForQuery: () => settle(() => resolve(state.rows)),
      handleError: (error: Error) => settle(() => reject((sourceError as Error) ?? error)),
    } satisfies CopyQuery);
  });
}

/** The command tag is `COPY 12`. */
function rowsOf(tag: string): number {
  return Number(tag.split(' ').at(-1));
}

async function drained({ stream }: CopyConnection): Promise<void> {
  const gone = new AbortController();
  const { signal } = gone;
  try {
    await Promise.race([once(stream, 'drain', { signal }), once(stream, 'close', { signal })]);
  } finally {
    gone.abort();
  }
}

interface CopyQuery extends Submittable {
  handleRowDescription(): void;
  handleDataRow(): void;
  handlePortalSuspended(): void;
  handleEmptyQuery(): void;
  handleCommandComplete(message: { text: string }): void;
  handleCopyInResponse(connection: CopyConnection): void;
  handleCopyData(message: { chunk: Buffer }): void;
  handleReadyForQuery(): void;
  handleError(error: Error): void;
}

const nothing = () => undefined;
const unusedHandlers = {
  handleRowDescription: nothing,
  handleDataRow: nothing,
  handlePortalSuspended: nothing,
  handleEmptyQuery: nothing,
};
