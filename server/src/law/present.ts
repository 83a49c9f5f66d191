import type {
  DefinitionRead,
  GapReportRead,
  JurisdictionInShort,
  JurisdictionRead,
} from '@commonweal/contract';
import {
  gapReport,
  standingOf,
  standingOfPower,
  type Day,
  type Jurisdiction,
} from '@commonweal/law/registry';

/** A jurisdiction in a row of the matrix. */
export function presentInShort(jurisdiction: Jurisdiction, on: Day): JurisdictionInShort {
  const powers = jurisdiction.order_powers.filter(
    (power) => standingOfPower(jurisdiction, power, on) === 'in_force',
  );
  const hours = powers.flatMap(({ deadline }) => deadline.hours_max ?? []);
  return {
    ...entryOf(jurisdiction),
    territories: jurisdiction.territories,
    controls: jurisdiction.controls,
    powers: new Set(powers.map(({ id }) => id)).size,
    shortest_hours: hours.length === 0 ? null : Math.min(...hours),
  };
}

/** All of a jurisdiction, and how its instruments and powers stood. */
export function presentJurisdiction(jurisdiction: Jurisdiction, on: Day): JurisdictionRead {
  return {
    on,
    jurisdiction,
    standing: {
      instruments: jurisdiction.instruments.map((one) => standingOf(one, on)),
      order_powers: jurisdiction.order_powers.map((one) => standingOfPower(jurisdiction, one, on)),
    },
  };
}

/** A definition beside the others. */
export function presentDefinition(jurisdiction: Jurisdiction): DefinitionRead {
  const { controls, terrorism_definition: definition } = jurisdiction;
  return {
    ...entryOf(jurisdiction),
    definition,
    protest_left_out: controls.G02,
    violence_and_intimidation: controls.G03,
  };
}

/** A gap report with what it is of. */
export function presentGaps(
  all: ReadonlyMap<string, Jurisdiction>,
  jurisdiction: Jurisdiction,
  on: Day,
): GapReportRead {
  const report = gapReport(all, jurisdiction, on);
  return {
    ...entryOf(jurisdiction),
    on,
    counts: report.counts,
    there: [...report.there],
    gaps: report.gaps.map((gap) => ({
      ...gap,
      evidence: [...gap.evidence],
      models: [...gap.models],
    })),
    steps: [...report.steps],
  };
}

function entryOf({ id, name, region, commonwealth, small_state, review }: Jurisdiction) {
  return {
    id,
    name,
    region,
    commonwealth,
    small_state,
    researched_on: review.researched_on,
    last_reviewed: review.last_reviewed,
    confidence: review.overall_confidence,
  };
}
