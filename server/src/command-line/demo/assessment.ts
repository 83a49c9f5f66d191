import type { Assessment, PolicyVersion } from '@commonweal/contract';
import { lighterRungs, type MeasureKind } from '@commonweal/law';

/** An assessment nobody has filled in: the gate says what is missing. */
export function emptyAssessment(measure: MeasureKind): Assessment {
  return {
    measure,
    scope: { target: 'item', territories: 'global', until: null },
    ground: { type: 'policy_clause', policy_version_id: null, clause_keys: [] },
    harm: { categories: [], severity: null },
    context: { purpose: null, note: '' },
    aim: { aim: null, threat: '' },
    alternatives: [],
    necessity: '',
    rabat: {},
    posted_at: null,
    facts: '',
    notice: null,
    override: null,
  };
}

/** What somebody wrote down about one measure. */
export interface Written {
  readonly measure: 'remove' | 'ban';
  readonly policy: PolicyVersion;
  readonly postedAt: string | null;
  readonly threat: string;
  readonly necessity: string;
  readonly rejected: string;
  readonly facts: string;
}

/** A whole assessment of recruiting: every question of the gate is answered. */
export function wholeAssessment(written: Written): Assessment {
  const { measure, policy, postedAt, threat, necessity, rejected, facts } = written;
  const subject = measure === 'ban' ? 'actor' : 'item';
  return {
    ...emptyAssessment(measure),
    scope: { target: subject === 'actor' ? 'account' : 'item', territories: 'global', until: null },
    ground: {
      type: 'policy_clause',
      policy_version_id: policy.policy_version_id,
      clause_keys: ['recruitment'],
    },
    harm: { categories: ['recruitment'], severity: 3 },
    context: { purpose: 'none', note: '' },
    aim: { aim: 'public_order', threat },
    alternatives: lighterRungs(measure, subject).map((lighter) => ({
      measure: lighter,
      rejected_because: rejected,
    })),
    necessity,
    posted_at: postedAt,
    facts,
    notice: { when: 'now' },
  };
}
