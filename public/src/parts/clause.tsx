import type { ReactNode } from 'react';
import type { PublicClause } from '@commonweal/contract/pages';
import { useSpeech } from '../words/use-speech.ts';
import { Given } from './given.tsx';

interface ClauseProps {
  readonly clause: PublicClause;
  readonly lang: string | null;
  readonly children?: ReactNode;
}

/** One clause in full, with what it does not cover. */
export function Clause({ clause, lang, children }: ClauseProps) {
  const { t } = useSpeech();
  return (
    <section className="box" id={`clause-${clause.key}`}>
      <h3 lang={lang ?? ''} dir="auto">
        {clause.title}
      </h3>
      <Given text={clause.text} lang={lang} />
      {clause.not_covered !== '' && (
        <>
          <p>
            <strong>{t('This clause does not cover:')}</strong>
          </p>
          <Given text={clause.not_covered} lang={lang} />
        </>
      )}
      {children}
    </section>
  );
}
