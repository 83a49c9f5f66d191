import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roles, scopeRoles, scopes, type Role } from '@commonweal/contract';
import * as fc from 'fast-check';
import {
  founderRoles,
  losesAdministrator,
  mayGrant,
  mayStillInvite,
  refuseEdit,
  scopesBeyond,
  type PersonChange,
  type Standing,
} from './policy.ts';

const roleSet = fc.subarray([...roles]);
const status = fc.constantFrom('active' as const, 'suspended' as const);
const standing = (personId: string) =>
  fc.record({ personId: fc.constant(personId), roles: roleSet, status });
const change: fc.Arbitrary<PersonChange> = fc.record(
  { roles: fc.subarray([...roles], { minLength: 1 }), status },
  { requiredKeys: [] },
);

test('granting is allowed for exactly the subsets of what one holds, over every pair of role sets', () => {
  const sets = Array.from({ length: 2 ** roles.length }, (_, bits) =>
    roles.filter((_role, at) => (bits >> at) & 1),
  );
  for (const [heldBits, held] of sets.entries())
    for (const [grantedBits, granted] of sets.entries())
      if (mayGrant(held, granted) !== ((heldBits & grantedBits) === grantedBits))
        assert.fail(`${held.join()} grants ${granted.join()}`);
});

test('no accepted edit raises anybody above the editor, touches somebody above, or empties the desk', () => {
  fc.assert(
    fc.property(
      standing('actor'),
      fc.oneof(standing('target'), fc.constant(null)),
      change,
      fc.nat(2),
      (actor, other, wanted, others) => {
        const target: Standing = other ?? actor;
        if (refuseEdit(actor, target, wanted, others) !== null) return;
        const isHeld = (role: Role) => actor.roles.includes(role);
        assert.ok(actor.status === 'active' && actor.roles.includes('administrator'));
        assert.ok(target.roles.every(isHeld));
        assert.ok((wanted.roles ?? []).every(isHeld));
        assert.ok(!(other === null && wanted.status === 'suspended'));
        assert.ok(others > 0 || !losesAdministrator(target, wanted));
      },
    ),
    { numRuns: 3000 },
  );
});

test('from any start, no sequence of accepted edits creates a role that nobody granted away', () => {
  // What all administrators together hold can only shrink to them, never grow.
  const step = fc.record({ actor: fc.nat(3), target: fc.nat(3), change });
  fc.assert(
    fc.property(
      fc.array(roleSet, { minLength: 4, maxLength: 4 }),
      fc.array(step),
      (sets, steps) => {
        const people: Standing[] = sets.map((held, n) => ({
          personId: String(n),
          roles: held,
          status: 'active',
        }));
        const known = new Set(sets.flat());
        const hadAdministrator = isRun(people);
        for (const { actor: a, target: t, change: wanted } of steps) {
          const actor = people[a];
          const target = people[t];
          if (actor === undefined || target === undefined) continue;
          const others = people.filter((one) => one !== target && isAdministrator(one)).length;
          if (refuseEdit(actor, target, wanted, others) !== null) continue;
          people[t] = {
            ...target,
            roles: wanted.roles ?? target.roles,
            status: wanted.status ?? target.status,
          };
        }
        assert.ok(people.every((one) => one.roles.every((role) => known.has(role))));
        assert.equal(isRun(people), hadAdministrator);
      },
    ),
  );
});

function isAdministrator({ roles: held, status: now }: Standing): boolean {
  return now === 'active' && held.includes('administrator');
}

function isRun(people: readonly Standing[]): boolean {
  return people.some(isAdministrator);
}

test('an invitation stands only while its inviter is an active administrator holding all it grants', () => {
  fc.assert(
    fc.property(roleSet, roleSet, status, (held, granted, now) => {
      assert.equal(
        mayStillInvite({ roles: held, status: now }, granted),
        now === 'active' &&
          held.includes('administrator') &&
          granted.every((role) => held.includes(role)),
      );
    }),
  );
});

test('a key gets a scope only from somebody holding a role that stands for it', () => {
  fc.assert(
    fc.property(roleSet, fc.subarray([...scopes]), (held, wanted) => {
      const beyond = scopesBeyond(held, wanted);
      for (const scope of wanted)
        assert.equal(
          beyond.includes(scope),
          !scopeRoles[scope].some((role) => held.includes(role)),
        );
    }),
  );
});

test('the founder holds every role, for nobody can grant what nobody holds', () => {
  assert.deepEqual([...founderRoles].sort(), [...roles].sort());
});
