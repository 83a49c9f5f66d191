import type { PolicyVersion } from '@commonweal/contract';
import type { StateWords } from '../../words/states.ts';
import { msg } from '../../i18n/message.ts';

export type Standing = 'draft' | 'coming' | 'in_force' | 'past';

/** Where a version stands at a moment. */
export function standingOf(
  version: Pick<PolicyVersion, 'state' | 'in_force_from' | 'in_force_until'>,
  now: Date,
): Standing {
  if (version.state === 'draft' || version.in_force_from === null) return 'draft';
  if (now < new Date(version.in_force_from)) return 'coming';
  if (version.in_force_until !== null && new Date(version.in_force_until) <= now) return 'past';
  return 'in_force';
}

export const standingWords: Readonly<Record<Standing, StateWords>> = {
  draft: { label: msg('Draft'), tone: 'neutral' },
  coming: { label: msg('Published, not yet in force'), tone: 'info' },
  in_force: { label: msg('In force'), tone: 'success' },
  past: { label: msg('No longer in force'), tone: 'neutral' },
};
