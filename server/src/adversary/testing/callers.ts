import { roles, scopes, type Access } from '@commonweal/contract';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import type { TestDesk, TestHouse, TestPerson } from '../../testing/start-test-desk.ts';

/** Somebody who calls, and what the contract says of them. */
export interface TestCaller {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly may: (access: Access) => boolean;
  /** How a refusal is answered: 401 where nobody is known to call, 403 where somebody may not. */
  readonly refusal: 401 | 403;
}

const anybody = (access: Access): boolean => access.public === true;

/** Every kind of caller there is: each role alone, each scope alone, and all who no longer may. */
export async function everyCaller(house: TestHouse, desk: TestDesk): Promise<TestCaller[]> {
  const callers: TestCaller[] = [{ name: 'nobody', headers: {}, may: anybody, refusal: 401 }];
  for (const role of roles) {
    const person = await desk.join([role]);
    callers.push({
      name: `a person who is ${role} only`,
      headers: headersOf(person),
      may: (access) =>
        anybody(access) || access.roles === 'any' || access.roles?.includes(role) === true,
      refusal: 403,
    });
  }
  for (const scope of scopes) {
    callers.push({
      name: `a key with ${scope} only`,
      headers: { authorization: `Bearer ${(await keyOf(desk, scope)).secret}` },
      may: (access) => anybody(access) || access.scopes?.includes(scope) === true,
      refusal: 403,
    });
  }
  return [...callers, ...(await formerCallers(house, desk))];
}

/** Cookie and token of a person. */
export function headersOf(person: TestPerson): Record<string, string> {
  return { cookie: person.cookie, 'x-csrf-token': person.csrf };
}

async function formerCallers(house: TestHouse, desk: TestDesk): Promise<TestCaller[]> {
  const { client } = desk.administrator;
  const suspended = await desk.join(roles);
  await client.updatePerson({
    params: { person_id: suspended.personId },
    body: { status: 'suspended' },
  });
  const expired = await desk.join(roles);
  const idle = await desk.join(roles);
  await house.database.inDesk(desk.deskId, async (trx) => {
    await sql`update session set created_at = now() - interval '25 hours', expires_at = now() - interval '1 hour'
      where person_id = ${expired.personId}`.execute(trx);
    await sql`update session set seen_at = now() - interval '8 hours 1 minute'
      where person_id = ${idle.personId}`.execute(trx);
  });
  const revoked = await keyOf(desk, ...scopes);
  await client.revokeApiKey({ params: { api_key_id: revoked.api_key.api_key_id } });
  return [
    { name: 'a suspended person', headers: headersOf(suspended), may: anybody, refusal: 401 },
    { name: 'an expired session', headers: headersOf(expired), may: anybody, refusal: 401 },
    { name: 'a session left alone', headers: headersOf(idle), may: anybody, refusal: 401 },
    {
      name: 'a revoked key',
      headers: { authorization: `Bearer ${revoked.secret}` },
      // Whoever sends a key means to be somebody: a bad one is refused even where anybody may call.
      may: () => false,
      refusal: 401,
    },
  ];
}

function keyOf(desk: TestDesk, ...given: (typeof scopes)[number][]) {
  return desk.administrator.client.createApiKey({
    body: { name: given.join(' ').slice(0, 100), scopes: given },
  });
}

let addresses = 0;

/** Sends a request from an address of its own, so that no limit per address is met by chance. */
export function injectFromAnew(
  app: FastifyInstance,
  options: InjectOptions,
): Promise<LightMyRequestResponse> {
  addresses += 1;
  const remoteAddress = `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`;
  return app.inject({ remoteAddress, ...options });
}
