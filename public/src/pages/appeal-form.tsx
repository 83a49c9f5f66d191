import type { AppealFormPage } from '@commonweal/contract/pages';
import { AppealForm as Form, ErrorSummary } from '../parts/appeal-form.tsx';
import { Document } from '../parts/document.tsx';
import { Literal } from '../parts/given.tsx';
import { useSpeech } from '../words/use-speech.ts';

/** The appeal form by itself: also what a refused appeal comes back as. */
export function AppealForm(page: AppealFormPage) {
  const { t } = useSpeech();
  const refused = page.problems.length > 0;
  return (
    <Document
      page={page}
      title={t('Appeal a decision')}
      {...(refused && { prefix: t('Not sent yet') })}
    >
      {refused && <ErrorSummary problems={page.problems} />}
      <p>
        {t('Number of the notice:')} <Literal>{page.reference}</Literal>.{' '}
        <a href={page.notice_href}>{t('Read the notice again')}</a>
      </p>
      <Form form={page.form} values={page.values} problems={page.problems} />
    </Document>
  );
}
