import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { createClient, type Client } from '@commonweal/client';
import { roles, type PolicyVersion, type Role, type Scope } from '@commonweal/contract';
import type { FastifyInstance } from 'fastify';
import { compose } from '../compose.ts';
import { makeSetupLink } from '../desks/index.ts';
import type { Config } from '../platform/config.ts';
import { openTestDatabase, type TestDatabase } from '../platform/database/testing.ts';
import type { Media } from '../platform/media/media.ts';
import { openPlatform } from '../platform/open-platform.ts';
import type { Platform } from '../platform/platform.ts';
import { ensureWebBuilt } from '../platform/web/index.ts';
import { addressHeader, injectedFetch } from './injected-fetch.ts';
import { createTestClock, type TestClock } from './test-clock.ts';

/** A person signed in to a test desk. */
export interface TestPerson {
  readonly personId: string;
  readonly email: string;
  readonly client: Client;
  readonly cookie: string;
  readonly csrf: string;
}

/** A desk with one person of each role, its rules published, on a database of its own. */
export interface TestDesk {
  readonly deskId: string;
  readonly slug: string;
  /** Holds every role. */
  readonly administrator: TestPerson;
  readonly people: Readonly<Record<Role, TestPerson>>;
  readonly policy: PolicyVersion;
  /** A client with a fresh API key. */
  keyed(scopes: readonly Scope[]): Promise<Client>;
  /** Invites somebody and lets them join. */
  join(personRoles: readonly Role[]): Promise<TestPerson>;
}

/** A whole server for a test: composed as in production, jobs running where asked. */
export interface TestHouse extends AsyncDisposable {
  readonly app: FastifyInstance;
  readonly platform: Platform;
  readonly database: TestDatabase;
  readonly clock: TestClock;
  readonly fetch: typeof fetch;
  openDesk(slug: string): Promise<TestDesk>;
}

export const testPassword = 'a long test password';

/**
 * Starts a house on a fresh database. `work`: run the jobs too (deliveries, expiries, ledger);
 * `media`: what looks at files, where a test wants it narrower.
 * @example await using house = await startTestHouse(); const desk = await house.openDesk('reef');
 */
export async function startTestHouse(
  options: { work?: boolean; media?: Media } = {},
): Promise<TestHouse> {
  await ensureWebBuilt(() => {});
  const database = await openTestDatabase();
  const dataDir = await mkdtemp(joinPath(tmpdir(), 'commonweal-house-'));
  const clock = createTestClock();
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    dataDir,
    databaseUrl: null,
    publicUrl: 'http://localhost:8080',
    role: 'all',
    trustProxy: false,
    logLevel: 'silent',
  };
  const platform = await openPlatform(config, { database, clock, ...options });
  const app = await compose(platform);
  await platform.jobs.start({ work: options.work ?? false });
  const fetchInto = injectedFetch(app);
  return {
    app,
    platform,
    database,
    clock,
    fetch: fetchInto,
    openDesk: (slug) => openDesk(platform, fetchInto, slug),
    async [Symbol.asyncDispose]() {
      await app.close();
      await platform.media.close();
      await platform.jobs.stop();
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function openDesk(
  platform: Platform,
  fetchInto: typeof fetch,
  slug: string,
): Promise<TestDesk> {
  const link = await makeSetupLink(platform, { hours: 1 });
  const email = `administrator@${slug}.example`;
  const administrator = await enter(fetchInto, email, (client) =>
    client.setUpDesk({
      body: {
        token: link.split('#')[1] ?? '',
        desk: { name: `The ${slug} desk`, slug, kind: 'platform', language: 'en' },
        person: { name: 'Ada Administrator', email, password: testPassword },
      },
    }),
  );
  const join = (personRoles: readonly Role[]) =>
    joinDesk(fetchInto, administrator, slug, personRoles);
  const people = { administrator } as Record<Role, TestPerson>;
  for (const role of roles) {
    if (role !== 'administrator') people[role] = await join([role]);
  }
  const draft = await administrator.client.readDefaultPolicy();
  const version = await administrator.client.draftPolicy({ body: draft });
  const policy = await administrator.client.publishPolicy({
    params: { policy_version_id: version.policy_version_id },
    body: { revision: version.revision },
  });
  const { desk } = await administrator.client.readSession();
  return {
    deskId: desk?.desk_id ?? '',
    slug,
    administrator,
    people,
    policy,
    join,
    keyed: async (scopes) => {
      const { secret } = await administrator.client.createApiKey({
        body: { name: scopes.join(' '), scopes: [...scopes] },
      });
      return createClient({ baseUrl: '', apiKey: secret, fetch: fetchInto });
    },
  };
}

let joined = 0;
let entered = 0;

async function joinDesk(
  fetchInto: typeof fetch,
  administrator: TestPerson,
  slug: string,
  personRoles: readonly Role[],
): Promise<TestPerson> {
  const email = `${personRoles.join('-')}-${(joined += 1)}@${slug}.example`;
  const { link } = await administrator.client.invitePerson({
    body: { email, roles: [...personRoles] },
  });
  return enter(fetchInto, email, (client) =>
    client.acceptInvitation({
      body: {
        token: link.split('#')[1] ?? '',
        name: `Test ${personRoles.join(' and ')}`,
        password: testPassword,
        language: 'en',
      },
    }),
  );
}

/** Runs what signs a person in and keeps the cookie it sets. */
async function enter(
  fetchInto: typeof fetch,
  email: string,
  signIn: (
    client: Client,
  ) => Promise<{ csrf: string | null; person: { person_id: string } | null }>,
): Promise<TestPerson> {
  let cookie = '';
  // Everybody comes from an address of their own, as people do.
  entered += 1;
  const address = `198.18.${entered >> 8}.${entered & 255}`;
  const keepingCookie: typeof fetch = async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set(addressHeader, address);
    const response = await fetchInto(input, { ...init, headers });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return response;
  };
  const session = await signIn(createClient({ baseUrl: '', fetch: keepingCookie }));
  const csrf = session.csrf ?? '';
  return {
    personId: session.person?.person_id ?? '',
    email,
    cookie,
    csrf,
    client: createClient({ baseUrl: '', fetch: fetchInto, headers: { cookie }, csrf: () => csrf }),
  };
}
