import { connect, type Socket } from 'node:net';

const headEnd = Buffer.from('\r\n\r\n');

/** What came back for one request. */
export interface Reply {
  readonly status: number;
  /** Milliseconds from the first byte sent to the last one read. */
  readonly ms: number;
}

/** One kept-alive HTTP/1.1 connection with one request under way at a time. */
export interface Connection {
  /** @throws Error when the connection breaks, or the reply has no Content-Length */
  send(request: string): Promise<Reply>;
  close(): void;
}

/**
 * Opens a connection that reads no more of a reply than its status and its length. A full HTTP client
 * costs more for each request than the server measured here, on the same cores.
 */
export async function openConnection(url: URL): Promise<Connection> {
  const socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
  let waiting: {
    began: number;
    done: (reply: Reply) => void;
    fail: (error: Error) => void;
  } | null = null;
  let read: Buffer = Buffer.alloc(0);
  const fail = (error: Error): void => waiting?.fail(error);
  socket.on('error', fail).on('close', () => fail(new Error('The server closed the connection.')));
  await opened(socket);
  socket.on('data', (chunk) => {
    read = read.length === 0 ? chunk : Buffer.concat([read, chunk]);
    const headLength = read.indexOf(headEnd);
    if (headLength < 0 || waiting === null) return;
    const head = read.toString('latin1', 0, headLength);
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    if (length === undefined) return fail(new Error(`A reply without a length: ${head}`));
    if (read.length < headLength + headEnd.length + Number(length)) return;
    read = Buffer.alloc(0);
    const { began, done } = waiting;
    waiting = null;
    done({ status: Number(head.slice(9, 12)), ms: performance.now() - began });
  });
  return {
    send: (request) =>
      new Promise((done, fail_) => {
        waiting = { began: performance.now(), done, fail: fail_ };
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}

function opened(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('connect', resolve).once('error', reject);
  });
}
