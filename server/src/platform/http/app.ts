import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import rateLimit from '@fastify/rate-limit';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { nobody, type Identify } from './caller.ts';
import { describeApi } from './openapi.ts';
import { hookEnd } from './hook-end.ts';
import { problem, ProblemError, refusal } from './problem.ts';
import { protectiveHeaders } from './protective-headers.ts';
import { unholdableText } from './unholdable-text.ts';
import { answerWireError } from './wire-errors.ts';
import { problemOfValidation, useContractValidation } from './validation.ts';
import type { Platform } from '../platform.ts';

export interface AppOptions {
  readonly identify: Identify;
}

/** The HTTP side of the process: protection, validation and refusals, before any room adds a route. */
export async function createApp(
  platform: Pick<Platform, 'config' | 'log' | 'metrics'>,
  options: AppOptions,
): Promise<FastifyInstance> {
  const { config, log, metrics } = platform;
  const app = Fastify({
    logger: false,
    trustProxy: config.trustProxy,
    bodyLimit: 1024 * 1024,
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
    exposeHeadRoutes: false,
    frameworkErrors: (error, request, reply) => {
      void sendProblem(refusalOf(error), request, reply, log);
    },
    clientErrorHandler: answerWireError,
  });
  useContractValidation(app);
  app.removeContentTypeParser('text/plain');
  refuseBadUtf8(app);
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: 64 * 1024 });
  const headers = await protectiveHeaders(config.publicUrl.startsWith('https:'));
  const ofTheApi = { ...headers, 'cache-control': 'no-store' };
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers(request.url.startsWith('/api/') ? ofTheApi : headers);
    done(request.url.includes('%00') ? nulInAddress() : undefined);
  });
  app.decorateRequest('caller', null as never);
  app.addHook('onRequest', (request, _reply, done) => {
    request.caller = nobody;
    if (!request.url.startsWith('/api/')) {
      done();
      return;
    }
    // API keys are known at once; only sessions wait for the database.
    try {
      const caller = options.identify(request);
      if (caller instanceof Promise) {
        void hookEnd(
          caller.then((found) => (request.caller = found)),
          done,
        );
        return;
      }
      request.caller = caller;
    } catch (error) {
      done(error as Error);
      return;
    }
    done();
  });
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, context) =>
      refusal('wait', { seconds: Math.ceil(context.ttl / 1000) }),
  });
  await describeApi(app);
  app.addHook('onResponse', (request, reply, done) => {
    metrics.requestSeconds.observe(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: String(reply.statusCode),
      },
      reply.elapsedTime / 1000,
    );
    done();
  });
  app.setErrorHandler((error: FastifyError, request, reply) =>
    sendProblem(refusalOf(error), request, reply, log),
  );
  app.setNotFoundHandler((request, reply) =>
    sendProblem(refusal('no-such-address'), request, reply, log),
  );
  return app;
}

function sendProblem(
  refused: ProblemError,
  request: FastifyRequest,
  reply: FastifyReply,
  log: Platform['log'],
): FastifyReply {
  if (refused.retryAfter !== undefined) void reply.header('retry-after', refused.retryAfter);
  // What says when to come back is load, not a fault.
  else if (refused.status >= 500)
    log.error(
      { err: refused.cause ?? refused, requestId: request.id, route: request.routeOptions.url },
      'a request failed',
    );
  return reply
    .code(refused.status)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(refused.toProblem(`urn:commonweal:request:${request.id}`));
}

/** Turns whatever was thrown into a refusal that says what to do and leaks nothing. */
function refusalOf(error: FastifyError): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error.validation) return problemOfValidation(error.validation, error.validationContext);
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return refusal('body-too-large');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return problem(
        'media-type',
        'Send the content type the documentation names for this operation, usually application/json.',
      );
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return problem('bad-request', `The body is not valid JSON: ${error.message}`);
    default:
  }
  if (error.statusCode === 429) return problem('too-many', error.message);
  if (error.statusCode === 413)
    return problem(
      'too-large',
      'There is more in this request than is read here. Send less at a time.',
    );
  // SQLSTATE class 22: a value that its column cannot hold. The transaction was undone.
  if (/^22[0-9A-Z]{3}$/.test(error.code)) return refusal('out-of-range', { cause: error });
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return problem('bad-request', error.message);
  return refusal('failed', { cause: error });
}

function nulInAddress(): ProblemError {
  return problem(
    'bad-request',
    'The address holds a NUL character (%00), which nothing here does.',
  );
}

/** JSON is read strictly: UTF-8 without errors, no `__proto__`, no text that cannot be kept as it is. */
function refuseBadUtf8(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const bytes = body as Buffer;
    if (bytes.length === 0) {
      done(null, undefined);
      return;
    }
    let text: string;
    try {
      text = decoder.decode(bytes);
    } catch {
      done(problem('bad-request', 'The body is not valid UTF-8.'), undefined);
      return;
    }
    void parse(request, text, (error, value) => {
      const refused = error ?? unholdableText(text, value);
      done(refused, refused ? undefined : value);
    });
  });
}
