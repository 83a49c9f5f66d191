import assert from 'node:assert/strict';
import { test } from 'node:test';
import Fastify from 'fastify';
import { keyQuota } from './key-quota.ts';
import { ProblemError } from './problem.ts';

test('each key has its own quota; beyond it is refused with the time to wait', async () => {
  const spend = keyQuota(2);
  const app = Fastify({ logger: false });
  app.setErrorHandler((error, _request, reply) =>
    reply.code(error instanceof ProblemError ? error.status : 500).send({}),
  );
  app.get<{ Params: { key: string } }>('/:key', (request, reply) => {
    spend(request.params.key, reply);
    return {};
  });
  const statuses: number[] = [];
  for (const key of ['one', 'one', 'two', 'one', 'two'])
    statuses.push((await app.inject(`/${key}`)).statusCode);
  assert.deepEqual(statuses, [200, 200, 200, 429, 200]);
  const { headers } = await app.inject('/one');
  const seconds = Number(headers['retry-after']);
  assert.ok(seconds >= 1 && seconds <= 60);
  await app.close();
});
