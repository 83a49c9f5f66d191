import { useLingui } from '@lingui/react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Callout } from '../../design/callout.tsx';
import { keepPreference, readPreference } from '../../design/preference.ts';
import { Select } from '../../design/select.tsx';
import { useSession } from '../../shell/session.ts';
import { Entrance } from '../entrance/entrance.tsx';
import { safeNext } from '../entrance/safe-next.ts';
import { PasskeySignIn } from './passkey-sign-in.tsx';
import { PasswordSignIn } from './password-sign-in.tsx';
import styles from '../entrance/entrance.module.css';

/** The door of the console. */
export function Screen() {
  const { _ } = useLingui();
  const session = useSession();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const next = safeNext(search['next'], location.origin);
  const slugs = session.desks.map(({ slug }) => slug);
  const [slug, setSlug] = useState<string | null>(
    () => readPreference('desk', slugs) ?? (slugs.length === 1 ? (slugs[0] ?? null) : null),
  );
  const chosen = session.desks.find((one) => one.slug === slug);

  if (session.state === 'signed_in') return <Onward href={next} />;
  if (session.desks.length === 0) {
    return (
      <Entrance title={_('Sign in')}>
        <Callout title={_('There is no desk here yet')}>
          <p>
            {_(
              'The server printed a link when it started; it makes the first desk and its administrator. Open that link.',
            )}
          </p>
        </Callout>
      </Entrance>
    );
  }
  return (
    <Entrance title={_('Sign in')} deskName={chosen?.name}>
      {session.desks.length > 1 && (
        <Select
          label={_('Desk')}
          value={slug}
          onChange={(value) => {
            setSlug(value);
            keepPreference('desk', value);
          }}
          options={session.desks.map((one) => ({ id: one.slug, label: one.name, hint: one.slug }))}
        />
      )}
      <PasswordSignIn desk={slug} />
      <div className={styles.or}>
        <PasskeySignIn desk={slug} />
      </div>
    </Entrance>
  );
}

function Onward({ href }: { href: string }) {
  const navigate = useNavigate();
  useEffect(() => {
    void navigate({ href, replace: true });
  }, [navigate, href]);
  return null;
}
