import {
  gatherEntities,
  type ConfirmedLink,
  type EntityKind,
  type LegalEffect,
  type ListedName,
} from '@commonweal/designations';
import { canonicalText } from '@commonweal/fingerprint';
import { sql } from 'kysely';
import type { Trx } from '../platform/database/index.ts';
import { notFound } from '../platform/http/index.ts';
import { sourceOf } from './list-source.ts';
import { readLists } from './read-lists.ts';
import type { DesignationRow, NameRow } from './tables.ts';

/** A designation with its names in the publisher's order, and whose list it is on. */
export interface StoredDesignation extends DesignationRow {
  readonly authority: string;
  /** What being on the list means in law, where the designation says nothing else. */
  readonly listEffects: readonly LegalEffect[];
  readonly names: readonly NameRow[];
}

/** What a list of designations is narrowed by, and where it goes on. */
export interface DesignationFilter {
  /** Part of any of its names, compared as matching compares; or its whole reference. */
  readonly q?: string | undefined;
  readonly listId?: string | undefined;
  readonly authority?: string | undefined;
  readonly kind?: EntityKind | undefined;
  /** Only who was listed on this day, YYYY-MM-DD. */
  readonly on?: string | undefined;
  readonly after: { readonly name: string; readonly id: string } | null;
  readonly limit: number;
}

/** Designations by name, ended ones among them. */
export async function findDesignations(
  trx: Trx,
  deskId: string,
  { q, listId, authority, kind, on, after, limit }: DesignationFilter,
): Promise<StoredDesignation[]> {
  let query = designations(trx, deskId).orderBy('name').orderBy('designation_id').limit(limit);
  if (listId !== undefined) query = query.where('list_id', '=', listId);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (authority !== undefined)
    query = query.where('list_id', 'in', (lists) =>
      lists
        .selectFrom('designation_list')
        .select('list_id')
        .where('desk_id', '=', deskId)
        .where('authority', '=', authority),
    );
  if (on !== undefined)
    query = query
      .where((where) => where(where.fn.coalesce('begins_on', 'listed_on'), '<=', on))
      .where((where) => where.or([where('ended_on', 'is', null), where('ended_on', '>', on)]));
  if (after !== null)
    query = query.where((where) =>
      where(where.refTuple('name', 'designation_id'), '>', where.tuple(after.name, after.id)),
    );
  const words = canonicalText(q ?? '').text;
  if (q !== undefined && q.trim() !== '')
    query = query.where((where) => {
      const isReference = where(sql`lower(reference)`, '=', q.trim().toLowerCase());
      // Canonical text holds letters, digits and spaces, so nothing in it is a wildcard.
      const hasName = where.exists(
        where
          .selectFrom('designation_name')
          .select('position')
          .whereRef('designation_name.desk_id', '=', 'designation.desk_id')
          .whereRef('designation_name.designation_id', '=', 'designation.designation_id')
          .where('canonical', 'like', `%${words}%`),
      );
      return words === '' ? isReference : where.or([isReference, hasName]);
    });
  return withNames(trx, deskId, await query.execute());
}

/** One designation. @throws ProblemError when the desk has no such designation */
export async function readDesignation(
  trx: Trx,
  deskId: string,
  designationId: string,
): Promise<StoredDesignation> {
  const rows = await designations(trx, deskId)
    .where('designation_id', '=', designationId)
    .execute();
  const [designation] = await withNames(trx, deskId, rows);
  if (designation === undefined) throw notFound('designation');
  return designation;
}

/** A designation that has not ended, as matching looks for it. */
export interface ActiveDesignation {
  readonly designationId: string;
  /** The same for all listings of one entity. */
  readonly entity: string;
  readonly listId: string;
  /** Number of the import that first said so. */
  readonly firstImport: number;
  readonly authority: string;
  readonly list: string;
  readonly reference: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly listedOn: string | null;
  readonly countries: readonly string[];
  readonly birthYears: readonly number[];
  readonly names: readonly ListedName[];
}

/** All names that are listed now, by designation. */
export async function activeNames(trx: Trx, deskId: string): Promise<ActiveDesignation[]> {
  const lists = new Map((await readLists(trx, deskId)).map(({ list }) => [list.list_id, list]));
  const rows = await designations(trx, deskId).where('ended_on', 'is', null).execute();
  const groups = gatherEntities(
    rows.map((row) => ({
      id: row.designation_id,
      list: row.list_id,
      authority: lists.get(row.list_id)!.authority,
      reference: row.reference,
      sameAs: row.same_as,
    })),
    await confirmedLinks(trx, deskId),
  );
  const entityOf = new Map(groups.flatMap((ids) => ids.map((id) => [id, ids[0]!] as const)));
  return (await withNames(trx, deskId, rows)).map((row) => ({
    designationId: row.designation_id,
    entity: entityOf.get(row.designation_id)!,
    listId: row.list_id,
    firstImport: row.first_import,
    authority: row.authority,
    list: lists.get(row.list_id)?.name ?? row.authority,
    reference: row.reference,
    kind: row.kind,
    name: row.name,
    listedOn: row.listed_on,
    countries: row.countries,
    birthYears: row.birth_years,
    names: row.names,
  }));
}

/** What people confirmed to be of one entity. */
export async function confirmedLinks(trx: Trx, deskId: string): Promise<ConfirmedLink[]> {
  const links = await trx
    .selectFrom('designation_link')
    .select(['one_list', 'one_reference', 'other_list', 'other_reference'])
    .where('desk_id', '=', deskId)
    .where('state', '=', 'confirmed')
    .execute();
  return links.map((link) => ({
    one: { list: link.one_list, reference: link.one_reference },
    other: { list: link.other_list, reference: link.other_reference },
  }));
}

/**
 * Changes with every import that changed something, with who is the same, and with who was found to be
 * somebody else, also when that runs out: while it stands still, so does all that names are compared with.
 */
export async function listRevision(trx: Trx, deskId: string): Promise<string> {
  const { rows } = await sql<{ revision: string }>`
    select concat_ws(' ',
      (select count(*) from designation_import
        where desk_id = ${deskId}::uuid and added + changed + ended > 0),
      (select count(*) || ' ' || coalesce(max(decided_at)::text, '') from designation_link
        where desk_id = ${deskId}::uuid and state <> 'proposed'),
      (select count(*) || ' ' || coalesce(max(review_id::text), '') from different_person
        where desk_id = ${deskId}::uuid and ended_at is null and expires_at > now())) as revision`.execute(
    trx,
  );
  return rows[0]!.revision;
}

function designations(trx: Trx, deskId: string) {
  return trx.selectFrom('designation').selectAll().where('desk_id', '=', deskId);
}

const mostIds = 1000; // of one statement

async function withNames(
  trx: Trx,
  deskId: string,
  rows: readonly DesignationRow[],
): Promise<StoredDesignation[]> {
  const lists = await trx
    .selectFrom('designation_list')
    .selectAll()
    .where('desk_id', '=', deskId)
    .execute();
  const byId = new Map(lists.map((list) => [list.list_id, list]));
  const names: NameRow[] = [];
  for (let at = 0; at < rows.length; at += mostIds) {
    const ids = rows.slice(at, at + mostIds).map((row) => row.designation_id);
    const some = await trx
      .selectFrom('designation_name')
      .selectAll()
      .where('desk_id', '=', deskId)
      .where('designation_id', 'in', ids)
      .orderBy('designation_id')
      .orderBy('position')
      .execute();
    // Not spread into push: a long list of arguments lives on the stack.
    for (const name of some) names.push(name);
  }
  const ofDesignation = Map.groupBy(names, (name) => name.designation_id);
  return rows.map((row) => {
    const list = byId.get(row.list_id)!;
    return {
      ...row,
      authority: list.authority,
      listEffects: sourceOf(list).effects,
      names: ofDesignation.get(row.designation_id) ?? [],
    };
  });
}
