import type { InjectOptions } from 'fastify';

/** A request that must be refused, and the statuses that say so sensibly. */
export type BadRequest = readonly [request: InjectOptions, ...statuses: number[]];

/** What a bad request is made with: real credentials and ids, so that only its badness is refused. */
export interface Means {
  readonly secret: string;
  readonly person: Readonly<Record<string, string>>;
  readonly ids: Readonly<Record<string, string>>;
  readonly noticePath: string;
}

export function post(
  url: string,
  payload: string | Buffer | object,
  headers: object,
): InjectOptions {
  return { method: 'POST', url, payload, headers: { ...headers } };
}

export function get(url: string, headers: object): InjectOptions {
  return { method: 'GET', url, headers: { ...headers } };
}
