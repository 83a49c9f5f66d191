import { useLingui } from '@lingui/react';
import { Link } from 'react-aria-components';
import { Icon } from './icon.tsx';
import styles from './page-header.module.css';

export interface Crumb {
  label: string;
  href: string;
}

/** The way here, from the outside in. The page itself is its heading, not a crumb. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { _ } = useLingui();
  return (
    <nav aria-label={_('You are here')}>
      <ol className={styles.crumbs}>
        {crumbs.map((crumb) => (
          <li key={crumb.href} className={styles.crumb}>
            <Link href={crumb.href}>{crumb.label}</Link>
            <Icon name="forward" />
          </li>
        ))}
      </ol>
    </nav>
  );
}
