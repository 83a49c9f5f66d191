import type { Config } from '../platform/config.ts';
import type { Database } from '../platform/database/index.ts';
import { listDesks } from '../platform/directory.ts';
import { openSecrets } from '../platform/secrets.ts';

/**
 * The desks whose sealed ledger keys the installation's secret does not open: none when it is the
 * right one. The file must be there; opening would make it.
 */
export async function desksNotOpenedBy(config: Config, database: Database): Promise<string[]> {
  const { deskSigner } = await import('../ledger/index.ts');
  const secrets = openSecrets(config.dataDir);
  const closed: string[] = [];
  for (const { deskId, slug } of await listDesks(database)) {
    const opened = await database
      .inDesk(deskId, (trx) => deskSigner({ secrets }, trx, deskId), { readOnly: true })
      .then(
        () => true,
        () => false,
      );
    if (!opened) closed.push(slug);
  }
  return closed;
}
