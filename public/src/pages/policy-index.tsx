import type { PolicyIndexPage } from '@commonweal/contract/pages';
import { Document } from '../parts/document.tsx';
import { Versions } from '../parts/policy-standing.tsx';
import { useSpeech } from '../words/use-speech.ts';

/** All published versions of the rules. */
export function PolicyIndex(page: PolicyIndexPage) {
  const { t } = useSpeech();
  return (
    <Document page={page} title={t('Our rules')}>
      {page.versions.length === 0 ? (
        <p>
          {t('No rules are published yet. Without published rules this desk restricts nothing.')}
        </p>
      ) : (
        <>
          <p className="lead">
            {t(
              'We act only under published rules. Old versions stay here, because decisions rest on them.',
            )}
          </p>
          <Versions versions={page.versions} />
        </>
      )}
    </Document>
  );
}
