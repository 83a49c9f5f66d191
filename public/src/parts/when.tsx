import { useSpeech } from '../words/use-speech.ts';

/** A moment in the reader's language, with its zone (UTC). */
export function When({ at }: { at: string }) {
  const { moment } = useSpeech();
  return <time dateTime={at}>{moment(at)}</time>;
}

/** A day in the reader's language. */
export function Day({ on }: { on: string }) {
  const { day } = useSpeech();
  return <time dateTime={on.slice(0, 10)}>{day(on)}</time>;
}
