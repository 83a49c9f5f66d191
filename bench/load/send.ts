import autocannon from 'autocannon';
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

const began = performance.now();
// autocannon itself looks at the clock once a second: too coarse for a load of a few seconds.
let ended = began;
const running = autocannon({
  url: plan.url,
  connections: plan.connections,
  amount: plan.items / plan.perRequest,
  timeout: 60,
  requests: [
    {
      method: 'POST',
      path: single ? '/api/v1/items' : '/api/v1/items/batch',
      headers: {
        authorization: `Bearer ${plan.apiKey}`,
        'content-type': single ? 'application/json' : 'application/x-ndjson',
      },
      setupRequest: (request) => ({ ...request, body: body() }),
    },
  ],
});
void running.on('response', () => {
  ended = performance.now();
});
const result = await running;
const seconds = (ended - began) / 1000;
const answer: LoadResult = {
  accepted: result['2xx'] * plan.perRequest,
  refused: (result.non2xx + result.errors) * plan.perRequest,
  seconds,
  p50: result.latency.p50,
  p99: result.latency.p99,
};
console.log(JSON.stringify(answer));
