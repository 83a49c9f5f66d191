import { createContext, useContext } from 'react';
import { speechOf, type Speech } from './speech.ts';

export const SpeechContext = createContext<Speech | null>(null);

/** The speech of the page being rendered. */
export function useSpeech(): Speech {
  return useContext(SpeechContext) ?? speechOf('en');
}
