import { randomBytes } from 'node:crypto';
import type { Client } from '@commonweal/client';
import { unXml, wholeEdition } from '../../server/src/designations/made-up-list.test-data.ts';
import { bankPhrase } from '../load/items.ts';

/** A made-up list of 580 names and a small bank of phrases and links, as a small desk would have. */
export async function fillBanks(client: Client): Promise<void> {
  await client.importList({
    params: { list_key: 'un' },
    raw: { body: unXml(wholeEdition()).toString(), contentType: 'application/xml' },
  });
  const phrases = await client.createBank({
    body: { name: 'Phrases', kind: 'phrase', description: 'Invented', source: 'bench' },
  });
  await client.addBankEntry({
    params: { bank_id: phrases.bank_id },
    body: { type: 'phrase', value: bankPhrase, label: 'call', source: 'bench', severity: 4 },
  });
  const urls = await client.createBank({
    body: { name: 'Links', kind: 'url', description: 'Invented', source: 'bench' },
  });
  await client.importBankEntries({
    params: { bank_id: urls.bank_id },
    body: {
      csv: [
        'type,value,label,source,severity,note',
        ...Array.from({ length: 100 }, (_, at) => `url,https://bad${at}.example/,link,bench,3,`),
      ].join('\n'),
    },
  });
}

const hashesPerImport = 100_000;

/** A bank of so many random hashes of pictures (PDQ). */
export async function fillWithHashes(client: Client, hashes: number): Promise<void> {
  const { bank_id } = await client.createBank({
    body: { name: 'Pictures', kind: 'hash', description: 'Invented', source: 'bench' },
  });
  for (let left = hashes; left > 0; left -= hashesPerImport) {
    const rows = Array.from(
      { length: Math.min(left, hashesPerImport) },
      () => `pdq,${balancedHash()},bench`,
    );
    const csv = ['type,value,source', ...rows].join('\n');
    await client.importBankEntries({ params: { bank_id }, body: { csv } });
  }
}

/** Half of its bits are set, as in the hash of a picture. */
function balancedHash(): string {
  const half = randomBytes(16);
  return half.toString('hex') + Buffer.from(half.map((byte) => ~byte)).toString('hex');
}
