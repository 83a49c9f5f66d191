import type { Inclusion } from '@commonweal/contract/pages';
import { useSpeech } from '../../words/use-speech.ts';

/** Where the decision stands in the ledger, and what that is good for. */
export function Record({ inclusion, ledger }: { inclusion: Inclusion; ledger: string }) {
  const { t, number } = useSpeech();
  return (
    <section>
      <h2>{t('In the public record')}</h2>
      {inclusion.state === 'pending' ? (
        <p>{t('This decision is stored. Its proof will be here soon: look again later.')}</p>
      ) : (
        <p>
          {t('This decision is entry {index} of a record of {size} entries.', {
            index: number(inclusion.index),
            size: number(inclusion.size),
          })}{' '}
          <a href={inclusion.proof_href}>{t('The proof (JSON)')}</a>
        </p>
      )}
      <p>
        {t(
          'It means that nobody, not even we, can change or hide what we decided without others noticing. The record holds no words and no names.',
        )}{' '}
        <a href={ledger}>{t('How to check it')}</a>
      </p>
    </section>
  );
}
