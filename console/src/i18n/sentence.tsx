import { Trans, useLingui } from '@lingui/react';
import { Fragment } from 'react';
import { useFormats } from './format.ts';
import type { Message } from './message.ts';

/** What a sentence takes: words that are not ours to translate, our own, a day, a moment, or a number. */
export type SentenceValue =
  | { readonly foreign: string }
  | { readonly words: Message }
  | { readonly list: readonly Message[] }
  | { readonly day: string }
  | { readonly moment: string }
  | number;

/** One whole sentence in any of our languages. */
export interface Sentence {
  readonly message: Message;
  readonly values: Readonly<Record<string, SentenceValue>>;
}

/**
 * Sentences in the person's language. Foreign words (a quotation, a name, a reference) stand isolated
 * in their own direction, and are never read as markup: they go in as elements, not as text.
 */
export function Sentences({ sentences }: { sentences: readonly Sentence[] }) {
  const { _ } = useLingui();
  const { calendarDay, list, moment, number } = useFormats();
  const shown = (value: SentenceValue, isCounted: boolean) => {
    // A sentence that chooses its words by the number must get the number itself.
    if (typeof value === 'number') return isCounted ? value : number(value);
    if ('foreign' in value) return <bdi>{value.foreign}</bdi>;
    if ('words' in value) return <>{_(value.words)}</>;
    if ('list' in value) return <>{list(value.list.map((word) => _(word)))}</>;
    return <>{'day' in value ? calendarDay(value.day) : moment(new Date(value.moment))}</>;
  };
  return sentences.map(({ message, values }, index) => (
    <Fragment key={`${index} ${message}`}>
      {index > 0 && ' '}
      <Trans
        id={message}
        values={Object.fromEntries(
          Object.entries(values).map(([name, value]) => [
            name,
            shown(value, message.includes(`{${name}, plural`)),
          ]),
        )}
      />
    </Fragment>
  ));
}
