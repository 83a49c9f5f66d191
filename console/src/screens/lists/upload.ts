import { ApiProblem, ConnectionProblem } from '@commonweal/client';
import { operations, type ListImportReply, type Problem } from '@commonweal/contract';

export interface ListUpload {
  format: 'un';
  file: File;
  force: boolean;
  csrf: string | null;
  /** Share of the file sent, 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/**
 * Sends a list as it is. By XMLHttpRequest, because fetch does not tell how much has been sent.
 * @throws ApiProblem when refused, ConnectionProblem when not reached, an AbortError when stopped
 */
export function uploadList(upload: ListUpload): Promise<ListImportReply> {
  const { method, path } = operations.importList;
  const address = path.replace(':format', upload.format) + (upload.force ? '?force=true' : '');
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const unreached = () => reject(new ConnectionProblem('The desk was not reached.'));
    request.open(method, address);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/xml');
    if (upload.csrf !== null) request.setRequestHeader('x-csrf-token', upload.csrf);
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) upload.onProgress(event.loaded / event.total);
    });
    request.addEventListener('error', unreached);
    request.addEventListener('abort', () => reject(new DOMException('Stopped.', 'AbortError')));
    request.addEventListener('load', () => {
      const reply = readJson(request.responseText);
      if (reply === undefined) unreached();
      else if (request.status === operations.importList.status) resolve(reply as ListImportReply);
      else reject(new ApiProblem(reply as Problem & Record<string, unknown>));
    });
    upload.signal.addEventListener('abort', () => request.abort());
    request.send(upload.file);
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
