import type { Because, BecauseOf } from '@commonweal/contract';

const fieldNames: Readonly<Record<string, string>> = {
  text: 'in the text',
  title: 'in the title',
  bio: 'in the account’s bio',
  display_name: 'in the account’s name',
  handle: 'in the account’s handle',
  url: 'of the item itself',
  links: 'among the item’s links',
};

const algorithms = { md5: 'MD5', sha256: 'SHA-256' } as const;

const openings: Readonly<Record<BecauseOf<'report'>['by'], string>> = {
  report: 'A user reported this',
  trusted_flagger: 'A trusted flagger reported this',
  state_request: 'A public authority asked for a look at this. It is a request, not an order',
  partner: 'A partner says that it knows this',
};

/** How each kind of reason is said. */
const sentences: { readonly [Code in Because['code']]: (because: BecauseOf<Code>) => string } = {
  digest: (digest) =>
    `The ${algorithms[digest.algorithm]} of file ${numberOf(digest.field)} ${isKnown(digest)}`,
  link: (link) => `The link ${link.quote} ${whereIs(link.field)} ${isKnown(link, link.known_as)}`,
  phrase: (phrase) => `The phrase “${phrase.quote}” ${whereIs(phrase.field)} ${isKnown(phrase)}`,
  listed_name: (name) => {
    const kind = name.entity === 'person' ? 'a person' : 'an organisation';
    const other = name.listed === name.name ? '' : `, a name of “${name.name}”`;
    return `“${name.quote}” ${whereIs(name.field)} agrees with “${name.listed}”${other}, ${kind} listed by ${name.authority} since ${name.since} (${name.reference}). Others may bear the same name.${howOften(name)}`;
  },
  report: ({ by, label, source }) => `${openings[by]}: ${label} (source: ${source}).`,
  erased: () => 'What this signal was about has been erased with the item’s content.',
};

/**
 * Why there is a signal, in plain English: what matched what, where, and who says so. A name says
 * never more than that the names agree.
 */
export function explain(because: Because): string {
  // The table pairs each code with its own parts; TypeScript cannot follow that through an index.
  const say = sentences[because.code] as (because: Because) => string;
  return say(because);
}

function isKnown(
  because: BecauseOf<'digest' | 'link' | 'phrase'>,
  knownAs: string | null = null,
): string {
  const as = knownAs === null ? '' : ` as ${knownAs}`;
  const dispute = because.disputed ? ' The entry is disputed.' : '';
  return `is on the bank “${because.bank}”${as} (source: ${because.source}).${howOften(because, dispute)}`;
}

function howOften(
  { count, further }: { readonly count: number; readonly further: number },
  between = '',
): string {
  const times = count === 1 ? '' : ` It was found ${count} times; this is the first place.`;
  const more = further === 1 ? 'match is' : 'matches are';
  return `${times}${between}${further === 0 ? '' : ` ${further} more ${more} not listed.`}`;
}

function whereIs(field: string): string {
  return fieldNames[field.split('/')[0] ?? ''] ?? `in ${field}`;
}

function numberOf(field: string): number {
  return Number(field.split('/')[1] ?? 0) + 1;
}
