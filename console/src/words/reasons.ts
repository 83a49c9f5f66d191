import type { Because, BecauseOf } from '@commonweal/contract';
import { msg, type Message } from '../i18n/message.ts';
import type { Sentence, SentenceValue } from '../i18n/sentence.tsx';

/** Where in an item, as a phrase that stands between commas. */
const places: Readonly<Record<string, Message>> = {
  text: msg('in the text'),
  title: msg('in the title'),
  bio: msg('in the account’s bio'),
  display_name: msg('in the account’s name'),
  handle: msg('in the account’s handle'),
  url: msg('as the address of the item itself'),
  links: msg('among the item’s links'),
};

/** What can be reported, in the word of whoever reported it. */
export const reportReasonNames: Readonly<Record<string, Message>> = {
  terrorism: msg('Terrorism'),
  threat: msg('Threat'),
  violence: msg('Violence'),
  recruitment: msg('Recruitment'),
  other: msg('Something else'),
};

/** Those who report and whom the server names by their kind alone. */
export const reporterNames: Readonly<Record<string, Message>> = {
  'a user': msg('a user'),
  'a trusted flagger': msg('a trusted flagger'),
  'a public authority': msg('a public authority'),
  'a partner': msg('a partner'),
};

const digestNames = { md5: 'MD5', sha1: 'SHA-1', sha256: 'SHA-256' } as const;

/** What must be done to a picture to make it the one on the bank. */
const turned: Readonly<Record<BecauseOf<'picture'>['turned'], Message | null>> = {
  original: null,
  rotated90: msg('It is the same when turned by 90°, anticlockwise.'),
  rotated180: msg('It is the same when turned upside down.'),
  rotated270: msg('It is the same when turned by 90°, clockwise.'),
  flippedVertically: msg('It is the same when flipped top to bottom.'),
  flippedHorizontally: msg('It is the same when flipped left to right, as in a mirror.'),
  mirroredAtDiagonal: msg('It is the same when mirrored at the diagonal that falls.'),
  mirroredAtAntidiagonal: msg('It is the same when mirrored at the diagonal that rises.'),
};

const reported: Readonly<Record<BecauseOf<'report'>['by'], Message>> = {
  report: msg('A user reported this: {label}.'),
  trusted_flagger: msg('A trusted flagger reported this: {label}.'),
  state_request: msg(
    'A public authority asked for a look at this: {label}. It is a request, not an order.',
  ),
  partner: msg('A partner says that it knows this: {label}.'),
};

const listedSince = {
  person: msg(
    'A person listed by {authority} since {since} ({reference}). Others may bear the same name.',
  ),
  organisation: msg(
    'An organisation listed by {authority} since {since} ({reference}). Others may bear the same name.',
  ),
} as const;

const listedWithoutDay = {
  person: msg('A person listed by {authority} ({reference}). Others may bear the same name.'),
  organisation: msg(
    'An organisation listed by {authority} ({reference}). Others may bear the same name.',
  ),
} as const;

const partMatched: Readonly<Record<string, Message>> = {
  sounds_alike: msg('“{asked}” sounds like “{listed}”.'),
  same_meaning: msg('“{asked}” means “{listed}”.'),
  same_given_name: msg('“{asked}” and “{listed}” are one given name in two languages.'),
  acronym: msg('“{asked}” and “{listed}”: one is the first letters of the other.'),
  initial: msg('“{asked}” may stand for “{listed}”.'),
  joined: msg('“{asked}” is “{listed}”, parted otherwise.'),
};

/** How writing was hidden from a search. */
const hidden: Readonly<Record<NonNullable<BecauseOf<'phrase'>['undone']>[number], Message>> = {
  invisible: msg('There are characters in it that nobody sees.'),
  confusable: msg('Some of its letters are others that look alike.'),
  decorated: msg('Its letters bear needless marks.'),
  leet: msg('Digits or signs stand in it for letters.'),
  separated: msg('Its letters are set apart.'),
};

type Said<Code extends Because['code']> = (because: BecauseOf<Code>) => Sentence[];

/** What each kind of reason says, in whole sentences: languages differ in what follows what. */
const said: { readonly [Code in Because['code']]: Said<Code> } = {
  digest: (because) => [
    {
      message: msg('The {algorithm} digest of file {file} is on the bank “{bank}”.'),
      values: {
        algorithm: { foreign: digestNames[because.algorithm] },
        file: numberOf(because.field),
        bank: { foreign: because.bank },
      },
    },
    ...inAll(because),
  ],
  picture: (because) => {
    const { frame, bank } = because;
    const turn = turned[because.turned];
    return [
      lookAlike(because, { file: numberOf(because.field), bank: { foreign: bank } }),
      ...(frame === null
        ? []
        : [{ message: msg('It is frame {frame} of an animation.'), values: { frame: frame + 1 } }]),
      ...(turn === null ? [] : [{ message: turn, values: {} }]),
      ...inAll(because),
    ];
  },
  video: (because) => {
    return [
      {
        message: msg(
          '{found} % of the video in file {file} is in a video on the bank “{bank}”, and {known} % of that one is in it.',
        ),
        values: {
          found: because.found,
          known: because.known_found,
          file: numberOf(because.field),
          bank: { foreign: because.bank },
        },
      },
      ...because.overlaps.map(stretchOf),
      ...inAll(because),
    ];
  },
  near_text: (because) => {
    const { bank, place } = inBank(because);
    return [
      {
        message: msg(
          'What is written {place} reads like a text on the bank “{bank}” (TLSH distance {distance}, of 30 at most). It may say something else.',
        ),
        values: { place, bank, distance: because.distance },
      },
      ...inAll(because),
    ];
  },
  link: (because) => [
    {
      message: msg('The link {quote}, {place}, is on the bank “{bank}”.'),
      values: inBank(because),
    },
    ...(because.known_as === null
      ? []
      : [
          {
            message: msg('There it is written {address}.'),
            values: { address: { foreign: because.known_as } },
          },
        ]),
    ...inAll(because),
  ],
  phrase: (because) => [
    {
      message: msg('The phrase “{quote}”, {place}, is on the bank “{bank}”.'),
      values: inBank(because),
    },
    ...howHidden(because),
    ...inAll(because),
  ],
  listed_name: (because) => [
    because.listed === because.name
      ? {
          message: msg('“{quote}”, {place}, agrees with the listed name “{listed}”.'),
          values: { ...inItem(because), listed: { foreign: because.listed } },
        }
      : {
          message: msg(
            '“{quote}”, {place}, agrees with the listed name “{listed}”, another name of “{name}”.',
          ),
          values: {
            ...inItem(because),
            listed: { foreign: because.listed },
            name: { foreign: because.name },
          },
        },
    listedBy(because),
    ...alsoListed(because),
    ...howHidden(because),
    ...howOften(because),
  ],
  listed_name_like: (because) => [
    {
      message: msg(
        '“{quote}”, {place}, is like the listed name “{listed}”: {percent} % likely the same.',
      ),
      values: {
        ...inItem(because),
        listed: { foreign: because.listed },
        percent: because.percent,
      },
    },
    ...(because.listed === because.name
      ? []
      : [
          {
            message: msg('That is another name of “{name}”.'),
            values: { name: { foreign: because.name } },
          },
        ]),
    listedBy(because),
    ...alsoListed(because),
    ...because.parts.flatMap(partOf),
    ...howOften(because),
  ],
  report: ({ by, label }) => {
    const known = reportReasonNames[label];
    const values = { label: known === undefined ? { foreign: label } : { words: known } };
    return [{ message: reported[by], values }];
  },
  erased: () => [
    {
      message: msg('What this signal was about has been erased with the item’s content.'),
      values: {},
    },
  ],
};

/** Why there is a signal, in sentences to be translated; null for a reason this console does not know. */
export function sentencesOf(because: Because): Sentence[] | null {
  // The table pairs each code with its own parts; TypeScript cannot follow that through an index.
  const say = said[because.code] as ((because: Because) => Sentence[]) | undefined;
  return say?.(because) ?? null;
}

function numberOf(field: string): number {
  return Number(field.split('/')[1] ?? 0) + 1;
}

function lookAlike(
  { distance, seconds, known_seconds: known }: BecauseOf<'picture'>,
  at: Readonly<Record<'file' | 'bank', SentenceValue>>,
): Sentence {
  if (seconds !== null)
    return {
      message: msg(
        'What file {file} shows after {seconds} s looks like a picture on the bank “{bank}”: {distance} of 256 bits differ.',
      ),
      values: { ...at, distance, seconds },
    };
  if (known !== null)
    return {
      message: msg(
        'The picture in file {file} looks like what a video on the bank “{bank}” shows after {seconds} s: {distance} of 256 bits differ.',
      ),
      values: { ...at, distance, seconds: known },
    };
  return {
    message: msg(
      'The picture in file {file} looks like one on the bank “{bank}”: {distance} of 256 bits differ.',
    ),
    values: { ...at, distance },
  };
}

/** Where two videos show the same; the longest comes first. */
function stretchOf(
  { file, known, distance }: BecauseOf<'video'>['overlaps'][number],
  at: number,
): Sentence {
  return {
    message:
      at === 0
        ? msg(
            'The longest stretch: seconds {from} to {to} here, {start} to {end} there; {distance} of 256 bits differ on average.',
          )
        : msg(
            'A further one: seconds {from} to {to} here, {start} to {end} there; {distance} of 256 bits differ on average.',
          ),
    values: { from: file.from, to: file.to, start: known.from, end: known.to, distance },
  };
}

function listedBy(because: BecauseOf<'listed_name' | 'listed_name_like'>): Sentence {
  return {
    message: (because.since === null ? listedWithoutDay : listedSince)[because.entity],
    values: {
      authority: { foreign: because.authority },
      ...(because.since !== null && { since: { day: because.since } }),
      reference: { foreign: because.reference },
    },
  };
}

function alsoListed({
  also_listed_by: others = [],
}: BecauseOf<'listed_name' | 'listed_name_like'>): Sentence[] {
  if (others.length === 0) return [];
  return [
    {
      message: msg('Also listed by {others}.'),
      values: { others: { foreign: others.join(', ') } },
    },
  ];
}

/** How one part of a name was matched; the same needs no saying. */
function partOf({
  asked,
  listed,
  how,
}: BecauseOf<'listed_name_like'>['parts'][number]): Sentence[] {
  const message = partMatched[how];
  if (message === undefined) return [];
  return [{ message, values: { asked: { foreign: asked }, listed: { foreign: listed } } }];
}

function howHidden({ undone = [] }: BecauseOf<'phrase' | 'listed_name'>): Sentence[] {
  return undone.map((what) => ({ message: hidden[what], values: {} }));
}

function inItem({ quote, field }: { quote: string; field: string }) {
  const words = places[field.split('/')[0] ?? ''];
  const place: SentenceValue = words === undefined ? { foreign: field } : { words };
  return { quote: { foreign: quote }, place };
}

function inBank(because: BecauseOf<'link' | 'phrase' | 'near_text'>) {
  return { ...inItem(because), bank: { foreign: because.bank } };
}

function inAll(because: Extract<Because, { readonly disputed: boolean }>): Sentence[] {
  const disputed = { message: msg('The entry is disputed.'), values: {} };
  const unconfirmed = { message: msg('Nobody has confirmed the entry yet.'), values: {} };
  return howOften(because, [
    ...(because.disputed ? [disputed] : []),
    ...(because.unconfirmed ? [unconfirmed] : []),
  ]);
}

function howOften(
  { count, further }: { count: number; further: number },
  between: readonly Sentence[] = [],
): Sentence[] {
  const times = {
    message: msg('It was found {count} times; this is the first place.'),
    values: { count },
  };
  const more = {
    message: msg(
      '{further, plural, one {# more match is not listed.} other {# more matches are not listed.}}',
    ),
    values: { further },
  };
  return [...(count === 1 ? [] : [times]), ...between, ...(further === 0 ? [] : [more])];
}
