import type { DesignationChange, DesignationRow } from '../tables.ts';
import type { EditionEntry } from './read-edition.ts';

/** What an edition says differently of a designation; null when only our judgement of it changed. */
export function changeOf(
  row: DesignationRow,
  oldNames: readonly string[],
  entry: EditionEntry,
): DesignationChange | null {
  const names = entry.names.map(({ text }) => text);
  const added = names.filter((name) => !oldNames.includes(name));
  const removed = oldNames.filter((name) => !names.includes(name));
  const change: DesignationChange = {
    ...(row.name !== entry.name && { name: [row.name, entry.name] }),
    ...(row.listed_on !== entry.listedOn && { listed_on: [row.listed_on, entry.listedOn] }),
    ...(row.expires_on !== entry.expiresOn && { expires_on: [row.expires_on, entry.expiresOn] }),
    ...(row.list_type !== entry.listType && { list_type: [row.list_type, entry.listType] }),
    ...(added.length > 0 && { names_added: added }),
    ...(removed.length > 0 && { names_removed: removed }),
  };
  return Object.keys(change).length === 0 ? null : change;
}
