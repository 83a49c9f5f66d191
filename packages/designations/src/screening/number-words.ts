const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, at): [string, number] => [word, (at + 2) * 10]),
  ['fourty', 40],
]);

/** Number words of English as digits: "forty four" and "1st" as "first" are one. Others are left as they are. */
export function withDigits(words: readonly string[]): string[] {
  const out: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const ordinal = ORDINALS.indexOf(word);
    const value = NUMBERS.get(word);
    if (ordinal >= 0) out.push(String(ordinal + 1));
    else if (value === undefined) out.push(word.replace(/^(\d+)(?:st|nd|rd|th)$/, '$1'));
    else {
      const next =
        NUMBERS.get(words[at + 1] ?? '') ?? Number(/^\d$/.exec(words[at + 1] ?? '')?.[0] ?? 0);
      const joins = value >= 20 && next > 0 && next < 10;
      out.push(String(joins ? value + next : value));
      if (joins) at++;
    }
  }
  return out;
}
