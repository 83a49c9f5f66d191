/**
 * Letters that are taken for others, and what a unit of canonical text says of the word it is in.
 *
 * The idea is the skeleton of UTS 39 (Unicode Security Mechanisms, section 4): two words that look
 * alike have one skeleton. The table is our own and small: letters people have on a keyboard or in
 * a "fancy text" generator, each written with the Latin letter it passes for. What differs only in
 * style (mathematical, full-width, circled letters) is one letter already in canonical text.
 */

/** A Latin letter as it is usually written. */
export const LATIN = 1;
export const DIGIT = 2;
/** A letter of another script that looks like a Latin one even in a word of such letters alone. */
export const TWIN = 4;
/** Any other letter of such a script: who writes it writes that script. */
export const OWN = 8;
/** A Latin letter in a form no orthography uses: small capitals, script a and g. */
export const ODD = 16;
/** A mark that no living orthography writes, such as a stroke through letters. */
export const MARK = 32;
/** A sign that stands for a letter between letters: @, $, !. */
export const SYMBOL = 64;
export const LETTER = LATIN | TWIN | OWN | ODD;

/** Canonical letters (small), then the Latin they pass for, in pairs; `twin` in whole words too. */
const ALIKE: readonly { readonly kind: number; readonly pairs: string }[] = [
  { kind: TWIN, pairs: 'аa еe оo рp сc уy хx іi јj ѕs һh ԁd ԛq ԝw ѵv үy ӏl ҽe ԍg' },
  { kind: OWN, pairs: 'вb кk мm нh тt гr иu пn шw ьb яr зe ґr ғf қk ңh ҳx ҷy ҹy ӌy эe єe ҡk җx' },
  { kind: TWIN, pairs: 'αa ιi κk νv οo ρp υu χx' },
  { kind: OWN, pairs: 'βb γy εe ηn τt ωw μu σo ζz πn' },
  { kind: TWIN, pairs: 'օo հh սu ոn ցg զq' },
  { kind: OWN, pairs: 'յj քp տs լl' },
  { kind: TWIN, pairs: 'ꭺa ꭻj ꭼe ꭰd ꭱr ꭲt ꭵi ꮃw ꮇm ꮋh ꮍy ꮐg ꮓz ꮪs ꮩv ꮯc ꮲp ꮶk ꮮl ᏼb ꮤw ꮢr' },
  {
    kind: TWIN,
    pairs: 'ꓐb ꓑp ꓓd ꓔt ꓖg ꓗk ꓙj ꓚc ꓜz ꓝf ꓟm ꓠn ꓡl ꓢs ꓣr ꓦv ꓧh ꓪw ꓫx ꓬy ꓮa ꓰe ꓲi ꓳo ꓴu',
  },
  { kind: TWIN, pairs: 'ⲟo ⲣp ⲥc ⲕk ⲏh ⲙm ⲛn ⲧt ⲩy ⲭx ⲉe ⲃb ⲓi ⲍz' },
  {
    kind: ODD,
    pairs: 'ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ꞯq ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz',
  },
  { kind: ODD, pairs: 'ɑa ɡg ʋv ɩi ɾr ʈt ɭl ʂs ʐz ɦh ɱm ɳn ɲn ɼr ʍm ʌa ɐa ɯm ɹr ʇt ʎy ɟf ʞk' },
  // Letters of living orthographies: alike, and no sign of anything.
  { kind: LATIN, pairs: 'ıi øo đd łl ħh ŧt ɓb ɗd ɖd ɛe ɔo ŋn ɣy ƙk ƴy ƒf ɨi ʉu ɍr ɏy ƀb ƶz' },
];

/** Capitals that pass for another letter than their small form does. */
const ALIKE_AS_CAPITALS = 'иn ηh νn υy μm σs';

/** What digits and signs stand for inside a word; i and l are one (see `SKELETONS`). */
const LEET_LETTERS: readonly (readonly [string, string])[] = [
  ['0', 'o'],
  ['1', 'l'],
  ['3', 'e'],
  ['4', 'a'],
  ['5', 's'],
  ['7', 't'],
  ['8', 'b'],
  ['@', 'a'],
  ['$', 's'],
  ['!', 'l'],
];

/** What a unit of canonical text is, or of a text as written for signs: one of the bits above. */
export const KINDS = new Uint8Array(0x10000);
/**
 * The skeleton of each unit of canonical text: the Latin letter it looks like, without its marks;
 * 0 for a mark. What looks like nothing else is itself. i and l are one, because 1 is for both.
 */
export const SKELETONS = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
/** The same of what was written as a capital. */
export const CAPITAL_SKELETONS = new Uint16Array(0x10000);
/** What a digit or sign stands for, by unit below 128; 0 when for nothing. */
export const LEET_UNITS = new Uint16Array(128);

const [I, L] = [0x69, 0x6c];
const MARKS = /\p{M}/gu;
/** Marks that Yoruba, Lithuanian, Vietnamese and others set on letters that have none of their own with it. */
const WRITTEN_MARK =
  /[\u0300-\u0304\u0306-\u030c\u030f\u0311\u031b\u0323-\u0328\u032d\u032e\u0330\u0331]/u;
const OTHER_SCRIPT = /[\p{sc=Cyrl}\p{sc=Grek}\p{sc=Armn}\p{sc=Cher}\p{sc=Lisu}\p{sc=Copt}]/u;

/** Blocks with letters of the scripts above; everything else says nothing and is itself. */
const BLOCKS: readonly (readonly [number, number])[] = [
  [0x0030, 0x0590],
  [0x13a0, 0x1400],
  [0x1ab0, 0x1b00],
  [0x1d00, 0x2000],
  [0x20d0, 0x2100],
  [0x2c60, 0x2d00],
  [0xa4d0, 0xa500],
  [0xa640, 0xa6a0],
  [0xa720, 0xa800],
  [0xab30, 0xabc0],
];

function fillKind(unit: number): void {
  const character = String.fromCharCode(unit);
  if (/\p{sc=Latn}/u.test(character)) KINDS[unit] = LATIN;
  else if (/\p{Nd}/u.test(character)) KINDS[unit] = unit < 128 ? DIGIT : 0;
  else if (/\p{Mn}/u.test(character)) KINDS[unit] = WRITTEN_MARK.test(character) ? 0 : MARK;
  else if (/\p{L}/u.test(character) && OTHER_SCRIPT.test(character)) KINDS[unit] = OWN;
}

function fillAlike(): void {
  for (const { kind, pairs } of ALIKE) {
    for (const pair of pairs.split(' ')) {
      KINDS[pair.charCodeAt(0)] = kind;
      SKELETONS[pair.charCodeAt(0)] = pair.charCodeAt(1);
    }
  }
}

/** A letter with marks is the letter without, then what that looks like. */
function fillSkeleton(unit: number): void {
  if (/\p{Mn}/u.test(String.fromCharCode(unit))) {
    SKELETONS[unit] = 0;
    return;
  }
  if ((KINDS[unit]! & LETTER) === 0) return;
  const bare = String.fromCharCode(unit).normalize('NFD').replace(MARKS, '');
  const alike = bare.length === 1 ? SKELETONS[bare.charCodeAt(0)]! : unit;
  SKELETONS[unit] = alike === I ? L : alike;
}

for (const [from, until] of BLOCKS) for (let unit = from; unit < until; unit++) fillKind(unit);
fillAlike();
for (const [from, until] of BLOCKS) for (let unit = from; unit < until; unit++) fillSkeleton(unit);
CAPITAL_SKELETONS.set(SKELETONS);
for (const pair of ALIKE_AS_CAPITALS.split(' '))
  CAPITAL_SKELETONS[pair.charCodeAt(0)] = pair.charCodeAt(1);
for (const [written, meant] of LEET_LETTERS)
  LEET_UNITS[written.charCodeAt(0)] = meant.charCodeAt(0);
for (const sign of '@$!') KINDS[sign.charCodeAt(0)] = SYMBOL;
