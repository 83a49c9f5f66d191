import { Type, type Static, type TSchema, type TUnsafe } from 'typebox';
import { harmCategories } from '../words.ts';
import { controlIds } from './controls.ts';
import {
  authorityTypes,
  bases,
  confidences,
  deadlineUnits,
  instrumentStatuses,
  knowledge,
} from './words.ts';

/** Says nothing of what is not known: null everywhere means "not known, or not researched". */
const known = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const closed = <T extends Record<string, TSchema>>(properties: T) =>
  Type.Object(properties, { additionalProperties: false });
const oneOf = <const T extends readonly string[]>(words: T): TUnsafe<T[number]> =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...words] });

const Text = Type.String({ minLength: 1, maxLength: 4000 });
const Day = Type.String({ pattern: String.raw`^\d{4}-\d\d-\d\d$` });
/** As much of a date as is known: a year, a month or a day. */
const PartialDate = Type.String({ pattern: String.raw`^\d{4}(-\d\d(-\d\d)?)?$` });
/** `instrument:pin`, the instrument by its id in the same file; or an instrument alone. */
const Cite = Type.String({ pattern: String.raw`^[a-z0-9]+([ :].+)?$`, maxLength: 200 });

const cited = { cites: Type.Array(Cite), confidence: oneOf(confidences) };
/** A claim says where it stands, how sure we are, and what it was taken from. */
const fact = { ...cited, basis: oneOf(bases) };
/** The law in force at the time of the act governs. `valid_to` is the first day on which it no longer was. */
const validity = { valid_from: known(PartialDate), valid_to: known(PartialDate) };

export const Instrument = closed({
  id: Type.String({ pattern: '^[a-z0-9]+$' }),
  title: Text,
  number: known(Text),
  year: Type.Integer({ minimum: 1200, maximum: 2200 }),
  status: oneOf(instrumentStatuses),
  url: known(Type.String({ pattern: '^https?://' })),
  basis: oneOf(bases),
  note: known(Text),
  ...validity,
});
export type Instrument = Static<typeof Instrument>;

export const TerrorismDefinition = closed({
  ...fact,
  summary: Text,
  purpose_element: known(Text),
  harm_element: known(Text),
  intent_element: known(Text),
  exceptions: known(Text),
  breadth_flags: Type.Array(Text),
});
export type TerrorismDefinition = Static<typeof TerrorismDefinition>;

export const ContentOffence = closed({
  ...fact,
  label: Text,
  summary: known(Text),
  harm_categories: Type.Array(oneOf(harmCategories)),
  max_penalty: known(Text),
  exceptions: known(Text),
});
export type ContentOffence = Static<typeof ContentOffence>;

/** A power to order. The same id twice is the same power in two versions, one after the other. */
export const OrderPower = closed({
  ...fact,
  id: Type.String({ pattern: '^[A-Z]{2}-[A-Za-z0-9.-]+$' }),
  name: Text,
  issuing_authority: Text,
  authority_type: oneOf(authorityTypes),
  instrument: Text,
  trigger: Text,
  deadline: closed({
    unit: oneOf(deadlineUnits),
    value: known(Type.Number()),
    hours_max: known(Type.Number()),
    note: known(Text),
  }),
  addressees: Type.Array(Text),
  territorial_scope: known(Text),
  reasons_required: known(Type.Boolean()),
  prior_notice: known(Text),
  user_notice: known(Type.Boolean()),
  challenge: Type.Array(
    closed({
      who: Text,
      where: Text,
      within: known(Text),
      suspensive: known(Type.Boolean()),
      cites: Type.Array(Cite),
    }),
  ),
  penalty: known(Text),
  exemptions: known(Text),
  duration: known(Text),
  note: known(Text),
  ...validity,
});
export type OrderPower = Static<typeof OrderPower>;

export const DesignationRoute = closed({
  ...fact,
  name: Text,
  authority: known(Text),
  standard: known(Text),
  publication: known(Text),
  url: known(Type.String({ pattern: '^https?://' })),
  url_verified: Type.Boolean(),
  review: known(Text),
  periodic_review: known(Text),
  implements_unsc: known(Text),
});
export type DesignationRoute = Static<typeof DesignationRoute>;

export const Review = closed({
  researched_on: Day,
  last_reviewed: known(Day),
  reviewed_by: known(Text),
  next_review_due: known(Day),
  overall_confidence: oneOf(confidences),
  search_depth: Text,
  legal_advice: Type.Literal(false),
});

/** One jurisdiction: what its law says of terrorist use of the internet, as far as is known. */
export const Jurisdiction = closed({
  id: Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2, or EU' }),
  name: Text,
  kind: oneOf(['state', 'supranational']),
  region: Text,
  commonwealth: Type.Boolean(),
  small_state: Type.Boolean(),
  territories: Type.Array(Type.String({ pattern: '^[A-Z]{2}$' }), {
    minItems: 1,
    description: 'Where its orders have legal effect, ISO 3166-1 alpha-2',
  }),
  review: Review,
  instruments: Type.Array(Instrument),
  terrorism_definition: TerrorismDefinition,
  content_offences: Type.Array(ContentOffence),
  order_powers: Type.Array(OrderPower),
  intermediary_liability: known(
    closed({ ...fact, summary: Text, no_general_monitoring: known(Type.Boolean()) }),
  ),
  data_preservation: Type.Array(
    closed({
      ...fact,
      summary: Text,
      max_days: known(Type.Integer({ minimum: 1 })),
      extendable: known(Text),
    }),
  ),
  designation: Type.Array(DesignationRoute),
  transparency: closed({
    platform: Type.Array(Text),
    state: Type.Array(Text),
    confidence: oneOf(confidences),
  }),
  redress: known(closed({ ...cited, summary: Text })),
  oversight: Type.Array(closed({ body: Text, cites: Type.Array(Cite) })),
  rights_instruments: closed({
    iccpr: closed({
      party: known(Type.Boolean()),
      year: known(Type.Integer()),
      signed_only: known(Type.Integer({ description: 'The year it was signed and not ratified' })),
      note: known(Text),
    }),
    iccpr_op1: known(Type.Boolean()),
    regional: Type.Array(Text),
    constitutional: known(Text),
    confidence: oneOf(confidences),
    verify_at: Type.String(),
    note: known(Text),
  }),
  controls: closed(
    Object.fromEntries(controlIds.map((id) => [id, oneOf(knowledge)])) as Record<
      (typeof controlIds)[number],
      TUnsafe<(typeof knowledge)[number]>
    >,
  ),
  pending: Type.Array(Text),
  risk_flags: Type.Array(Text),
  notes: known(Text),
  sources: Type.Array(Type.String()),
});
export type Jurisdiction = Static<typeof Jurisdiction>;
