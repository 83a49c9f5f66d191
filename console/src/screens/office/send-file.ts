import { ApiProblem, ConnectionProblem } from '@commonweal/client';
import type { Operation, Problem } from '@commonweal/contract';

/** A file, or a form with files, on its way to the desk. */
export interface FileSending {
  operation: Operation;
  /** Where to, when the operation's path takes parameters or a query. */
  path?: string;
  body: File | FormData;
  /** Of a file; a form brings its own. */
  contentType?: string;
  csrf: string | null;
  /** Share of it that has been sent, 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/**
 * Sends a file and tells how far it has come. By XMLHttpRequest, because fetch does not tell.
 * @returns the reply as the operation has it
 * @throws ApiProblem when refused, ConnectionProblem when not reached, an AbortError when stopped
 */
export function sendFile(sending: FileSending): Promise<unknown> {
  const { operation, path = operation.path, body, contentType, csrf, signal } = sending;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const unreached = () => reject(new ConnectionProblem('The desk was not reached.'));
    request.open(operation.method, path);
    request.setRequestHeader('accept', 'application/json');
    if (contentType !== undefined) request.setRequestHeader('content-type', contentType);
    if (csrf !== null) request.setRequestHeader('x-csrf-token', csrf);
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) sending.onProgress(event.loaded / event.total);
    });
    request.addEventListener('error', unreached);
    request.addEventListener('abort', () => reject(new DOMException('Stopped.', 'AbortError')));
    request.addEventListener('load', () => {
      const reply = readJson(request.responseText);
      if (reply === undefined) unreached();
      else if (request.status === operation.status) resolve(reply);
      else reject(new ApiProblem(reply as Problem & Record<string, unknown>));
    });
    signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
