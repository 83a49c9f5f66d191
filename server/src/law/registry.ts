import type { Jurisdiction } from '@commonweal/law/registry';
import { readJurisdictions } from '@commonweal/law/jurisdictions';
import { notFound } from '../platform/http/index.ts';

let read: ReadonlyMap<string, Jurisdiction> | undefined;

/** All of the registry, read when it is first asked for: reading it takes a sixth of a second. */
export function registry(): ReadonlyMap<string, Jurisdiction> {
  read ??= readJurisdictions();
  return read;
}

/** One jurisdiction. @throws Problem 404 when the registry has none of that name */
export function jurisdictionOf(id: string): Jurisdiction {
  const found = registry().get(id);
  if (found === undefined) throw notFound('jurisdiction');
  return found;
}
