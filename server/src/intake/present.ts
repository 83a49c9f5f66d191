import type { Item, StoredFile } from '@commonweal/contract';
import { pdqToHex } from '@commonweal/fingerprint';
import type { Likeness } from '../platform/media/likeness.ts';
import type { Judgement } from './judge.ts';
import type { ItemFileTable, ItemTable } from './tables.ts';

/** An item as the wire shows it. */
export function presentItem(
  row: ItemTable,
  files: readonly ItemFileTable[],
  pictures: ReadonlyMap<string, Likeness>,
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
    files: files.map((file) => presentFile(file, pictures.get(file.file_id))),
    audience: row.audience,
    participant_reported: row.participant_report !== null,
    verdict: row.verdict,
    signals: [...(known?.signals ?? [])],
    case_id: known?.caseId ?? null,
    retention_until: row.retention_until.toISOString(),
  };
}

function presentFile(row: ItemFileTable, likeness: Likeness | undefined): StoredFile {
  const { file_id, name, media_type, bytes, md5, sha1, sha256, held, width, height } = row;
  const { url, hashing, hashing_note } = row;
  const known = { file_id, name, media_type, bytes, md5, sha1, sha256, held, width, height };
  return { ...known, url, hashing, hashing_note, pdq: pdqOf(likeness) };
}

/** Of the first frame of a picture: it is what a bank takes. */
export function pdqOf(likeness: Likeness | undefined): StoredFile['pdq'] {
  if (likeness?.kind !== 'picture') return null;
  const [first] = likeness.frames;
  return first === undefined
    ? null
    : {
        hash: pdqToHex(first.fullResolution.hash),
        tool_hash: pdqToHex(first.tool.hash),
        quality: first.fullResolution.quality,
      };
}
