import type { GateInput, OrderCited } from './gate-types.ts';
import { lighterRungs } from './measures.ts';
import { rejectRungs } from './suggest-lighter.ts';
import type { MeasureKind, MeasureSubject } from './words.ts';

/** A complete case that passes: recruitment for an invented organisation, removed by a person. */
export function exampleInput(
  measure: MeasureKind = 'remove',
  subject: MeasureSubject = 'item',
): GateInput {
  return {
    proposal: {
      measure,
      subject,
      scope: {
        target: subject === 'item' ? 'item' : 'account',
        territories: 'global',
        until: null,
      },
    },
    ground: {
      type: 'policy_clause',
      clauses: [
        {
          versionId: 'version-1',
          clauseKey: 'recruitment',
          versionNumber: 1,
          publishedAt: '2026-01-01T00:00:00Z',
          inForceFrom: '2026-01-15T00:00:00Z',
          inForceUntil: null,
          harmCategories: ['recruitment'],
          measures: ['remove', 'ban', 'preserve', 'refer'],
        },
      ],
      order: null,
    },
    record: {
      postedAt: '2026-03-01T09:00:00Z',
      surface: 'open',
      participantReport: false,
      harm: { categories: ['recruitment'], severity: 3 },
      context: { purpose: 'none', note: '' },
      aim: {
        aim: 'public_order',
        threat: 'It gives readers a way to join the armed wing of the Grey Tide.',
      },
      alternatives: rejectRungs(
        lighterRungs(measure, subject),
        'The address to write to would still be there to use.',
      ),
      necessity: 'The post is an appeal to join and nothing else; only its absence stops that.',
      rabat: {},
      signals: [{ kind: 'user_report', strength: 'report', disputed: false }],
    },
    protections: {
      facts: 'On 1 March you posted an appeal to join the Grey Tide, with an address to write to.',
      notice: { when: 'now' },
      appealUntil: '2026-09-15T00:00:00Z',
      retentionUntil: '2027-03-02T00:00:00Z',
    },
    decision: {
      by: 'person',
      decidedBy: 'amina',
      secondBy: null,
      at: '2026-03-02T10:00:00Z',
    },
    override: null,
  };
}

/** A complete order in force everywhere, by an invented authority under an invented law. */
export function exampleOrder(): OrderCited {
  return {
    orderId: 'order-1',
    powerId: 'XA-REMOVAL',
    registryReviewed: true,
    authorityVerified: true,
    complete: true,
    missing: [],
    territories: 'global',
    inForceFrom: '2026-03-02T08:00:00Z',
    inForceUntil: null,
    instrument: 'Online Order Act of Examplia',
  };
}
