import type { Desk, Role } from '@commonweal/contract';
import { sql } from 'kysely';
import type { Trx } from '../platform/database/index.ts';
import { fault, notFound, refusal } from '../platform/http/index.ts';
import type { Standing } from './policy.ts';
import { presentDesk, type PersonRow } from './present.ts';
import './tables.ts';

/** A person's roles beside a selected `person`. */
const rolesOfRow = sql<Role[]>`array(
  select held.role from person_role as held
  where held.desk_id = person.desk_id and held.person_id = person.person_id order by held.role)`;
const passkeysOfRow = sql<number>`(
  select count(*)::int from passkey
  where passkey.desk_id = person.desk_id and passkey.person_id = person.person_id)`;

const recoveryCodesOfRow = sql<number>`(
  select count(*)::int from recovery_code as code
  where code.desk_id = person.desk_id and code.person_id = person.person_id and code.used_at is null)`;

/** A desk as the contract presents it. @throws ProblemError when there is none */
export async function readDesk(trx: Trx, deskId: string): Promise<Desk> {
  const row = await trx
    .selectFrom('desk')
    .selectAll()
    .where('desk_id', '=', deskId)
    .executeTakeFirst();
  if (row === undefined) throw notFound('desk');
  return presentDesk(row);
}

/** Names by person id; ids of nobody here are left out. */
export async function peopleNames(trx: Trx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('person')
    .select(['person_id', 'name'])
    .where('person_id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.name]));
}

/** What a person holds now; nothing while they are suspended or when there is no such person. */
export async function personRoles(trx: Trx, personId: string): Promise<Role[]> {
  const rows = await trx
    .selectFrom('person_role')
    .innerJoin('person', (join) =>
      join
        .onRef('person.desk_id', '=', 'person_role.desk_id')
        .onRef('person.person_id', '=', 'person_role.person_id'),
    )
    .select('person_role.role')
    .where('person_role.person_id', '=', personId)
    .where('person.status', '=', 'active')
    .orderBy('person_role.role')
    .execute();
  return rows.map((row) => row.role);
}

/** People of a desk, ready to be narrowed and presented. */
export function selectPeople(trx: Trx, deskId: string) {
  return trx
    .selectFrom('person')
    .select([
      'person_id',
      'name',
      'email',
      'status',
      'language',
      'created_at',
      'last_seen_at',
      rolesOfRow.as('roles'),
      sql<boolean>`totp_secret is not null`.as('totp'),
      passkeysOfRow.as('passkeys'),
      recoveryCodesOfRow.as('recovery_codes'),
    ])
    .where('person.desk_id', '=', deskId);
}

/** One person. @throws ProblemError when there is none */
export async function readPerson(trx: Trx, deskId: string, personId: string): Promise<PersonRow> {
  const row = await selectPeople(trx, deskId).where('person_id', '=', personId).executeTakeFirst();
  if (row === undefined) throw notFound('person');
  return row;
}

/** What the rules ask about a person. @throws ProblemError when there is none */
export async function readStanding(trx: Trx, deskId: string, personId: string): Promise<Standing> {
  const row = await trx
    .selectFrom('person')
    .select(['person_id as personId', 'status', rolesOfRow.as('roles')])
    .where('person.desk_id', '=', deskId)
    .where('person.person_id', '=', personId)
    .executeTakeFirst();
  if (row === undefined) throw notFound('person');
  return row;
}

/**
 * One change to people at a time: without it two administrators could suspend each other in the
 * same moment, or a role be granted by somebody just losing it.
 */
export async function lockPeople(trx: Trx, deskId: string): Promise<void> {
  await trx
    .selectFrom('desk')
    .select('desk_id')
    .where('desk_id', '=', deskId)
    .forUpdate()
    .executeTakeFirst();
}

/** Somebody who joins. */
export interface NewPerson {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
  readonly language: Desk['language'];
  readonly roles: readonly Role[];
}

/** Adds a person with their roles. @throws ProblemError when the address is taken on this desk */
export async function insertPerson(
  trx: Trx,
  deskId: string,
  person: NewPerson,
  now: Date,
): Promise<void> {
  const inserted = await trx
    .insertInto('person')
    .values({
      desk_id: deskId,
      person_id: person.personId,
      name: person.name,
      email: person.email.toLowerCase(),
      password_hash: person.passwordHash,
      status: 'active',
      language: person.language,
      code_failures: 0,
      created_at: now,
    })
    .onConflict((on) => on.columns(['desk_id', 'email']).doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) throw emailTaken();
  await writeRoles(trx, deskId, person.personId, person.roles);
}

/** Replaces what a person holds. */
export async function writeRoles(
  trx: Trx,
  deskId: string,
  personId: string,
  roles: readonly Role[],
): Promise<void> {
  await trx
    .deleteFrom('person_role')
    .where('desk_id', '=', deskId)
    .where('person_id', '=', personId)
    .execute();
  await trx
    .insertInto('person_role')
    .values(roles.map((role) => ({ desk_id: deskId, person_id: personId, role })))
    .execute();
}

/** The refusal of a second person with the same address. */
export function emailTaken() {
  return refusal('email-taken', {
    errors: [fault('/email', 'email-in-use')],
  });
}
