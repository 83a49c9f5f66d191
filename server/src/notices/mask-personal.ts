/** What in a text may point at a person: addresses, handles, web links, telephone numbers. */
const pointers = [
  /https?:\/\/\S+/giu,
  /[\p{L}\p{M}\p{N}._%+-]+@[\p{L}\p{M}\p{N}.-]+\.[\p{L}\p{M}]{2,}/gu,
  /(?<![\p{L}\p{M}\p{N}])@[\p{L}\p{M}\p{N}_.-]{2,}/gu,
  /(?<!\d)\+?\d(?:[ ()./-]{0,2}\d){8,}(?!\d)/gu,
];

/**
 * Takes what may point at the person affected out of a text written for somebody else: their known
 * names and ids, and anything shaped like an address or a telephone number.
 */
export function maskPersonal(text: string, known: readonly (string | null | undefined)[]): string {
  const names = known
    .flatMap((name) => name?.trim() ?? [])
    .filter((name) => name.length > 1)
    .toSorted((a, b) => b.length - a.length)
    .map((name) => new RegExp(escaped(name), 'giu'));
  return [...names, ...pointers].reduce((masked, one) => masked.replace(one, '[…]'), text);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
