import type { NoticeDecision } from '@commonweal/contract/pages';
import { Fact, Facts } from '../../parts/facts.tsx';
import { detectionSentences } from '../../words/detection.ts';
import { msg, type Message } from '../../words/message.ts';
import { useSpeech } from '../../words/use-speech.ts';

const deciders: Readonly<Record<NoticeDecision['decided_by'], Message>> = {
  person: msg('A person decided.'),
  two_people: msg('Two people decided: one proposed it, another approved it.'),
  rule: msg('A fixed rule decided, without a person. If you appeal, a person decides.'),
};

/** Who or what found it and decided, and whether a state was involved (DSA Art 17(3)(b), (c); Santa Clara). */
export function How({ decision }: { decision: NoticeDecision }) {
  const { t } = useSpeech();
  const { automated, state } = decision;
  return (
    <section>
      <h2>{t('How it was found and decided')}</h2>
      <Facts>
        <Fact name={t('Found')}>
          {decision.detection.map((kind) => (
            <p key={kind}>{t(detectionSentences[kind])}</p>
          ))}
          <p>
            {automated.detection
              ? t('Automated tools helped to find it.')
              : t('No automated tool was used to find it.')}
          </p>
        </Fact>
        <Fact name={t('Decided')}>
          <p>{t(deciders[decision.decided_by])}</p>
          {decision.decided_by !== 'rule' && (
            <p>
              {automated.decision
                ? t('Automated tools helped with the decision.')
                : t('No automated tool took part in the decision.')}
            </p>
          )}
        </Fact>
        <Fact name={t('Public authorities')}>
          {state ? (
            <State state={state} />
          ) : (
            t('As far as we know, no public authority asked for this.')
          )}
        </Fact>
      </Facts>
    </section>
  );
}

function State({ state }: { state: NonNullable<NoticeDecision['state']> }) {
  const { t } = useSpeech();
  return (
    <>
      <p>
        {state.kind === 'order'
          ? t('A public authority ordered this.')
          : t(
              'A public authority asked for this. A request is not an order: we decided ourselves.',
            )}
      </p>
      {state.authority && (
        <p>
          {t('Which one:')} <bdi>{state.authority}</bdi>
        </p>
      )}
      {state.law && (
        <p>
          {t('The law it named:')} <bdi>{state.law}</bdi>
        </p>
      )}
    </>
  );
}
