import { createHash } from 'node:crypto';
import { ListRefused } from '../list-refused.ts';
import { FETCH_AGAIN, type ImportLimits } from '../reading/limits.ts';
import { readJsonLines } from '../reading/read-json-lines.ts';
import type { Bytes } from '../reading/read-text.ts';
import { FTM_LIMITS, ftmRecordOf, type FtmRecord } from './ftm-record.ts';
import type { FtmEntries } from './ftm.ts';

/**
 * The entities of an edition, brought up to date by a delta: JSON lines `{"op":"ADD"|"MOD"|"DEL",
 * "entity":{…}}` ("entities.delta.json" of OpenSanctions). The entities given are left as they are, so
 * that a delta refused half way changes nothing. Deltas must be applied in order, none left out; one
 * applied twice does no harm. The checksum is one of both files.
 * @throws ListRefused with the line on anything but a whole delta
 */
export async function applyFtmDelta(
  entries: FtmEntries,
  lines: Bytes,
  limits: Partial<ImportLimits> = {},
): Promise<FtmEntries> {
  const bounds = { ...FTM_LIMITS, ...limits };
  const records = new Map<string, FtmRecord>(entries.records);
  const delta = await readJsonLines(lines, bounds, ({ op, entity }, line) => {
    const change = changeOf(op, entity, line, bounds);
    if ('gone' in change) records.delete(change.gone);
    else records.set(change.record.id, change.record);
    if (records.size > bounds.entries)
      throw new ListRefused('too_many', `More than ${bounds.entries} entities`, FETCH_AGAIN, {
        line,
        column: 1,
      });
  });
  const both = createHash('sha256').update(entries.sha256).update(delta.sha256);
  return { records, sha256: both.digest('hex') };
}

type Change = { readonly gone: string } | { readonly record: FtmRecord };

function changeOf(op: unknown, entity: unknown, line: number, limits: ImportLimits): Change {
  const refuse = (wrong: string): never => {
    throw new ListRefused('missing_field', wrong, FETCH_AGAIN, { line, column: 1 });
  };
  if (op === 'DEL') {
    const id = typeof entity === 'object' && entity !== null && 'id' in entity ? entity.id : null;
    return typeof id === 'string' && id !== ''
      ? { gone: id }
      : refuse('A DEL has no entity with an id');
  }
  if (op !== 'ADD' && op !== 'MOD') return refuse('The line has no op ADD, MOD or DEL');
  const record = ftmRecordOf(entity, line, limits);
  // One that became a vessel, say, is no longer held.
  return record.kind === null ? { gone: record.id } : { record };
}
