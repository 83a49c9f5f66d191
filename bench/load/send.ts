import { openConnection } from './connection.ts';
import { itemJson } from './items.ts';

/** What the load process is told, as JSON in its first argument. */
export interface LoadPlan {
  readonly url: string;
  readonly apiKey: string;
  /** Items of one plan have ids of their own. */
  readonly prefix: string;
  readonly connections: number;
  readonly items: number;
  /** Items in a request: 1 posts JSON, more post NDJSON. */
  readonly perRequest: number;
}

/** What it answers, as JSON on its last line. */
export interface LoadResult {
  readonly accepted: number;
  readonly refused: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
}

const plan = JSON.parse(process.argv[2] ?? '{}') as LoadPlan;
const single = plan.perRequest === 1;
let next = 0;

/** Built while the load runs: in a process of its own it is not counted to the server. */
function body(): string {
  const from = next;
  next += plan.perRequest;
  if (single) return itemJson(plan.prefix, from);
  return Array.from({ length: plan.perRequest }, (_, at) => itemJson(plan.prefix, from + at)).join(
    '\n',
  );
}

const url = new URL(plan.url);
const head = [
  `POST ${single ? '/api/v1/items' : '/api/v1/items/batch'} HTTP/1.1`,
  `Host: ${url.host}`,
  `Authorization: Bearer ${plan.apiKey}`,
  `Content-Type: ${single ? 'application/json' : 'application/x-ndjson'}`,
  'Content-Length: ',
].join('\r\n');
const requests = plan.items / plan.perRequest;
const times = new Float64Array(requests);
let sent = 0;
let refused = 0;

const connections = await Promise.all(
  Array.from({ length: plan.connections }, () => openConnection(url)),
);
const began = performance.now();
await Promise.all(
  connections.map(async (connection) => {
    while (sent < requests) {
      const at = sent++;
      const content = body();
      const { status, ms } = await connection.send(
        `${head}${Buffer.byteLength(content)}\r\n\r\n${content}`,
      );
      times[at] = ms;
      if (status < 200 || status > 299) refused += plan.perRequest;
    }
  }),
);
const seconds = (performance.now() - began) / 1000;
for (const connection of connections) connection.close();
times.sort();
const answer: LoadResult = {
  accepted: plan.items - refused,
  refused,
  seconds,
  p50: percentile(0.5),
  p99: percentile(0.99),
};
console.log(JSON.stringify(answer));

function percentile(share: number): number {
  return Math.round((times[Math.floor(share * (requests - 1))] ?? 0) * 10) / 10;
}
