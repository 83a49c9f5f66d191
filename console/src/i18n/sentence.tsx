import { Trans, useLingui } from '@lingui/react';
import { Fragment } from 'react';
import { useFormats } from './format.ts';
import type { Message } from './message.ts';

/** What a sentence takes: words that are not ours to translate, our own words, a day, or a number. */
export type SentenceValue =
  | { readonly foreign: string }
  | { readonly words: Message }
  | { readonly day: string }
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
  const { calendarDay } = useFormats();
  const shown = (value: SentenceValue) => {
    if (typeof value === 'number') return value;
    if ('foreign' in value) return <bdi>{value.foreign}</bdi>;
    return 'words' in value ? <>{_(value.words)}</> : <>{calendarDay(value.day)}</>;
  };
  return sentences.map(({ message, values }, index) => (
    <Fragment key={message}>
      {index > 0 && ' '}
      <Trans
        id={message}
        values={Object.fromEntries(
          Object.entries(values).map(([name, value]) => [name, shown(value)]),
        )}
      />
    </Fragment>
  ));
}
