import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../platform/config.ts';
import { CommandFailure } from '../failure.ts';

/** A server for the demo alone, gone with everything in it when it is disposed of. */
export interface DemoServer extends AsyncDisposable {
  readonly baseUrl: string;
  readonly setupToken: string;
  /** Resolves at Ctrl-C. */
  untilStopped(): Promise<void>;
}

/** Starts a server on a free port and a folder of its own, whatever else runs on this machine. */
export async function startDemoServer(onProgress: (step: string) => void): Promise<DemoServer> {
  const { startServer } = await import('../../start-server.ts');
  const dataDir = await mkdtemp(join(tmpdir(), 'commonweal-demo-'));
  const clearAway = () => rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  try {
    const port = await freePort();
    const config = readConfig({ PORT: String(port), COMMONWEAL_DATA: dataDir, LOG_LEVEL: 'fatal' });
    const server = await startServer(config, { onProgress });
    const dispose = async () => {
      process.off('SIGINT', leave).off('SIGTERM', leave);
      await server.stop();
      await clearAway();
    };
    const leave = () => void dispose().finally(() => process.exit(130));
    process.once('SIGINT', leave).once('SIGTERM', leave);
    return {
      baseUrl: server.url,
      setupToken: tokenOf(server.setupLink ?? ''),
      untilStopped: () => {
        process.off('SIGINT', leave).off('SIGTERM', leave);
        return server.untilStopped();
      },
      [Symbol.asyncDispose]: dispose,
    };
  } catch (error) {
    await clearAway();
    throw error;
  }
}

/** The token of a setup link. @throws CommandFailure when the text is none */
export function tokenOf(link: string): string {
  const token = link.split('#').at(-1) ?? '';
  if (/^cwu_[\w-]+$/.test(token)) return token;
  throw new CommandFailure(
    'The demo was not played.',
    'The setup link is not one: it ends in # and a token that begins with cwu_.',
    'Give the whole link that the server printed; "commonweal admin setup-link" makes another.',
  );
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
