import type { NoticePage } from '@commonweal/contract/pages';
import { When } from '../../parts/when.tsx';
import { msg, type Message } from '../../words/message.ts';
import { useSpeech } from '../../words/use-speech.ts';

type Measure = NonNullable<NonNullable<NoticePage['decision']>['measure']>;

const endings: Readonly<Record<NonNullable<Measure['ended']>['because'], Message>> = {
  expired: msg('Its time was over.'),
  appeal: msg('An appeal against it succeeded.'),
  reversed: msg('We looked at it again and undid it.'),
  override_expired: msg('It was an emergency step, and it was not confirmed in time.'),
};

/** What has changed since, before anything else: ended, an appeal decided, an emergency. */
export function Standing({ page: { appeal, decision } }: { page: NoticePage }) {
  const { t } = useSpeech();
  const measure = decision?.measure;
  return (
    <>
      {appeal.state === 'overturned' && (
        <p className="box good">
          <strong>{t('The appeal succeeded. Our decision was wrong, and we changed it.')}</strong>{' '}
          <a href="#appeal">{t('Read the answer')}</a>
        </p>
      )}
      {appeal.state === 'upheld' && (
        <p className="box">
          <strong>{t('The appeal was heard. The decision stays.')}</strong>{' '}
          <a href="#appeal">{t('Read the answer')}</a>
        </p>
      )}
      {measure?.ended && (
        <p className="box good">
          <strong>{t('This measure has ended.')}</strong> {t(endings[measure.ended.because])}{' '}
          <When at={measure.ended.at} />
        </p>
      )}
      {measure?.emergency_until && !measure.ended && (
        <p className="box">
          <strong>{t('This is an emergency step, taken because of a threat to life.')}</strong>{' '}
          {t('Unless it is confirmed in full before then, it ends by itself:')}{' '}
          <When at={measure.emergency_until} />
        </p>
      )}
    </>
  );
}
