import type { AddressInfo } from 'node:net';
import { compose } from './compose.ts';
import { makeSetupLink } from './desks/index.ts';
import type { Config } from './platform/config.ts';
import { listDesks } from './platform/directory.ts';
import { openPlatform, type PlatformOptions } from './platform/open-platform.ts';
import type { Platform } from './platform/platform.ts';
import { ensureWebBuilt } from './platform/web/index.ts';

/** A server that runs. */
export interface RunningServer {
  /** Where it answers. */
  readonly url: string;
  readonly platform: Platform;
  /** The one-time link that makes the first desk, or null when there is one. */
  readonly setupLink: string | null;
  /** Stops taking requests, ends the jobs, closes the database. Once is enough; twice is harmless. */
  stop(): Promise<void>;
  /** Resolves when the server was stopped, by a signal or a lost database. */
  untilStopped(): Promise<void>;
}

/**
 * Starts everything: the web built, the database open and migrated, jobs running, requests answered.
 * @throws when anything of it cannot be had; then nothing is left running
 */
export async function startServer(
  config: Config,
  options: PlatformOptions = {},
): Promise<RunningServer> {
  await ensureWebBuilt(options.onProgress ?? (() => {}));
  const platform = await openPlatform(config, options);
  try {
    const app = await compose(platform);
    await platform.jobs.start({ work: config.role !== 'api' });
    if (config.role !== 'worker') await app.listen({ port: config.port, host: config.host });
    const address = app.server.address() as AddressInfo | null;
    const url =
      config.port === 0 && address ? `http://localhost:${address.port}` : config.publicUrl;
    void sayWhetherVideosAreCompared(platform);
    const setupLink =
      (await listDesks(platform.database)).length === 0
        ? await makeSetupLink(platform, { hours: 24 })
        : null;
    let stopping: Promise<void> | null = null;
    const ended = Promise.withResolvers<void>();
    const stop = () =>
      (stopping ??= (async () => {
        await app.close();
        await platform.media.close();
        await platform.jobs.stop();
        await platform.database.close();
        ended.resolve();
      })());
    platform.database.onLost((error) => {
      platform.log.fatal({ err: error }, 'the database is lost');
      void stop().finally(() => ended.reject(error));
    });
    return { url, platform, setupLink, stop, untilStopped: () => untilSignal(stop, ended.promise) };
  } catch (error) {
    await platform.media.close();
    await platform.jobs.stop();
    await platform.database.close();
    throw error;
  }
}

/** Without ffmpeg all works but this, and nobody would miss it until it mattered. */
async function sayWhetherVideosAreCompared({ media, log }: Platform): Promise<void> {
  const decoder = await media.decoder().catch(() => null);
  if (decoder === null)
    log.warn('no ffmpeg was found: videos are taken in and not compared by what they show');
  else log.info({ ffmpeg: decoder.version }, 'videos are compared by what they show');
}

/** Waits for Ctrl-C or a request to end; a second Ctrl-C does not wait. */
async function untilSignal(stop: () => Promise<void>, ended: Promise<void>): Promise<void> {
  let asked = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      asked += 1;
      if (asked > 2) process.exit(130);
      void stop();
    });
  }
  await ended;
}
