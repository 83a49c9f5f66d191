import {
  confidences,
  controlIds,
  controls as controlsOfLaw,
  Jurisdiction,
  knowledge,
  standings,
  TerrorismDefinition,
} from '@commonweal/law/registry';
import { Type, type Static } from 'typebox';
import { operation } from './operation.ts';
import { closed, Day, nullable, oneOf, Territory } from './schema.ts';

const room = 'law';
const Standing = oneOf(standings);

/** What a jurisdiction is called, and how far its entry can be relied on. */
const entry = {
  id: Type.String({ description: 'ISO 3166-1 alpha-2, or EU' }),
  name: Type.String(),
  region: Type.String(),
  commonwealth: Type.Boolean(),
  small_state: Type.Boolean(),
  researched_on: Day,
  last_reviewed: nullable(Day),
  confidence: oneOf(confidences),
};

export const JurisdictionInShort = closed({
  ...entry,
  territories: Type.Array(Territory),
  controls: Jurisdiction.properties.controls,
  powers: Type.Integer({ description: 'Powers to order that are recorded and were in force' }),
  shortest_hours: nullable(
    Type.Number({ description: 'The shortest time to comply that one of them sets' }),
  ),
});
export type JurisdictionInShort = Static<typeof JurisdictionInShort>;

export const JurisdictionRead = closed({
  on: Day,
  jurisdiction: Jurisdiction,
  standing: closed({
    instruments: Type.Array(Standing, { description: 'In the order of the instruments' }),
    order_powers: Type.Array(Standing, { description: 'In the order of the powers' }),
  }),
});
export type JurisdictionRead = Static<typeof JurisdictionRead>;

export const DefinitionRead = closed({
  ...entry,
  definition: TerrorismDefinition,
  protest_left_out: Jurisdiction.properties.controls.properties.G02,
  violence_and_intimidation: Jurisdiction.properties.controls.properties.G03,
});
export type DefinitionRead = Static<typeof DefinitionRead>;

const Count = closed({
  yes: Type.Integer(),
  partial: Type.Integer(),
  no: Type.Integer(),
  none_found: Type.Integer(),
  unknown: Type.Integer(),
});

export const GapReportRead = closed({
  ...entry,
  on: Day,
  counts: closed({ security: Count, rights: Count }),
  there: Type.Array(oneOf(controlIds)),
  gaps: Type.Array(
    closed({
      control: oneOf(controlIds),
      side: oneOf(['security', 'rights', 'both']),
      status: oneOf(knowledge.filter((state) => state !== 'yes')),
      effort: oneOf(['practice_note', 'regulation', 'act']),
      evidence: Type.Array(Type.String(), { description: 'Citations of what there is instead' }),
      models: Type.Array(
        closed({
          jurisdiction: Type.String(),
          title: Type.String(),
          pin: Type.String(),
          url: nullable(Type.String()),
          standing: Standing,
        }),
        { description: 'Clauses of others to learn from, the best first' },
      ),
    }),
  ),
  steps: Type.Array(Type.Integer(), {
    description: 'Steps of the minimum package, from 1, that would close one of the gaps',
  }),
});
export type GapReportRead = Static<typeof GapReportRead>;

const on = Type.Optional(
  Type.String({
    format: 'date',
    description:
      'The day whose law is asked for; today without it. It decides how instruments and powers stood; controls and definitions are as they were researched',
  }),
);

export const law = {
  listJurisdictions: operation({
    method: 'GET',
    path: '/api/v1/law/jurisdictions',
    room,
    summary: `The ${Object.keys(controlsOfLaw).length} controls of every jurisdiction in the registry. Not legal advice`,
    access: { roles: 'any' },
    query: closed({ on }),
    status: 200,
    reply: closed({ on: Day, data: Type.Array(JurisdictionInShort) }),
  }),
  readJurisdiction: operation({
    method: 'GET',
    path: '/api/v1/law/jurisdictions/:jurisdiction',
    room,
    summary: 'All that is recorded of one jurisdiction, and how it stood on a day',
    access: { roles: 'any' },
    params: closed({ jurisdiction: Territory }),
    query: closed({ on }),
    status: 200,
    reply: JurisdictionRead,
  }),
  readGapReport: operation({
    method: 'GET',
    path: '/api/v1/law/jurisdictions/:jurisdiction/gaps',
    room,
    summary: 'What its law has not, why that matters, and clauses of others to learn from',
    access: { roles: 'any' },
    params: closed({ jurisdiction: Territory }),
    query: closed({ on }),
    status: 200,
    reply: GapReportRead,
  }),
  listDefinitions: operation({
    method: 'GET',
    path: '/api/v1/law/definitions',
    room,
    summary: 'Definitions of terrorism, side by side',
    access: { roles: 'any' },
    status: 200,
    reply: closed({ data: Type.Array(DefinitionRead) }),
  }),
};
