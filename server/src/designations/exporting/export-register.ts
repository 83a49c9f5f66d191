import { readDesk } from '../../desks/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { findDesignations } from '../read-designations.ts';
import { writeCsv } from './write-csv.ts';
import { writeFtm } from './write-ftm.ts';
import { writeStix } from './write-stix.ts';

const types = {
  csv: 'text/csv; charset=utf-8; header=present',
  ftm: 'application/json+ftm; charset=utf-8',
  stix: 'application/stix+json;version=2.1',
} as const;
const endings = { csv: 'csv', ftm: 'ftm.json', stix: 'stix.json' } as const;
/** More than all official lists together hold. */
const mostRows = 500_000;

export interface ExportAsked {
  readonly format: keyof typeof types;
  readonly listId: string | undefined;
  /** Who was listed on this day, YYYY-MM-DD; today unless told. */
  readonly on: string | undefined;
}

/** The register as a file: its text, its type and what to call it. */
export async function exportRegister(
  { database, clock }: Platform,
  deskId: string,
  { format, listId, on }: ExportAsked,
): Promise<{ readonly text: string; readonly type: string; readonly name: string }> {
  const at = clock.now();
  const day = on ?? at.toISOString().slice(0, 10);
  const [desk, rows] = await database.inDesk(
    deskId,
    async (trx) =>
      [
        await readDesk(trx, deskId),
        await findDesignations(trx, deskId, { listId, on: day, after: null, limit: mostRows }),
      ] as const,
    { readOnly: true },
  );
  const write = {
    csv: () => writeCsv(rows),
    ftm: () => writeFtm(rows),
    stix: () => writeStix(rows, { deskId, desk: desk.name, at }),
  };
  return { text: write[format](), type: types[format], name: `register-${day}.${endings[format]}` };
}
