import { madeUpOrganisation } from '../../server/src/designations/made-up-list.test-data.ts';

const words =
  'we met at the harbour early and the boats were still in nobody had slept much after the storm but the bread was warm and somebody played the accordion until the sun came over the wall then the market opened and we sold what was left of the apples before walking home along the river with the dog'.split(
    ' ',
  );
const texts = words.map((_, from) =>
  [...words.slice(from), ...words.slice(0, from)].join(' ').slice(0, 280),
);

/** One in this many names somebody of the made-up list, or uses a phrase of the bank. */
const oneIn = 200;
export const bankPhrase = 'rise with the heron tonight';

/** Text of about 300 characters, another for every number; the same for the same. */
export function textOf(number: number): string {
  const ending = number % oneIn === 0 ? matching(number / oneIn) : `number ${number}`;
  return `${texts[number % texts.length]} ${ending}`;
}

function matching(turn: number): string {
  return turn % 2 === 0 ? `join the ${madeUpOrganisation(turn % 150).name}` : bankPhrase;
}

/** The JSON of one invented post, as a platform hands it in. */
export function itemJson(prefix: string, number: number): string {
  return JSON.stringify({
    external_id: `${prefix}-${number}`,
    kind: 'post',
    surface: 'open',
    posted_at: '2026-03-01T10:00:00Z',
    url: `https://forum.example/t/${number}`,
    text: textOf(number),
    language: 'en',
    actor: { external_id: `member-${number % 5000}`, display_name: `Member ${number % 5000}` },
  });
}
