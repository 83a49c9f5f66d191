import { Type, type Static } from 'typebox';
import { closed, Day, nullable, oneOf } from './schema.ts';

/** How a picture must be turned or flipped to be the one that is banked. Degrees are against the clock. */
export const turns = [
  'original',
  'rotated90',
  'rotated180',
  'rotated270',
  'flippedVertically',
  'flippedHorizontally',
  'mirroredAtDiagonal',
  'mirroredAtAntidiagonal',
] as const;

const seconds = (description: string) => nullable(Type.Number({ minimum: 0, description }));
const percent = (description: string) => Type.Number({ minimum: 0, maximum: 100, description });
const stretch = closed({ from: Type.Number({ minimum: 0 }), to: Type.Number({ minimum: 0 }) });

/** What every match says: where it was found first, and how often in all. */
const found = {
  field: Type.String({
    description:
      'The first place: text, title, bio, display_name, handle, url, links/0, files/0 (counted from 0)',
  }),
  count: Type.Integer({ minimum: 1, description: 'How often it was found in the item' }),
  further: Type.Integer({
    minimum: 0,
    description: 'Matches of the item beyond the most that are listed; on the last listed only',
  }),
};
/** What a match with an entry of a bank says besides. */
const known = {
  ...found,
  bank: Type.String({ description: 'Name of the bank' }),
  source: Type.String({ description: 'Who vouches for the entry' }),
  disputed: Type.Boolean({ description: 'The entry is disputed' }),
  unconfirmed: Type.Optional(
    Type.Boolean({ description: 'Nobody but who added the entry has looked at it yet' }),
  ),
};
/** What is done to writing so that it is not found: the words of `undone`. */
export const evasions = ['invisible', 'confusable', 'decorated', 'leet', 'separated'] as const;
const undone = Type.Optional(
  Type.Array(oneOf(evasions), {
    description:
      'What had to be undone to find it: characters nobody sees, letters that look like others, needless marks, digits and signs for letters, letters set apart. Absent when nothing',
  }),
);
const alsoListedBy = Type.Optional(
  Type.Array(Type.String(), { description: 'Other authorities that list the same' }),
);
const quote = Type.String({
  description: 'What stands in the item, on one line and shortened to 120 characters',
});

/**
 * Why there is a signal, in parts: the same that its `explanation` says in English, for programs that
 * say it in another language. `code` tells which parts there are.
 */
export const Because = Type.Union([
  closed({
    code: Type.Literal('digest'),
    ...known,
    algorithm: oneOf(['md5', 'sha1', 'sha256']),
  }),
  closed({
    code: Type.Literal('picture'),
    ...known,
    distance: Type.Integer({ minimum: 0, maximum: 256, description: 'Bits of PDQ that differ' }),
    turned: oneOf(turns),
    frame: nullable(
      Type.Integer({ minimum: 0, description: 'Of an animation which frame, from 0' }),
    ),
    seconds: seconds('When the file, being a video, shows it'),
    known_seconds: seconds('When the video on the bank shows it; null for a picture there'),
  }),
  closed({
    code: Type.Literal('video'),
    ...known,
    found: percent('How much of the file is in the video on the bank, of its different pictures'),
    known_found: percent('How much of the video on the bank is in the file'),
    overlaps: Type.Array(
      closed({
        file: stretch,
        known: stretch,
        distance: Type.Number({ minimum: 0, description: 'Bits that differ, on average' }),
      }),
      { maxItems: 5, description: 'Where, in seconds; the longest first' },
    ),
  }),
  closed({
    code: Type.Literal('near_text'),
    ...known,
    quote,
    algorithm: oneOf(['tlsh']),
    distance: Type.Integer({ minimum: 0, description: 'Of TLSH, lengths left out; 30 at most' }),
  }),
  closed({
    code: Type.Literal('link'),
    ...known,
    quote,
    known_as: nullable(
      Type.String({ description: 'The address on the bank, where it is written otherwise' }),
    ),
  }),
  closed({ code: Type.Literal('phrase'), ...known, quote, undone }),
  closed({
    code: Type.Literal('listed_name'),
    ...found,
    quote,
    undone,
    listed: Type.String({ description: 'The name that agrees, as it is listed' }),
    name: Type.String({ description: 'The first name of who is listed' }),
    entity: oneOf(['person', 'organisation']),
    authority: Type.String({ description: 'Who lists them' }),
    since: nullable(Day),
    reference: Type.String({ description: 'The reference of the listing' }),
    also_listed_by: alsoListedBy,
  }),
  closed({
    code: Type.Literal('listed_name_like'),
    ...found,
    quote,
    listed: Type.String({ description: 'The name that is like it, as it is listed' }),
    name: Type.String({ description: 'The first name of who is listed' }),
    entity: oneOf(['person', 'organisation']),
    authority: Type.String({ description: 'Who lists them' }),
    since: nullable(Day),
    reference: Type.String({ description: 'The reference of the listing' }),
    also_listed_by: alsoListedBy,
    percent: Type.Integer({
      minimum: 0,
      maximum: 99,
      description: 'How likely the names are one; a name is never certain',
    }),
    parts: Type.Array(closed({ asked: Type.String(), listed: Type.String(), how: Type.String() }), {
      description: 'Which part was matched with which, and how',
    }),
  }),
  closed({
    code: Type.Literal('report'),
    by: oneOf(['report', 'trusted_flagger', 'state_request', 'partner']),
    label: Type.String({ description: 'What it was reported as' }),
    source: Type.String(),
  }),
  closed(
    { code: Type.Literal('erased') },
    { description: 'The content is erased, and what the signal quoted of it' },
  ),
]);
export type Because = Static<typeof Because>;
/** The parts of one kind of reason. */
export type BecauseOf<Code extends Because['code']> = Extract<Because, { code: Code }>;
