import type { NoticeAppeal } from '@commonweal/contract/pages';
import { AppealForm } from '../../parts/appeal-form.tsx';
import { Given } from '../../parts/given.tsx';
import { When } from '../../parts/when.tsx';
import { useSpeech } from '../../words/use-speech.ts';

interface AppealProps<A = NoticeAppeal> {
  readonly appeal: A;
  /** Whether there is a measure that a successful appeal undoes: none where nothing was restricted. */
  readonly restricted: boolean;
}

/** How to appeal, or where the appeal stands. */
export function Appeal({ appeal, restricted }: AppealProps) {
  const { t } = useSpeech();
  return (
    <section id="appeal">
      <h2>{appeal.state === 'possible' ? t('How to appeal') : t('Appeal')}</h2>
      <AppealState appeal={appeal} restricted={restricted} />
    </section>
  );
}

function AppealState({ appeal, restricted }: AppealProps) {
  const { t } = useSpeech();
  if (appeal.state === 'possible') return <AppealForm form={appeal.form} />;
  if (appeal.state === 'not_yet') {
    return <p>{t('There is no decision to appeal yet. When there is, this page will say how.')}</p>;
  }
  if (appeal.state === 'too_late') {
    return (
      <p>
        {t('The time to appeal here is over. It ended:')} <When at={appeal.until} />
      </p>
    );
  }
  return appeal.state === 'open' ? (
    <Waiting at={appeal.received_at} />
  ) : (
    <Answer appeal={appeal} restricted={restricted} />
  );
}

function Waiting({ at }: { at: string }) {
  const { t } = useSpeech();
  return (
    <>
      <Received at={at} />
      <p>{t('A person who took no part in the decision is looking at it.')}</p>
      <p>{t('The answer will be on this page. Keep its address.')}</p>
    </>
  );
}

type Decided = Extract<NoticeAppeal, { reasons: unknown }>;

function Answer({ appeal, restricted }: AppealProps<Decided>) {
  const { t } = useSpeech();
  return (
    <>
      <Received at={appeal.received_at} />
      <div className={appeal.state === 'overturned' ? 'box good' : 'box'}>
        <h3>
          {appeal.state === 'overturned'
            ? t('The appeal succeeded. Our decision was wrong, and we changed it.')
            : t('The appeal was heard. The decision stays.')}
        </h3>
        {appeal.decided_at && (
          <p>
            {t('Decided on:')} <When at={appeal.decided_at} />
          </p>
        )}
        {appeal.reasons && <Given {...appeal.reasons} />}
        {restricted && appeal.state === 'overturned' && (
          <p>
            {appeal.reversed_at ? (
              <>
                {t('The measure was undone:')} <When at={appeal.reversed_at} />
              </>
            ) : (
              t('The measure is being undone now.')
            )}
          </p>
        )}
      </div>
      <p>{t('Somebody who took no part in the first decision decided the appeal.')}</p>
    </>
  );
}

function Received({ at }: { at: string }) {
  const { t } = useSpeech();
  return (
    <p>
      {t('We received the appeal:')} <When at={at} />
    </p>
  );
}
