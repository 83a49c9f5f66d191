import { roles as allRoles, scopeRoles, type Role, type Scope } from '@commonweal/contract';

/** Who somebody is, as far as these rules ask. */
export interface Standing {
  readonly personId: string;
  readonly roles: readonly Role[];
  readonly status: 'active' | 'suspended';
}

/** What an administrator wants to change about a person. */
export interface PersonChange {
  readonly roles?: readonly Role[] | undefined;
  readonly status?: 'active' | 'suspended' | undefined;
}

/** What the first administrator holds: all of it, for nobody can grant what nobody holds. */
export const founderRoles: readonly Role[] = allRoles;

/** Nobody grants what they do not hold. */
export function mayGrant(held: readonly Role[], granted: readonly Role[]): boolean {
  return granted.every((role) => held.includes(role));
}

/** An invitation stands while its inviter is still an administrator holding all that it grants. */
export function mayStillInvite(
  inviter: Omit<Standing, 'personId'>,
  granted: readonly Role[],
): boolean {
  return (
    inviter.status === 'active' &&
    inviter.roles.includes('administrator') &&
    mayGrant(inviter.roles, granted)
  );
}

/** Whoever lets a person back in could become them: an active administrator who holds all that they hold. */
export function mayResetPassword(
  maker: Omit<Standing, 'personId'>,
  target: Pick<Standing, 'roles'>,
): boolean {
  return mayStillInvite(maker, target.roles);
}

/** Analysts make keys for their own programs; the desk's keys are for who runs it and who audits it. */
export function seesAllKeys(held: readonly Role[]): boolean {
  return held.includes('administrator') || held.includes('auditor');
}

/** The scopes that this person may not give a key. */
export function scopesBeyond(held: readonly Role[], scopes: readonly Scope[]): Scope[] {
  return scopes.filter((scope) => !scopeRoles[scope].some((role) => held.includes(role)));
}

/** Whether the change takes an administrator from among those who can act. */
export function losesAdministrator(target: Standing, change: PersonChange): boolean {
  const isOne = target.status === 'active' && target.roles.includes('administrator');
  const status = change.status ?? target.status;
  const roles = change.roles ?? target.roles;
  return isOne && !(status === 'active' && roles.includes('administrator'));
}

export type EditRefusal =
  | 'not_administrator'
  | 'beyond_target'
  | 'beyond_grant'
  | 'self_suspend'
  | 'last_administrator';

/** Why `actor` may not make this change to `target`, or null. */
export function refuseEdit(
  actor: Standing,
  target: Standing,
  change: PersonChange,
  otherAdministrators: number,
): EditRefusal | null {
  if (actor.status !== 'active' || !actor.roles.includes('administrator'))
    return 'not_administrator';
  if (!mayGrant(actor.roles, target.roles)) return 'beyond_target';
  if (!mayGrant(actor.roles, change.roles ?? [])) return 'beyond_grant';
  if (actor.personId === target.personId && change.status === 'suspended') return 'self_suspend';
  if (otherAdministrators === 0 && losesAdministrator(target, change)) return 'last_administrator';
  return null;
}
