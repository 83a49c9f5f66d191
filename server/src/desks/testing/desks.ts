/** Desks and browsers for tests: real routes, a cookie jar, an address of one's own. */
import assert from 'node:assert/strict';
import { after } from 'node:test';
import type { Role, Session } from '@commonweal/contract';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { testPlatform } from '../../ledger/testing.ts';
import { openTestDatabase } from '../../platform/database/testing.ts';
import { createApp } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { createIdentify, makeSetupLink, registerDesks } from '../index.ts';

export const password = 'a long enough secret';

/** A database, and an app with this room's routes on it; both are closed after the file's tests. */
export async function openTestRoom() {
  const database = await openTestDatabase();
  const platform = testPlatform(database);
  const app = await openTestApp(platform);
  after(async () => {
    await app.close();
    await database.close();
  });
  return { database, platform, app };
}

/** An app with this room's routes. */
export async function openTestApp(platform: Platform): Promise<FastifyInstance> {
  const app = await createApp(platform, { identify: createIdentify(platform) });
  registerDesks(app, platform);
  return app;
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** A browser: keeps its cookie, sends the CSRF token it was told. */
export interface Browser {
  cookie: string | null;
  csrf: string | null;
  readonly address: string;
  send(
    method: Method,
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>;
}

let browsers = 0;

/** A browser at an address nobody else has, so that no test slows another down. */
export function openBrowser(app: FastifyInstance): Browser {
  browsers += 1;
  const browser: Browser = {
    cookie: null,
    csrf: null,
    address: `10.0.${browsers >> 8}.${browsers & 255}`,
    async send(method, path, body, headers = {}) {
      const reply = await app.inject({
        method,
        url: `/api/v1${path}`,
        remoteAddress: browser.address,
        headers: {
          ...(browser.cookie === null ? {} : { cookie: `__Host-commonweal=${browser.cookie}` }),
          ...(browser.csrf === null ? {} : { 'x-csrf-token': browser.csrf }),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: body }),
      });
      const set = reply.cookies.find(({ name }) => name === '__Host-commonweal');
      if (set !== undefined) browser.cookie = set.value === '' ? null : set.value;
      const told = sessionIn(reply);
      if (told !== undefined) browser.csrf = told.csrf;
      return reply;
    },
  };
  return browser;
}

function sessionIn(reply: LightMyRequestResponse): Session | undefined {
  if (!String(reply.headers['content-type']).startsWith('application/json')) return undefined;
  const body = reply.json<{ csrf?: unknown; session?: Session | null } & Session>();
  return body.session ?? (body.csrf === undefined ? undefined : body);
}

/** A person in a browser. */
export interface Member {
  readonly browser: Browser;
  readonly personId: string;
  readonly deskId: string;
  readonly slug: string;
  readonly email: string;
}

let desks = 0;

/** What to fill in to set up a desk. */
export async function setupBody(platform: Platform) {
  desks += 1;
  const link = await makeSetupLink(platform, { hours: 24 });
  return {
    token: link.slice(link.indexOf('#') + 1),
    desk: {
      name: `Lakeside ${desks}`,
      slug: `lakeside-${desks}`,
      kind: 'platform',
      language: 'en',
    },
    person: { name: 'Ada Quill', email: `Ada${desks}@example.org`, password },
  };
}

/** A new desk and its first administrator, signed in. */
export async function setUp(app: FastifyInstance, platform: Platform): Promise<Member> {
  const browser = openBrowser(app);
  const reply = await browser.send('POST', '/setup', await setupBody(platform));
  assert.equal(reply.statusCode, 201, reply.body);
  return memberOf(browser, reply.json());
}

/** Who a session reply says is in this browser. */
export function memberOf(browser: Browser, { person, desk }: Session): Member {
  assert.ok(person && desk);
  const { person_id: personId, email } = person;
  return { browser, personId, deskId: desk.desk_id, slug: desk.slug, email };
}

let joined = 0;

/** Invites somebody and lets them join. */
export async function join(
  app: FastifyInstance,
  inviter: Member,
  roles: readonly Role[],
): Promise<Member> {
  joined += 1;
  const email = `person${joined}@example.org`;
  const invited = await inviter.browser.send('POST', '/invitations', { email, roles });
  assert.equal(invited.statusCode, 201, invited.body);
  const browser = openBrowser(app);
  const reply = await browser.send('POST', '/invitations/accept', {
    token: tokenOf(invited.json<{ link: string }>().link),
    name: `Person ${joined}`,
    password,
    language: 'en',
  });
  assert.equal(reply.statusCode, 201, reply.body);
  return memberOf(browser, reply.json());
}

/** The token in a link's hash. */
export function tokenOf(link: string): string {
  return link.slice(link.indexOf('#') + 1);
}

/** The end of a problem's type. */
export function problemKind(reply: LightMyRequestResponse): string {
  return reply.json<{ type: string }>().type.replace('urn:commonweal:problem:', '');
}

/** The statuses of several replies, in order of size. */
export function statuses(replies: readonly LightMyRequestResponse[]): number[] {
  return replies.map(({ statusCode }) => statusCode).sort((a, b) => a - b);
}
