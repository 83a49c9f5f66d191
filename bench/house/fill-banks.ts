import type { Client } from '@commonweal/client';
import { unXml, wholeEdition } from '../../server/src/designations/made-up-list.test-data.ts';
import { bankPhrase } from '../load/items.ts';

/** A made-up list of 580 names and a small bank of phrases and links, as a small desk would have. */
export async function fillBanks(client: Client): Promise<void> {
  await client.importList({
    params: { format: 'un' },
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
