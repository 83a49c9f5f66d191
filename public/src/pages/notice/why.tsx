import type { NoticeDecision, NoticeGround } from '@commonweal/contract/pages';
import { Clause } from '../../parts/clause.tsx';
import { Given, GivenLine, Literal } from '../../parts/given.tsx';
import { Link } from '../../parts/link.tsx';
import { harmLabels } from '../../words/harm.ts';
import { useSpeech } from '../../words/use-speech.ts';

/** The facts, the kind of content and the ground in full (DSA Art 17(3)(b), (d), (e)). */
export function Why({ decision }: { decision: NoticeDecision }) {
  const { t } = useSpeech();
  return (
    <section>
      <h2>{t('Why')}</h2>
      {decision.facts && <Given {...decision.facts} />}
      {decision.harm_categories.length > 0 && (
        <>
          <p>{t('We looked at it as this kind of content:')}</p>
          <ul>
            {decision.harm_categories.map((category) => (
              <li key={category}>{t(harmLabels[category])}</li>
            ))}
          </ul>
          <p className="quiet">
            {t('These words describe content. They are not a judgement about any person.')}
          </p>
        </>
      )}
      {decision.ground && <Ground ground={decision.ground} />}
    </section>
  );
}

function Ground({ ground }: { ground: NoticeGround }) {
  const { t } = useSpeech();
  if (ground.type === 'order') {
    return (
      <div className="box">
        <h3>{t('A legal order')}</h3>
        <p>
          {t('We acted on an order by:')} <bdi>{ground.authority}</bdi>
        </p>
        <Given {...ground.power} />
        {ground.reference && (
          <p>
            {t('Its reference:')} <Literal>{ground.reference}</Literal>
          </p>
        )}
        {ground.href && (
          <p>
            <Link href={ground.href}>{t('Read the law')}</Link>
          </p>
        )}
      </div>
    );
  }
  const { policy, clauses } = ground;
  return (
    <>
      <p>
        {t('We decided under our own published rules. We do not say that a law was broken.')}{' '}
        <Link href={policy.href}>
          <GivenLine text={policy.title} lang={policy.lang} />{' '}
          {t('(version {number})', { number: policy.number })}
        </Link>
      </p>
      <p>{t('The rule we applied, in full:')}</p>
      {clauses.map((clause) => (
        <Clause key={clause.key} clause={clause} lang={policy.lang} />
      ))}
    </>
  );
}
