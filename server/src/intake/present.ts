import type { Item } from '@commonweal/contract';
import type { Judgement } from './judge.ts';
import type { ItemFileTable, ItemTable } from './tables.ts';

/** An item as the wire shows it. */
export function presentItem(
  row: ItemTable,
  files: readonly ItemFileTable[],
  known: Judgement | undefined,
): Item {
  return {
    item_id: row.item_id,
    external_id: row.external_id,
    kind: row.kind,
    surface: row.surface,
    posted_at: row.posted_at?.toISOString() ?? null,
    received_at: row.received_at.toISOString(),
    url: row.url,
    title: row.title,
    text: row.body,
    language: row.language,
    territory: row.territory,
    actor: row.actor,
    links: row.links,
    files: files.map(({ file_id, name, media_type, bytes, md5, sha256, held, width, height }) => ({
      file_id,
      name,
      media_type,
      bytes,
      md5,
      sha256,
      held,
      width,
      height,
    })),
    audience: row.audience,
    participant_reported: row.participant_report !== null,
    verdict: row.verdict,
    signals: [...(known?.signals ?? [])],
    case_id: known?.caseId ?? null,
    retention_until: row.retention_until.toISOString(),
  };
}
