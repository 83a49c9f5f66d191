import type { Person } from '@commonweal/contract';
import { recordEvent } from '../ledger/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { refusal } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { refuseEdit, type EditRefusal, type PersonChange, type Standing } from './policy.ts';
import { presentPerson } from './present.ts';
import { endSessionsOf } from './sessions.ts';
import { lockPeople, readPerson, readStanding, writeRoles } from './store.ts';

/**
 * Changes what a person holds, or suspends or restores them; suspending ends their sessions.
 *
 * @throws ProblemError when there is no such person or the rules in `policy.ts` are against it
 */
export async function updatePerson(
  platform: Platform,
  trx: Trx,
  deskId: string,
  { actorId, personId, change }: { actorId: string; personId: string; change: PersonChange },
): Promise<Person> {
  await lockPeople(trx, deskId);
  // Read again under the lock: the session's roles may be a moment old.
  const actor = await readStanding(trx, deskId, actorId);
  const target = await readStanding(trx, deskId, personId);
  const others = await countOtherAdministrators(trx, deskId, personId);
  const refused = refuseEdit(actor, target, change, others);
  if (refused !== null) throw refusal(refusals[refused]);
  if (change.roles !== undefined)
    await changeRoles(platform, trx, deskId, actorId, target, change.roles);
  if (change.status !== undefined && change.status !== target.status)
    await changeStatus(platform, trx, deskId, actorId, target, change.status);
  return presentPerson(await readPerson(trx, deskId, personId));
}

async function changeRoles(
  platform: Platform,
  trx: Trx,
  deskId: string,
  actorId: string,
  target: Standing,
  roles: NonNullable<PersonChange['roles']>,
): Promise<void> {
  await writeRoles(trx, deskId, target.personId, roles);
  await recordEvent(platform, trx, deskId, {
    kind: 'person.roles_changed',
    subjectId: target.personId,
    event: { person: target.personId, by: actorId, from: [...target.roles], to: [...roles] },
  });
}

async function changeStatus(
  platform: Platform,
  trx: Trx,
  deskId: string,
  actorId: string,
  target: Standing,
  status: Standing['status'],
): Promise<void> {
  await trx
    .updateTable('person')
    .set({ status })
    .where('desk_id', '=', deskId)
    .where('person_id', '=', target.personId)
    .execute();
  if (status === 'suspended') await endSessionsOf(trx, deskId, target.personId);
  await recordEvent(platform, trx, deskId, {
    kind: status === 'suspended' ? 'person.suspended' : 'person.restored',
    subjectId: target.personId,
    event: { person: target.personId, by: actorId },
  });
}

async function countOtherAdministrators(
  trx: Trx,
  deskId: string,
  personId: string,
): Promise<number> {
  const { others } = await trx
    .selectFrom('person_role')
    .innerJoin('person', (join) =>
      join
        .onRef('person.desk_id', '=', 'person_role.desk_id')
        .onRef('person.person_id', '=', 'person_role.person_id'),
    )
    .select((row) => row.fn.countAll<number>().as('others'))
    .where('person_role.desk_id', '=', deskId)
    .where('person_role.role', '=', 'administrator')
    .where('person.status', '=', 'active')
    .where('person.person_id', '!=', personId)
    .executeTakeFirstOrThrow();
  return others;
}

const refusals = {
  not_administrator: 'edit-administrators-only',
  beyond_target: 'edit-beyond',
  beyond_grant: 'grant-beyond',
  self_suspend: 'edit-own-suspension',
  last_administrator: 'edit-last-administrator',
} as const satisfies Record<EditRefusal, string>;
