/** What a sentence puts in its places: a word, a number, or several words. */
export type Param = string | number | string[];

/** The names in braces of a sentence. */
type NamesIn<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

/** The values that a sentence needs; nothing when it names none. */
export type ParamsOf<Sentence extends string> = [NamesIn<Sentence>] extends [never]
  ? []
  : [params: Readonly<Record<NamesIn<Sentence>, Param>>];

/** A sentence with its values in their places. */
export function fillIn(sentence: string, params: Readonly<Record<string, Param>> = {}): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = params[name];
    if (value === undefined) return place;
    return typeof value === 'object' ? value.join(', ') : String(value);
  });
}
