import type { PolicyListing } from '@commonweal/contract/pages';
import { msg, type Message } from '../words/message.ts';
import { useSpeech } from '../words/use-speech.ts';
import { GivenLine } from './given.tsx';
import { Link } from './link.tsx';
import { Day, When } from './when.tsx';

const standings: Readonly<Record<PolicyListing['standing'], Message>> = {
  coming: msg('Not yet in force'),
  in_force: msg('In force now'),
  past: msg('No longer in force'),
};

/** Whether a version is in force, as a word. */
export function StandingTag({ standing }: Pick<PolicyListing, 'standing'>) {
  const { t } = useSpeech();
  return <span className="tag">{t(standings[standing])}</span>;
}

/** From when until when a version is in force, to the minute. */
export function InForce({ version }: { version: PolicyListing }) {
  const { t } = useSpeech();
  return (
    <>
      {t('In force from:')} <When at={version.in_force_from} />
      {version.in_force_until && (
        <>
          <br />
          {t('In force until:')} <When at={version.in_force_until} />
        </>
      )}
    </>
  );
}

interface VersionsProps {
  readonly versions: readonly PolicyListing[];
  /** The version on screen. */
  readonly current?: number;
}

/** All published versions; old ones stay, because decisions rest on them. */
export function Versions({ versions, current }: VersionsProps) {
  const { t, number } = useSpeech();
  return (
    <table>
      <caption>{t('All versions')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('Version')}</th>
          <th scope="col">{t('In force')}</th>
          <th scope="col">{t('State')}</th>
        </tr>
      </thead>
      <tbody>
        {versions.map((version) => (
          <tr key={version.number}>
            <th scope="row">
              {number(version.number)}{' '}
              {version.number === current ? (
                <GivenLine text={version.title} lang={version.lang} />
              ) : (
                <Link href={version.href}>
                  <GivenLine text={version.title} lang={version.lang} />
                </Link>
              )}
            </th>
            <td>
              <Day on={version.in_force_from} />
              {' – '}
              {version.in_force_until && <Day on={version.in_force_until} />}
            </td>
            <td>
              <StandingTag standing={version.standing} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
