declare const marked: unique symbol;

/** An English sentence that the catalogues know. */
export type Message = string & { readonly [marked]: true };

/** Marks a sentence that stands in a table, so that the catalogue test finds it; `t` translates it where it is shown. */
export function msg(text: string): Message {
  return text as Message;
}
