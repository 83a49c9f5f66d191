import type { Client } from '@commonweal/client';
import type { BankKind, EntryType } from '@commonweal/contract';
import { knownPhrase, knownUrl } from '../invented.ts';
import { drawLeaflet } from '../leaflet.ts';
import { promised, refused } from '../promised.ts';
import type { Cast, Stage } from '../thread.ts';

/** What is known goes into banks: a picture's digest, a phrase, a web address. */
export async function fillBanks(
  { baseUrl, onStep }: Stage,
  { administrator: { client }, senior }: Cast,
): Promise<void> {
  const { sha256 } = await drawLeaflet();
  await addTo(
    client,
    'Known leaflets',
    'hash',
    'sha256',
    sha256,
    'Recruiting leaflet of the salt gate',
  );
  await addTo(client, 'Slogans', 'phrase', 'phrase', knownPhrase, 'Slogan used to recruit');
  await addTo(client, 'Known pages', 'url', 'url', knownUrl, 'Page that signs people up');
  const { data: banks } = await client.listBanks({});
  const slogans = banks.find((bank) => bank.kind === 'phrase');
  promised(slogans !== undefined, 'the banks are there');
  await refused(
    'invalid',
    'a word of ordinary speech is not taken as a known phrase',
    client.addBankEntry({
      params: { bank_id: slogans.bank_id },
      body: { type: 'phrase', value: 'tide', label: 'too broad', source: 'demo' },
    }),
  );
  for (const { bank_id } of banks) await senior.client.confirmBankEntries({ params: { bank_id } });
  await onStep({
    title: 'Banks: what is known, where from, and why',
    lines: [
      'One picture by its digest, one slogan, one web address. Each names its source and keeps its history.',
      'A second person looked at each and confirmed it: until then an entry raises signals, and nothing acts on it.',
      'An entry so broad that it would match ordinary speech was refused.',
    ],
    look: `${baseUrl}/banks`,
  });
}

async function addTo(
  client: Client,
  name: string,
  kind: BankKind,
  type: EntryType,
  value: string,
  label: string,
): Promise<void> {
  const source = 'Harbour Watch, an invented partner';
  const bank = await client.createBank({ body: { name, kind, description: label, source } });
  const entry = await client.addBankEntry({
    params: { bank_id: bank.bank_id },
    body: { type, value, label, source, severity: 3 },
  });
  promised(entry.status === 'active', `the ${kind} is active in its bank`);
}
