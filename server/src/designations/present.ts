import { OFFICIAL_LISTS, officialList } from '@commonweal/designations';
import type {
  Designation,
  DesignationList,
  KnownList,
  ListEdition,
  ListImportReply,
} from '@commonweal/contract';
import { DAY, later } from '../platform/clock.ts';
import { sourceOf } from './list-source.ts';
import type { StoredDesignation } from './read-designations.ts';
import type { StoredList } from './read-lists.ts';
import type { ImportRow, ListRow } from './tables.ts';

export function presentList({ list, last, first }: StoredList): DesignationList {
  const { power, effects, url } = sourceOf(list);
  return {
    list_id: list.list_id,
    key: list.key,
    authority: list.authority,
    name: list.name,
    format: list.format,
    power,
    effects: [...effects],
    own: officialList(list.key) === undefined,
    url: list.url ?? url,
    fetched: list.fetched,
    every_hours: list.every_hours,
    due_at: list.due_at?.toISOString() ?? null,
    checked_at: list.checked_at?.toISOString() ?? null,
    seen_at: list.seen_at?.toISOString() ?? null,
    problem: list.problem,
    fresh_until: freshUntil(list, last)?.toISOString() ?? null,
    editions: last?.number ?? 0,
    first_edition_on: first === null ? null : first.toISOString().slice(0, 10),
    generated_at: last?.generated_at?.toISOString() ?? null,
    imported_at: last?.imported_at.toISOString() ?? null,
    sha256: last?.sha256 ?? null,
    entities: last === null ? 0 : last.organisations + last.persons,
    names: last?.names ?? 0,
    names_alone: last?.names_alone ?? 0,
  };
}

/**
 * Until when a list may be relied on. A file handed in may be older than the day it was, so its own
 * date counts; what was fetched is what the publisher holds, whenever it was made.
 */
function freshUntil(list: ListRow, last: ImportRow | null): Date | null {
  if (last === null) return null;
  const dated = last.generated_at ?? last.imported_at;
  const seen = list.seen_at !== null && list.seen_at > dated ? list.seen_at : dated;
  return later(seen, sourceOf(list).staleAfterDays * DAY);
}

/** Every official list that can be read, marked where the desk has it. */
export function presentKnown(here: ReadonlySet<string>): KnownList[] {
  return OFFICIAL_LISTS.map(
    ({ key, authority, name, power, effects, url, page, file, also = [], ...list }) => ({
      key,
      authority,
      name,
      power,
      effects: [...effects],
      url,
      page,
      file,
      also: [...also],
      stale_after_days: list.staleAfterDays,
      here: here.has(key),
    }),
  );
}

export function presentImport(list: StoredList, done: ImportRow): ListImportReply {
  const { added, changed, ended, unchanged } = done;
  return { list: presentList(list), added, changed, ended, unchanged };
}

export function presentEdition(row: ImportRow): ListEdition {
  return {
    number: row.number,
    generated_at: row.generated_at?.toISOString() ?? null,
    imported_at: row.imported_at.toISOString(),
    imported_by: row.imported_by,
    forced: row.forced,
    sha256: row.sha256,
    entities: row.organisations + row.persons,
    added: row.added,
    changed: row.changed,
    ended: row.ended,
  };
}

export function presentDesignation(designation: StoredDesignation): Designation {
  return {
    designation_id: designation.designation_id,
    list_id: designation.list_id,
    authority: designation.authority,
    reference: designation.reference,
    kind: designation.kind,
    name: designation.name,
    list_type: designation.list_type,
    effects: [...(designation.effects ?? designation.listEffects)],
    listed_on: designation.listed_on,
    begins_on: designation.begins_on ?? designation.listed_on!,
    expires_on: designation.expires_on,
    ended_on: designation.ended_on,
    ended_by: designation.ended_by,
    countries: designation.countries,
    birth_years: designation.birth_years,
    names: designation.names.map(({ text, kind, strength, script, alone, suppressed_reason }) => ({
      text,
      kind,
      strength,
      script,
      alone,
      suppressed_reason,
    })),
  };
}
