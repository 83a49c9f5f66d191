declare const marked: unique symbol;

/** An English sentence that is known to the catalogues; translate it with `_`. */
export type Message = string & { readonly [marked]: true };

/**
 * Marks a sentence in data (a navigation entry, a table of states) so that the scanner finds it.
 * It is translated where it is shown: `const { _ } = useLingui(); _(entry.label)`.
 */
export function msg(text: string): Message {
  return text as Message;
}
