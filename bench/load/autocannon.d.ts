/** The part of autocannon that the load uses; the package brings no types. */
declare module 'autocannon' {
  interface Request {
    readonly method: 'POST';
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly setupRequest?: (request: Request) => Request;
  }
  interface Options {
    readonly url: string;
    readonly connections: number;
    readonly amount: number;
    readonly timeout: number;
    readonly requests: readonly Request[];
  }
  interface Result {
    readonly '2xx': number;
    readonly non2xx: number;
    readonly errors: number;
    /** Seconds. */
    readonly duration: number;
    readonly latency: { readonly p50: number; readonly p99: number; readonly max: number };
  }
  interface Running extends Promise<Result> {
    on(event: 'response', listener: () => void): this;
  }
  function autocannon(options: Options): Running;
  export default autocannon;
}
