import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoPassword, enter } from '../server/src/command-line/demo/enter.ts';
import { startReceiver, type PlatformReceiver } from '../server/src/command-line/demo/receiver.ts';
import { playThread, type Thread } from '../server/src/command-line/demo/thread.ts';
import { makeSetupLink } from '../server/src/desks/index.ts';
import type { Config } from '../server/src/platform/config.ts';
import { openTestDatabase } from '../server/src/platform/database/testing.ts';
import { startServer, type RunningServer } from '../server/src/start-server.ts';
import { createTestClock, type TestClock } from '../server/src/testing/test-clock.ts';

/** A server as people run it, at an address of its own, and the platform it delivers to. */
export interface House extends AsyncDisposable {
  /** Where it answers, on this machine only. */
  readonly url: string;
  readonly receiver: PlatformReceiver;
  readonly clock: TestClock;
  /** A one-time link that makes a desk. */
  setupLink(): Promise<string>;
  /** Plays the whole thread on it with invented content. */
  playThread(): Promise<Thread>;
  /** Makes another desk, with nothing in it. @returns the cookie of its administrator */
  emptyDesk(): Promise<{ readonly cookie: string }>;
  /** Stops the server; its database stays. */
  stop(): Promise<void>;
  /** Starts it again at the same address. */
  restart(): Promise<void>;
}

const newcomer = { name: 'Oda Merevelt', email: 'oda@backwater.example' };

/** Starts a server and a platform on fresh databases; both vanish when disposed of. */
export async function startHouse(): Promise<House> {
  const database = await openTestDatabase({ poolSize: 10 });
  const dataDir = await mkdtemp(join(tmpdir(), 'commonweal-e2e-'));
  const port = await freePort();
  const config: Config = {
    port,
    host: '127.0.0.1',
    dataDir,
    databaseUrl: null,
    publicUrl: `http://localhost:${port}`,
    role: 'all',
    trustProxy: false,
    logLevel: process.env['LOG_LEVEL'] ?? 'silent',
  };
  const clock = createTestClock();
  const receiver = await startReceiver();
  // The server closes its database when it stops; this one outlives it until the end.
  const lent = { ...database, close: () => Promise.resolve() };
  const start = () => startServer(config, { database: lent, clock });
  let server: RunningServer = await start();
  const setupLink = () => makeSetupLink(server.platform, { hours: 1 });
  return {
    url: config.publicUrl,
    receiver,
    clock,
    setupLink,
    playThread: async () =>
      playThread({
        baseUrl: config.publicUrl,
        setupToken: (await setupLink()).split('#')[1] ?? '',
        receiver,
        onStep: () => {},
      }),
    emptyDesk: async () => {
      const token = (await setupLink()).split('#')[1] ?? '';
      const { player } = await enter(config.publicUrl, newcomer, (client) =>
        client.setUpDesk({
          body: {
            token,
            desk: { name: 'Backwater', slug: 'backwater', kind: 'hub', language: 'en' },
            person: { ...newcomer, password: demoPassword },
          },
        }),
      );
      return player;
    },
    stop: () => server.stop(),
    restart: async () => {
      server = await start();
    },
    async [Symbol.asyncDispose]() {
      await server.stop();
      await receiver[Symbol.asyncDispose]();
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Links and sign-in depend on the address, so the port is known before the start. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
