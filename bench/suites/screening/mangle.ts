/**
 * A name with one slip, by its number: a letter lost, doubled, swapped with the next or taken for
 * another; the words the other way round; or a given name as an initial. Always the same for a number.
 */
export function mangled(name: string, number: number): string {
  const words = name.split(' ');
  const random = numbersFrom(number);
  const slip = Math.floor(random() * 6);
  if (slip === 4) return words.toReversed().join(' ');
  if (slip === 5 && words.length > 2) return [`${words[0]?.[0]}.`, ...words.slice(1)].join(' ');
  const at = Math.floor(random() * words.length);
  const word = words[at] ?? '';
  if (word.length < 4) return name;
  const place = Math.floor(random() * (word.length - 1));
  words[at] = slipIn(word, place, slip, String.fromCharCode(97 + Math.floor(random() * 26)));
  return words.join(' ');
}

function slipIn(word: string, place: number, slip: number, letter: string): string {
  const [before, here, after] = [word.slice(0, place), word[place] ?? '', word.slice(place + 1)];
  switch (slip) {
    case 0:
      return before + after;
    case 1:
      return before + here + here + after;
    case 2:
      return before + after.slice(0, 1) + here + after.slice(1);
    default:
      return before + letter + after;
  }
}

/** Numbers from 0 to 1 that follow from one (Park and Miller's generator). */
function numbersFrom(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 1) % 2_147_483_647;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
