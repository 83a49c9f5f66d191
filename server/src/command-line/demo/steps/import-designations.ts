import { listedOrganisation } from '../invented.ts';
import { inventedList } from '../invented-list.ts';
import { promised, refused } from '../promised.ts';
import type { Cast, Stage } from '../thread.ts';

/** An official list is taken in whole or not at all. Here it is an invented one in the UN's form. */
export async function importDesignations(
  { baseUrl, onStep }: Stage,
  { administrator: { client } }: Cast,
): Promise<void> {
  const xml = inventedList();
  const send = (body: string) =>
    client.importList({
      params: { list_key: 'un' },
      raw: { body, contentType: 'application/xml' },
    });
  await refused('invalid', 'half a list is refused', send(xml.slice(0, xml.length / 2)));
  const nothing = await client.listLists();
  promised(nothing.data.length === 0, 'a refused list leaves nothing behind');
  const imported = await send(xml);
  promised(imported.added === 600, 'all entries of the list are taken in');
  const { data } = await client.listDesignations({ query: { q: listedOrganisation } });
  promised(
    data.some((each) => each.name === listedOrganisation),
    'a listed name is found',
  );
  await onStep({
    title: 'An official list, taken in',
    lines: [
      'The first copy was cut short on the way: refused, and nothing of it was kept.',
      `The whole one brought ${imported.added} entries. Names are kept, and nothing else about those listed.`,
    ],
    look: `${baseUrl}/lists`,
  });
}
