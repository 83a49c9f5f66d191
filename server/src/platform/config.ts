import { resolve } from 'node:path';

/** What the process was told, read once at start. */
export interface Config {
  /** TCP port; 0 lets the system choose (tests). */
  readonly port: number;
  readonly host: string;
  /** Folder of the database, the blobs and the secret. */
  readonly dataDir: string;
  /** A PostgreSQL of the operator's own, or null for the embedded one. */
  readonly databaseUrl: string | null;
  /** What people type to reach us, without a trailing slash: links in notices start with it. */
  readonly publicUrl: string;
  readonly role: 'all' | 'api' | 'worker';
  /** Proxies in front whose X-Forwarded-For is believed. */
  readonly trustProxy: boolean;
  readonly logLevel: string;
}

/** A setting that cannot be used, named so that the operator can mend it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the configuration from the environment. Nothing needs to be set.
 * @throws ConfigError naming the variable at fault
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const port = readPort(env['PORT']);
  const host = env['HOST'] ?? '127.0.0.1';
  const publicUrl = (env['COMMONWEAL_PUBLIC_URL'] ?? `http://localhost:${port}`).replace(
    /\/+$/,
    '',
  );
  if (!URL.canParse(publicUrl) || !/^https?:/.test(publicUrl)) {
    throw new ConfigError(`COMMONWEAL_PUBLIC_URL must be an http(s) address, not "${publicUrl}".`);
  }
  const role = env['COMMONWEAL_ROLE'] ?? 'all';
  if (role !== 'all' && role !== 'api' && role !== 'worker') {
    throw new ConfigError(`COMMONWEAL_ROLE must be all, api or worker, not "${role}".`);
  }
  return {
    port,
    host,
    dataDir: resolve(env['COMMONWEAL_DATA'] ?? './data'),
    databaseUrl: env['DATABASE_URL'] ? env['DATABASE_URL'] : null,
    publicUrl,
    role,
    trustProxy: env['COMMONWEAL_TRUST_PROXY'] === '1',
    logLevel: env['LOG_LEVEL'] ?? 'info',
  };
}

function readPort(value: string | undefined): number {
  if (value === undefined) return 8080;
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ConfigError(`PORT must be a number from 0 to 65535, not "${value}".`);
  }
  return port;
}
