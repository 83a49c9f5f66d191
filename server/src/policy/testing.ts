/** One or more rooms over a fresh database, called as people of made-up desks. */
import type { Role } from '@commonweal/contract';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { openTestDatabase, type TestDatabase } from '../platform/database/testing.ts';
import { createEvents } from '../platform/events.ts';
import { createApp } from '../platform/http/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { secretsFrom } from '../platform/secrets.ts';
import { createMetrics } from '../platform/telemetry/metrics.ts';

export interface RoomUnderTest extends AsyncDisposable {
  readonly platform: Platform;
  readonly database: TestDatabase;
  readonly app: FastifyInstance;
  /** What the clock shows; advance it by assigning. */
  readonly time: { now: Date };
  /** Calls as a person of a desk; the body is sent as JSON unless it is bytes. */
  call(
    who: Who,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: object,
    type?: string,
  ): Promise<{ status: number; body: never }>;
}

export interface Who {
  readonly deskId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly personId: string;
}

/** A person of a new desk. */
export function somebody(roles: readonly Role[] = ['administrator'], deskId = newId()): Who {
  return { deskId, name: 'Amina Tester', roles, personId: newId() };
}

/** Opens the database and serves what `register` adds. */
export async function openRoom(
  register: (app: FastifyInstance, platform: Platform) => void,
): Promise<RoomUnderTest> {
  const database = await openTestDatabase();
  const time = { now: new Date('2026-05-01T10:00:00.000Z') };
  const parts = {
    config: { publicUrl: 'http://localhost:8080', trustProxy: false },
    database,
    clock: { now: () => time.now },
    secrets: secretsFrom(Buffer.alloc(32, 7)),
    events: createEvents(),
    metrics: createMetrics(),
    log: pino({ level: 'silent' }),
  };
  const platform = parts as unknown as Platform;
  const app = await createApp(platform, {
    identify: ({ headers }) => {
      const who = JSON.parse(decodeURIComponent(String(headers['x-who']))) as Who;
      return { ...who, kind: 'person', sessionId: newId() };
    },
  });
  register(app, platform);
  await app.ready();
  return {
    platform,
    database,
    app,
    time,
    async call(who, method, url, body, type = 'application/json') {
      const reply = await app.inject({
        method,
        url,
        headers: {
          'x-who': encodeURIComponent(JSON.stringify(who)),
          ...(body === undefined ? {} : { 'content-type': type }),
        },
        ...(body === undefined ? {} : { payload: body }),
      });
      const text = reply.payload;
      return { status: reply.statusCode, body: (text === '' ? null : JSON.parse(text)) as never };
    },
    async [Symbol.asyncDispose]() {
      await app.close();
      await database.close();
    },
  };
}
