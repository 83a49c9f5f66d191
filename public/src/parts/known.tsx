import type { PublicKnowledge } from '@commonweal/contract/pages';
import { knowledgeSigns, knowledgeWords } from '../words/law.ts';
import { useSpeech } from '../words/use-speech.ts';

/** What is known of something: a sign and a word. `None found` and `unknown` never look like `no`. */
export function Known({ state }: { state: PublicKnowledge }) {
  const { t } = useSpeech();
  return (
    <>
      <span aria-hidden="true">{knowledgeSigns[state]}</span> {t(knowledgeWords[state])}
    </>
  );
}
