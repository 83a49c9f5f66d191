import { useLingui } from '@lingui/react';
import { Link } from 'react-aria-components';
import { Icon } from '../../design/icon.tsx';
import { Panel } from '../../design/panel.tsx';
import type { NavigationGroup } from '../../shell/navigation.ts';
import styles from './home.module.css';

/** Everything this person may use, by kind. */
export function Places({ groups }: { groups: readonly NavigationGroup[] }) {
  const { _ } = useLingui();
  return (
    <Panel title={_('Places')}>
      <div className={styles.places}>
        {groups.map((group) => (
          <section key={group.label}>
            <h3>{_(group.label)}</h3>
            <ul>
              {group.entries.map((entry) => (
                <li key={entry.href}>
                  <Link href={entry.href}>
                    <Icon name={entry.icon} />
                    {_(entry.label)}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Panel>
  );
}
