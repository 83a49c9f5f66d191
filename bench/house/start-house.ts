import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../server/src/platform/database/index.ts';
import { listDesks } from '../../server/src/platform/directory.ts';
import { openDesk, type OpenedDesk } from '../../server/src/crash/people.ts';
import {
  freePort,
  startServerProcess,
  type ServerProcess,
} from '../../server/src/crash/server-process.ts';
import { ensureWebBuilt } from '../../server/src/platform/web/index.ts';
import { fillBanks } from './fill-banks.ts';

/** The product on a folder of its own, with one desk, a list and a bank: all as it comes. */
export interface House extends AsyncDisposable {
  readonly server: ServerProcess;
  readonly desk: OpenedDesk;
  /** Items stored, counted in the database itself. */
  countItems(): Promise<number>;
}

/** Starts the server in a process of its own and sets up a desk over HTTP. */
export async function startHouse(): Promise<House> {
  await ensureWebBuilt(() => {});
  const dataDir = await temporaryFolder();
  const server = await startServerProcess({ dataDir, port: await freePort() });
  const desk = await openDesk(server.url, server.setupToken ?? '');
  await fillBanks(desk.administrator.client);
  return {
    server,
    desk,
    countItems: () => countItems(dataDir),
    async [Symbol.asyncDispose]() {
      await server.kill('SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A folder for a database that goes away afterwards. */
export function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'commonweal-bench-'));
}

async function countItems(dataDir: string): Promise<number> {
  await using database = await openDatabase({ dataDir, joinRunning: true });
  let items = 0;
  for (const { deskId } of await listDesks(database)) {
    const { count } = await database.inDesk(deskId, (trx) =>
      trx
        .selectFrom('item')
        .select((row) => row.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow(),
    );
    items += count;
  }
  return items;
}
