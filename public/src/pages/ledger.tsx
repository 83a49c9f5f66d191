import type { LedgerPage } from '@commonweal/contract/pages';
import { Document } from '../parts/document.tsx';
import { Fact, Facts } from '../parts/facts.tsx';
import { Literal } from '../parts/given.tsx';
import { When } from '../parts/when.tsx';
import { useSpeech } from '../words/use-speech.ts';

/** The ledger for anybody who wants to check it. */
export function Ledger(page: LedgerPage) {
  const { t, number } = useSpeech();
  return (
    <Document page={page} title={t('Check our record')}>
      <p className="lead">
        {t(
          'Everything we decide is written into a public record that only grows. Anybody can check that nothing in it was changed or taken away.',
        )}
      </p>
      <p>
        {t(
          'The record holds no words, no names and no content: only seals that fit the real records.',
        )}
      </p>
      <h2>{t('The record now')}</h2>
      <Facts>
        <Fact name={t('Entries')}>{number(page.size)}</Fact>
        <Fact name={t('Waiting to be added')}>{number(page.waiting)}</Fact>
        <Fact name={t('Last signed')}>
          {page.checkpoint_at ? <When at={page.checkpoint_at} /> : t('Not yet')}
        </Fact>
        <Fact name={t('Name of the record')}>
          <Literal>{page.origin}</Literal>
        </Fact>
        <Fact name={t('Key to check signatures with')}>
          <Literal>{page.verifier_key}</Literal>
        </Fact>
        {page.root && (
          <Fact name={t('Fingerprint of the whole record')}>
            <Literal>{page.root}</Literal>
          </Fact>
        )}
      </Facts>
      {page.checkpoint && (
        <>
          <h3>{t('The signed checkpoint')}</h3>
          <pre dir="ltr">{page.checkpoint}</pre>
        </>
      )}
      <p>
        <a href={page.files.checkpoint}>{t('The checkpoint as a file')}</a>
        <br />
        <a href={page.files.verifier_key}>{t('The key as a file')}</a>
      </p>
      <h2>{t('How to check')}</h2>
      <ol>
        <li>
          {t('Save the checkpoint and the key today. Better still, ask a friend to save them too.')}
        </li>
        <li>
          {t(
            'Come back later and save the new checkpoint. The number of entries can only have grown.',
          )}
        </li>
        <li>
          {t('Check, with open software, that the new record contains the old one unchanged.')}
        </li>
        <li>{t('With a notice, take its proof and check that the decision is in the record.')}</li>
      </ol>
      {page.verify_command && (
        <>
          <p>{t('On your own computer:')}</p>
          <pre dir="ltr">{page.verify_command}</pre>
        </>
      )}
      <p>{t('If a check fails, keep both files and show them to somebody you trust.')}</p>
    </Document>
  );
}
