import type { StoredDesignation } from '../read-designations.ts';

/** Whose register it is, and when it was written. */
export interface StixSource {
  readonly deskId: string;
  readonly desk: string;
  readonly at: Date;
}

const marks = { clear: 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487' };
const tlp = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';

/**
 * Designations as a STIX 2.1 bundle (OASIS): each a `threat-actor`, because `identity` has no aliases,
 * with the list and the reference as an external reference. No `threat_actor_types`: lists name others
 * than terrorists. What ended is `revoked`. TLP 2.0 CLEAR, for official lists are public.
 */
export function writeStix(
  designations: readonly StoredDesignation[],
  { deskId, desk, at }: StixSource,
): string {
  const author = `identity--${deskId}`;
  const common = {
    spec_version: '2.1',
    created_by_ref: author,
    object_marking_refs: [marks.clear],
  };
  const objects = [
    {
      type: 'identity',
      spec_version: '2.1',
      id: author,
      created: at.toISOString(),
      modified: at.toISOString(),
      name: desk,
      identity_class: 'organization',
    },
    {
      type: 'marking-definition',
      spec_version: '2.1',
      id: marks.clear,
      created: '2022-10-01T00:00:00.000Z',
      name: 'TLP:CLEAR',
      extensions: { [tlp]: { extension_type: 'property-extension', tlp_2_0: 'clear' } },
    },
    ...designations.map((each) => ({
      type: 'threat-actor',
      ...common,
      id: `threat-actor--${each.designation_id}`,
      created: each.created_at.toISOString(),
      modified: each.updated_at.toISOString(),
      ...(each.ended_on === null ? {} : { revoked: true }),
      name: each.name,
      ...aliasesOf(each),
      labels: ['designated', ...(each.effects ?? each.listEffects)],
      external_references: [
        {
          source_name: each.authority,
          external_id: each.reference,
          description: descriptionOf(each),
        },
        ...each.same_as.map(({ authority, reference }) => ({
          source_name: authority,
          external_id: reference,
        })),
      ],
    })),
  ];
  return `${JSON.stringify({ type: 'bundle', id: `bundle--${deskId}`, objects })}\n`;
}

function aliasesOf({ name, names }: StoredDesignation): { aliases?: string[] } {
  const aliases = [...new Set(names.map(({ text }) => text))].filter((text) => text !== name);
  return aliases.length === 0 ? {} : { aliases };
}

function descriptionOf(each: StoredDesignation): string {
  const since = each.listed_on === null ? '' : ` since ${each.listed_on}`;
  const until = each.ended_on === null ? '' : ` until ${each.ended_on}`;
  return `Listed${since}${until}: ${each.list_type}`;
}
