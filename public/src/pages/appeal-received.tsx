import type { AppealReceivedPage } from '@commonweal/contract/pages';
import { Document } from '../parts/document.tsx';
import { Fact, Facts } from '../parts/facts.tsx';
import { Given, Literal } from '../parts/given.tsx';
import { When } from '../parts/when.tsx';
import { useSpeech } from '../words/use-speech.ts';

/** The receipt of an appeal, and what happens next. */
export function AppealReceived(page: AppealReceivedPage) {
  const { t } = useSpeech();
  return (
    <Document page={page} title={t('We have your appeal')}>
      <p className="box good">
        <strong>{t('It is stored safely. You do not have to do anything more.')}</strong>
      </p>
      <h2>{t('What happens next')}</h2>
      <ol>
        <li>{t('A person who took no part in the decision reads it.')}</li>
        <li>{t('That person decides, and writes down the reasons.')}</li>
        <li>{t('If you were right, what we did is undone.')}</li>
      </ol>
      <p>
        {t('The answer will be on the page of the notice. Keep its address:')}{' '}
        <a href={page.notice_href}>{t('Go to the notice')}</a>
      </p>
      <h2>{t('What you sent')}</h2>
      <Facts>
        <Fact name={t('Number of the notice')}>
          <Literal>{page.reference}</Literal>
        </Fact>
        <Fact name={t('Received on')}>
          <When at={page.received_at} />
        </Fact>
      </Facts>
      <Given {...page.text} quote />
    </Document>
  );
}
