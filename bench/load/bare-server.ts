import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What ingest is compared with: node:http alone, which reads the JSON and replies 202 without keeping
 * anything. It writes its port on its first line.
 */
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const item = JSON.parse(Buffer.concat(chunks).toString()) as { external_id: string };
    const reply = JSON.stringify({ external_id: item.external_id });
    response.writeHead(202, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(reply),
    });
    response.end(reply);
  });
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
process.on('SIGTERM', () => process.exit(0));
