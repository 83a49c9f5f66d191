import type { JudgedItem } from './judge.ts';
import type { ItemTable } from './tables.ts';

/** What later rooms see of an item that is stored; its files were compared when they came. */
export function judgedRow(row: ItemTable): JudgedItem {
  return {
    itemId: row.item_id,
    externalId: row.external_id,
    kind: row.kind,
    surface: row.surface,
    text: row.body,
    title: row.title,
    url: row.url,
    links: row.links,
    language: row.language,
    territory: row.territory,
    audience: row.audience,
    actor: row.actor,
    files: [],
  };
}
