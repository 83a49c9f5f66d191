import { controlIds, controls, type ControlId, type Effort, type Side } from './controls.ts';
import type { Day } from './dates.ts';
import { evidenceOf } from './evidence.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import { standingOf, type Standing } from './standing.ts';
import { knowledge, type Knowledge } from './words.ts';

/** A clause elsewhere worth borrowing from. */
export interface ModelClause {
  readonly jurisdiction: string;
  readonly title: string;
  /** Where in it; empty: all of it. */
  readonly pin: string;
  readonly url: string | null;
  /** How it stood that day: what is uncertain is said. */
  readonly standing: Standing;
}

/** One control that is not, or not wholly, there; or of which it is not known. */
export interface Gap {
  readonly control: ControlId;
  readonly side: Side;
  readonly status: Exclude<Knowledge, 'yes'>;
  readonly effort: Effort;
  /** Citations of what there is in its place. */
  readonly evidence: readonly string[];
  readonly models: readonly ModelClause[];
}

/** What a jurisdiction's law has and has not, on both sides, always. */
export interface GapReport {
  readonly on: Day;
  readonly counts: Readonly<Record<'security' | 'rights', Readonly<Record<Knowledge, number>>>>;
  readonly there: readonly ControlId[];
  readonly gaps: readonly Gap[];
  /** Steps of the minimum package, from 1, that would close one of the gaps. */
  readonly steps: readonly number[];
}

/**
 * The gap report of a jurisdiction on a day, with the clauses of others to learn from. Of a control
 * nobody knows about it says so: it is no gap until somebody has looked.
 */
export function gapReport(
  all: ReadonlyMap<string, Jurisdiction>,
  jurisdiction: Jurisdiction,
  on: Day,
): GapReport {
  const gaps = controlIds.flatMap((control): Gap[] => {
    const status = jurisdiction.controls[control];
    if (status === 'yes') return [];
    const { side, effort, models } = controls[control];
    return [
      {
        control,
        side,
        status,
        effort,
        evidence: evidenceOf(jurisdiction, control),
        models: models
          .filter((model) => !model.startsWith(`${jurisdiction.id}:`))
          .map((model) => clauseOf(all, model, on)),
      },
    ];
  });
  const open = new Set<ControlId>(gaps.map(({ control }) => control));
  return {
    on,
    counts: { security: count(jurisdiction, 'security'), rights: count(jurisdiction, 'rights') },
    there: controlIds.filter((control) => !open.has(control)),
    gaps,
    steps: [...new Set(gaps.flatMap(({ control }) => controls[control].step ?? []))].toSorted(
      (a, b) => a - b,
    ),
  };
}

function count(jurisdiction: Jurisdiction, side: Side): Record<Knowledge, number> {
  const asked = controlIds.filter(
    (id) => controls[id].side === side || controls[id].side === 'both',
  );
  return Object.fromEntries(
    knowledge.map((state) => [
      state,
      asked.filter((id) => jurisdiction.controls[id] === state).length,
    ]),
  ) as Record<Knowledge, number>;
}

/** A clause named as `AU:cc:s 100.1`. */
function clauseOf(all: ReadonlyMap<string, Jurisdiction>, model: string, on: Day): ModelClause {
  const [jurisdiction = '', id = '', pin = ''] = model.split(':');
  const instrument = all.get(jurisdiction)?.instruments.find((one) => one.id === id);
  if (instrument === undefined) throw new Error(`The registry has no ${model}.`);
  const { title, url } = instrument;
  return { jurisdiction, title, pin, url, standing: standingOf(instrument, on) };
}
