/** A server that has files, for tests: a real one, on the loopback. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FileServer extends AsyncDisposable {
  readonly url: string;
  /** Paths asked for, in order. */
  readonly asked: string[];
}

/** Starts a server that answers by path; others are 404. */
export async function startFileServer(
  answers: Readonly<Record<string, RequestListener>>,
): Promise<FileServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const answer = answers[path];
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with a file. */
export function file(type: string, bytes: Uint8Array | string): RequestListener {
  return (_request, response) => response.writeHead(200, { 'content-type': type }).end(bytes);
}

/** Answers that it is elsewhere. */
export function moved(location: string): RequestListener {
  return (_request, response) => response.writeHead(302, { location }).end();
}
