import type { DeskHomePage } from '@commonweal/contract/pages';
import { Document } from '../parts/document.tsx';
import { Given, GivenLine } from '../parts/given.tsx';
import { InForce } from '../parts/policy-standing.tsx';
import { When } from '../parts/when.tsx';
import { useSpeech } from '../words/use-speech.ts';

/** The desk's public front. */
export function DeskHome(page: DeskHomePage) {
  const { t } = useSpeech();
  const { policy, ledger, links } = page;
  return (
    <Document page={page} title={page.desk.name}>
      <p className="lead">
        {t(
          'This desk looks at content that may be terrorist. It acts only under published rules, gives reasons, and hears appeals.',
        )}
      </p>
      {page.about && <Given {...page.about} />}
      <h2>{t('If we restricted something of yours')}</h2>
      <p>
        {t(
          'You get a notice with its own address. It says what we did and why. You can appeal on that page, free of charge and without an account.',
        )}
      </p>
      <p>{t('If you lost the address, ask the service where you posted it to send it again.')}</p>
      <h2>{t('Our rules')}</h2>
      {policy ? (
        <p>
          <a href={policy.href}>
            <GivenLine text={policy.title} lang={policy.lang} />{' '}
            {t('(version {number})', { number: policy.number })}
          </a>
          <br />
          <InForce version={policy} />
        </p>
      ) : (
        <p>
          {t('No rules are published yet. Without published rules this desk restricts nothing.')}
        </p>
      )}
      <p>
        <a href={links.policy}>{t('All versions')}</a>
      </p>
      <h2>{t('What we did, in numbers')}</h2>
      <p>
        <a href={links.transparency}>{t('Reports, decisions, appeals, and how long they took')}</a>
      </p>
      <h2>{t('Our record')}</h2>
      <p>
        {t(
          '{size, plural, one {The public record holds # entry.} other {The public record holds # entries.}}',
          {
            size: ledger.size,
          },
        )}{' '}
        {ledger.checkpoint_at && (
          <>
            <br />
            {t('Last signed:')} <When at={ledger.checkpoint_at} />
          </>
        )}
      </p>
      <p>
        <a href={links.ledger}>{t('How to check it')}</a>
      </p>
      {page.contact && (
        <>
          <h2>{t('Reach us')}</h2>
          <Given {...page.contact} />
        </>
      )}
    </Document>
  );
}
