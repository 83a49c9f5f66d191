import {
  operations,
  type BodyOf,
  type Operation,
  type OperationName,
  type Operations,
  type ParamsOf,
  type Problem,
  type QueryOf,
  type ReplyOf,
} from '@commonweal/contract';
import { ApiProblem, ConnectionProblem } from './problems.ts';

/** Bodies that run in Node and in browsers alike. */
export type RawBody = string | FormData | Blob;

export interface ClientOptions {
  /** Where the desk is, without a trailing slash; empty in a browser of the same origin. */
  readonly baseUrl: string;
  /** `cwk_…`; leave out in the console, where the session cookie speaks. */
  readonly apiKey?: string;
  /** The token that goes with every change made under a session cookie. */
  readonly csrf?: () => string | null;
  /** Sent with every request; for a session outside a browser. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly fetch?: typeof fetch;
}

type Part<Name extends string, T> = T extends undefined
  ? { readonly [K in Name]?: undefined }
  : { readonly [K in Name]: T };
type Request<T extends Operation> = Part<'params', ParamsOf<T>> &
  (QueryOf<T> extends undefined
    ? { readonly query?: undefined }
    : { readonly query?: QueryOf<T> }) &
  Part<'body', BodyOf<T>> & {
    readonly idempotencyKey?: string;
    /** A body that is not JSON: a form with files, NDJSON or XML text. */
    readonly raw?: { readonly body: RawBody; readonly contentType?: string };
    readonly signal?: AbortSignal;
  };
type Arguments<T extends Operation> =
  Record<string, never> extends Omit<Request<T>, never>
    ? [request?: Partial<Request<T>>]
    : [request: Request<T>];

/** One function per operation of the contract. @throws ApiProblem when refused, ConnectionProblem when not reached */
export type Client = {
  readonly [N in OperationName]: (
    ...request: Arguments<Operations[N]>
  ) => Promise<ReplyOf<Operations[N]>>;
};

/**
 * A client of one desk.
 * @example
 * const desk = createClient({ baseUrl: 'https://desk.example', apiKey });
 * const { verdict } = await desk.createItem({ body: { external_id: '42', kind: 'post', surface: 'open', text } });
 */
export function createClient(options: ClientOptions): Client {
  const entries = Object.entries(operations).map(([name, operation]) => [
    name,
    (request: LooseRequest = {}) => call(options, operation, request),
  ]);
  return Object.fromEntries(entries) as Client;
}

interface LooseRequest {
  readonly params?: Record<string, unknown>;
  readonly query?: Record<string, string | number | boolean | undefined>;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly raw?: { readonly body: RawBody; readonly contentType?: string };
  readonly signal?: AbortSignal;
}

async function call(
  options: ClientOptions,
  operation: Operation,
  request: LooseRequest,
): Promise<unknown> {
  const headers: Record<string, string> = { accept: 'application/json', ...options.headers };
  if (options.apiKey !== undefined) headers['authorization'] = `Bearer ${options.apiKey}`;
  if (request.idempotencyKey !== undefined) headers['idempotency-key'] = request.idempotencyKey;
  const csrf = operation.method === 'GET' ? null : (options.csrf?.() ?? null);
  if (csrf !== null) headers['x-csrf-token'] = csrf;
  let body: RawBody | null = null;
  if (request.raw) {
    body = request.raw.body;
    if (request.raw.contentType !== undefined) headers['content-type'] = request.raw.contentType;
  } else if (request.body !== undefined) {
    body = JSON.stringify(request.body);
    headers['content-type'] = 'application/json';
  }
  const url = options.baseUrl + pathOf(operation, request);
  let response: Response;
  try {
    response = await (options.fetch ?? fetch)(url, {
      method: operation.method,
      headers,
      body,
      ...(request.signal ? { signal: request.signal } : {}),
    });
  } catch (error) {
    throw new ConnectionProblem(
      `The desk at ${options.baseUrl || 'this address'} was not reached.`,
      { cause: error },
    );
  }
  if (response.status === 204) return null;
  const text = await response.text();
  if (response.ok && operation.produces !== undefined) return text;
  const reply = readJson(text, response);
  if (!response.ok) throw new ApiProblem(reply as Problem & Record<string, unknown>);
  return reply;
}

function readJson(text: string, response: Response): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ConnectionProblem(
      `The desk answered ${response.status} with something that is not JSON.`,
      { cause: error },
    );
  }
}

function pathOf(operation: Operation, request: LooseRequest): string {
  const path = operation.path.replaceAll(/:([a-z_]+)/g, (_match, name: string) =>
    encodeURIComponent(String(request.params?.[name])),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) query.set(name, String(value));
  }
  return query.size > 0 ? `${path}?${query.toString()}` : path;
}
