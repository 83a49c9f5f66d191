import { readdirSync, readFileSync } from 'node:fs';
import { Value } from 'typebox/value';
import { faultsOf } from './faults-of.ts';
import { Jurisdiction } from './jurisdiction.ts';

const folder = new URL('../../data/jurisdictions/', import.meta.url);

/**
 * All jurisdictions of the registry by id, in alphabetical order; one file each in `data/jurisdictions`.
 * @throws Error that names the file and the place when one is not as it should be
 */
export function readJurisdictions(from: URL = folder): ReadonlyMap<string, Jurisdiction> {
  const files = readdirSync(from).filter((name) => name.endsWith('.json'));
  return new Map(
    files.toSorted().map((file) => {
      const jurisdiction = readJurisdiction(readFileSync(new URL(file, from), 'utf8'), file);
      if (`${jurisdiction.id}.json` !== file)
        throw new Error(`${file} says it is of ${jurisdiction.id}: one of them is wrong.`);
      return [jurisdiction.id, jurisdiction] as const;
    }),
  );
}

/**
 * One jurisdiction, read from JSON.
 * @param name what the text is called in errors
 * @throws Error that names it and each place at fault
 */
export function readJurisdiction(json: string, name: string): Jurisdiction {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (cause) {
    throw new Error(`${name} is no JSON: ${(cause as Error).message}`, { cause });
  }
  if (!Value.Check(Jurisdiction, data)) {
    const errors = [...Value.Errors(Jurisdiction, data)];
    throw new Error(
      `${name} is not as a jurisdiction is written: ${errors
        .slice(0, 5)
        .map(({ instancePath, message }) => `${instancePath || '/'} ${message}`)
        .join('; ')}.`,
    );
  }
  const faults = faultsOf(data);
  if (faults.length > 0) throw new Error(`${name}: ${faults.join(' ')}`);
  return data;
}
