import type { Because, BecauseOf, evasions } from '@commonweal/contract';

const fieldNames: Readonly<Record<string, string>> = {
  text: 'in the text',
  title: 'in the title',
  bio: 'in the account’s bio',
  display_name: 'in the account’s name',
  handle: 'in the account’s handle',
  url: 'of the item itself',
  links: 'among the item’s links',
};

const algorithms = { md5: 'MD5', sha1: 'SHA-1', sha256: 'SHA-256' } as const;

/** What must be done to a picture to make it the one on the bank. Turns are against the clock. */
const turned: Readonly<Record<BecauseOf<'picture'>['turned'], string>> = {
  original: '',
  rotated90: ' It is the same when turned by 90°, against the clock.',
  rotated180: ' It is the same when turned upside down.',
  rotated270: ' It is the same when turned by 90°, with the clock.',
  flippedVertically: ' It is the same when flipped top to bottom.',
  flippedHorizontally: ' It is the same when flipped left to right, as in a mirror.',
  mirroredAtDiagonal: ' It is the same when mirrored at its falling diagonal.',
  mirroredAtAntidiagonal: ' It is the same when mirrored at its rising diagonal.',
};

const openings: Readonly<Record<BecauseOf<'report'>['by'], string>> = {
  report: 'A user reported this',
  trusted_flagger: 'A trusted flagger reported this',
  state_request: 'A public authority asked for a look at this. It is a request, not an order',
  partner: 'A partner says that it knows this',
};

/** How writing was hidden from a search. */
const hidden: Readonly<Record<(typeof evasions)[number], string>> = {
  invisible: ' There are characters in it that nobody sees.',
  confusable: ' Some of its letters are others that look alike.',
  decorated: ' Its letters bear needless marks.',
  leet: ' Digits or signs stand in it for letters.',
  separated: ' Its letters are set apart.',
};

/** How each kind of reason is said. */
const sentences: { readonly [Code in Because['code']]: (because: BecauseOf<Code>) => string } = {
  digest: (digest) =>
    `The ${algorithms[digest.algorithm]} of file ${numberOf(digest.field)} ${isKnown(digest)}`,
  picture: (picture) => {
    const { distance, frame, seconds, known_seconds: knownSeconds } = picture;
    const file = `file ${numberOf(picture.field)}`;
    const which = frame === null ? '' : `frame ${frame + 1} of `;
    const shown = seconds === null ? `${which}${file}` : `${file} shows after ${seconds} s`;
    const what = seconds === null ? `The picture in ${shown}` : `What ${shown}`;
    const like =
      knownSeconds === null
        ? `looks like one on the bank “${picture.bank}”`
        : `looks like what a video on the bank “${picture.bank}” shows after ${knownSeconds} s`;
    const apart = `${distance} of 256 bits differ`;
    return `${what} ${like} (source: ${picture.source}): ${apart}.${turned[picture.turned]}${afterAll(picture)}`;
  },
  video: (video) => {
    const { found, known_found: knownFound, overlaps } = video;
    const shares = `${found} % of the video in file ${numberOf(video.field)} is in a video on the bank “${video.bank}” (source: ${video.source}), and ${knownFound} % of that one is in it.`;
    const [longest] = overlaps;
    const where =
      longest === undefined
        ? ''
        : ` The longest stretch: seconds ${longest.file.from} to ${longest.file.to} here, ${longest.known.from} to ${longest.known.to} there.`;
    return `${shares}${where}${afterAll(video)}`;
  },
  near_text: (text) =>
    `What is written ${whereIs(text.field)} reads like a text on the bank “${text.bank}” (source: ${text.source}): TLSH distance ${text.distance}, of 30 at most. It may say something else.${afterAll(text)}`,
  link: (link) => `The link ${link.quote} ${whereIs(link.field)} ${isKnown(link, link.known_as)}`,
  phrase: (phrase) =>
    `The phrase “${phrase.quote}” ${whereIs(phrase.field)} ${isKnown(phrase)}${howHidden(phrase)}`,
  listed_name: (name) => {
    const kind = name.entity === 'person' ? 'a person' : 'an organisation';
    const other = name.listed === name.name ? '' : `, a name of “${name.name}”`;
    return `“${name.quote}” ${whereIs(name.field)} agrees with “${name.listed}”${other}, ${kind} listed by ${name.authority}${name.since === null ? '' : ` since ${name.since}`} (${name.reference})${alsoBy(name)}. Others may bear the same name.${howOften(name)}${howHidden(name)}`;
  },
  listed_name_like: (name) => {
    const kind = name.entity === 'person' ? 'a person' : 'an organisation';
    const other = name.listed === name.name ? '' : `, a name of “${name.name}”`;
    const since = name.since === null ? '' : ` since ${name.since}`;
    return `“${name.quote}” ${whereIs(name.field)} is like “${name.listed}”${other}, ${kind} listed by ${name.authority}${since} (${name.reference})${alsoBy(name)}: ${name.percent} % likely the same name. Others may bear it.${howOften(name)}`;
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
  return `is on the bank “${because.bank}”${as} (source: ${because.source}).${afterAll(because)}`;
}

function afterAll(because: Extract<Because, { readonly disputed: boolean }>): string {
  const disputed = because.disputed ? ' The entry is disputed.' : '';
  const unconfirmed = because.unconfirmed ? ' Nobody has confirmed the entry yet.' : '';
  return howOften(because, disputed + unconfirmed);
}

function howOften(
  { count, further }: { readonly count: number; readonly further: number },
  between = '',
): string {
  const times = count === 1 ? '' : ` It was found ${count} times; this is the first place.`;
  const more = further === 1 ? 'match is' : 'matches are';
  return `${times}${between}${further === 0 ? '' : ` ${further} more ${more} not listed.`}`;
}

function alsoBy({ also_listed_by: others = [] }: { also_listed_by?: string[] }): string {
  return others.length === 0 ? '' : `, and by ${others.join(', ')}`;
}

function howHidden({ undone = [] }: BecauseOf<'phrase' | 'listed_name'>): string {
  return undone.map((what) => hidden[what]).join('');
}

function whereIs(field: string): string {
  return fieldNames[field.split('/')[0] ?? ''] ?? `in ${field}`;
}

function numberOf(field: string): number {
  return Number(field.split('/')[1] ?? 0) + 1;
}
