import type { Designation, DesignationList, ListImportReply } from '@commonweal/contract';
import type { ListImported } from './import-list.ts';
import type { StoredDesignation } from './read-designations.ts';
import type { ImportRow, ListRow } from './tables.ts';

export function presentList(list: ListRow, last: ImportRow): DesignationList {
  return {
    list_id: list.list_id,
    authority: list.authority,
    name: list.name,
    format: list.format,
    generated_at: last.generated_at.toISOString(),
    imported_at: last.imported_at.toISOString(),
    sha256: last.sha256,
    entities: last.organisations + last.persons,
    names: last.names,
    names_alone: last.names_alone,
  };
}

export function presentImport({ list, done }: ListImported): ListImportReply {
  const { added, changed, ended, unchanged } = done;
  return { list: presentList(list, done), added, changed, ended, unchanged };
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
    listed_on: designation.listed_on,
    ended_on: designation.ended_on,
    names: designation.names.map(({ text, kind, strength, alone, suppressed_reason }) => ({
      text,
      kind,
      strength,
      alone,
      suppressed_reason,
    })),
  };
}
