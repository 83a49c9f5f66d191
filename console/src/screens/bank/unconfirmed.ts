import type { BankEntry } from '@commonweal/contract';

/** It matches, and nobody else has looked at it. */
export function isUnconfirmed({ status, confirmed_at }: BankEntry): boolean {
  return confirmed_at === null && (status === 'active' || status === 'disputed');
}
