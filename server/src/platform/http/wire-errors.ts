import type { Socket } from 'node:net';

const answers: Readonly<Record<string, readonly [status: string, detail: string]>> = {
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    'The headers are larger than is read here.',
  ],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request did not come in time.'],
};
const unreadable = ['400 Bad Request', 'What was sent is not HTTP as it is read here.'] as const;

/** Answers what never became a request, in the words of every other refusal, and hangs up. */
export function answerWireError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const [status, detail] = answers[error.code ?? ''] ?? unreadable;
  const body = JSON.stringify({
    type: 'urn:commonweal:problem:bad-request',
    title: 'The request cannot be read',
    status: Number.parseInt(status, 10),
    detail,
  });
  if (socket.writable)
    socket.write(
      `HTTP/1.1 ${status}\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
  socket.destroy(error);
}
