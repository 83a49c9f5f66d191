import { roles as allRoles, type Person, type Role } from '@commonweal/contract';

/** Why somebody may not change a person, or null. The server holds the same rules. */
export type Obstacle = 'beyond_you' | null;

/** The roles that a person may give others: those they hold. In the contract's order. */
export function grantable(held: readonly Role[]): Role[] {
  return allRoles.filter((role) => held.includes(role));
}

/** Nobody changes a person who holds a role they do not hold themselves. */
export function obstacleTo(held: readonly Role[], person: Pick<Person, 'roles'>): Obstacle {
  return person.roles.every((role) => held.includes(role)) ? null : 'beyond_you';
}

/** What was chosen is the same as what is held, in any order. */
export function sameRoles(a: readonly Role[], b: readonly Role[]): boolean {
  return a.length === b.length && a.every((role) => b.includes(role));
}
