import type { ControlId } from './controls.ts';
import type { Jurisdiction } from './jurisdiction.ts';

interface Citing {
  readonly cites: readonly string[];
}

type Facts = (jurisdiction: Jurisdiction) => readonly Citing[];

const definition: Facts = ({ terrorism_definition }) => [terrorism_definition];
const offences =
  (
    ...harms: readonly Jurisdiction['content_offences'][number]['harm_categories'][number][]
  ): Facts =>
  ({ content_offences }) =>
    content_offences.filter((offence) =>
      offence.harm_categories.some((one) => harms.includes(one)),
    );
const powers =
  (holds: (power: Jurisdiction['order_powers'][number]) => boolean): Facts =>
  ({ order_powers }) =>
    order_powers.filter(holds);
const liability: Facts = ({ intermediary_liability: one }) => (one === null ? [] : [one]);
/** "Content provider" is what Regulation (EU) 2021/784 calls whoever posted something. */
const isPerson = (who: string) =>
  /recipient|user|aggrieved|affected|poster|originator|content provider|owner|author|publisher|party/i.test(
    who,
  );
const isProvider = (who: string) =>
  /provider|intermediary|\bISP\b|\bhost\b/i.test(who.replaceAll('content provider', ''));
const challenges =
  (by: (who: string) => boolean): Facts =>
  ({ order_powers }) =>
    order_powers.flatMap(({ challenge }) => challenge.filter(({ who }) => by(who)));

/** The facts that speak to a control. Those of transparency and of treaties carry no citation. */
const facts: Readonly<Record<ControlId, Facts>> = {
  G01: definition,
  G02: definition,
  G03: definition,
  G04: offences('incitement', 'glorification'),
  G05: offences('recruitment'),
  G06: offences('instructional'),
  G07: (jurisdiction) => [
    ...jurisdiction.content_offences.filter(({ exceptions }) => exceptions !== null),
    ...jurisdiction.order_powers.filter(({ exemptions }) => exemptions !== null),
  ],
  G08: powers(() => true),
  G09: powers(() => true),
  G10: powers(({ reasons_required: reasons }) => reasons === true),
  G11: powers(({ deadline }) => deadline.value !== null),
  G12: powers(({ user_notice: told }) => told === true),
  G13: challenges(isProvider),
  G14: (jurisdiction) => [
    ...challenges(isPerson)(jurisdiction),
    ...(jurisdiction.redress === null ? [] : [jurisdiction.redress]),
  ],
  G15: liability,
  G16: liability,
  G17: ({ data_preservation: all }) => all,
  G18: () => [],
  G19: () => [],
  G20: ({ designation }) => designation,
  G21: ({ designation }) => designation.filter(({ review }) => review !== null),
  G22: ({ oversight }) => oversight,
  G23: () => [],
  G24: () => [],
};

/** What the registry cites of a control: where an answer, whatever it is, can be looked up. */
export function evidenceOf(jurisdiction: Jurisdiction, control: ControlId): string[] {
  return [...new Set(facts[control](jurisdiction).flatMap(({ cites }) => cites))];
}
