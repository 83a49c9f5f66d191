import { useLingui } from '@lingui/react';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-aria-components';
import { classes } from '../design/classes.ts';
import { Dialog } from '../design/dialog.tsx';
import { Icon } from '../design/icon.tsx';
import type { NavigationEntry, NavigationGroup } from './navigation.ts';
import { OfflineBanner } from './offline-banner.tsx';
import { PersonMenu, type PersonMenuProps } from './person-menu.tsx';
import styles from './frame.module.css';

export interface FrameProps extends PersonMenuProps {
  deskName: string;
  groups: readonly NavigationGroup[];
  /** Path now shown, to mark its entry. */
  path: string;
  children: ReactNode;
}

/** What stands around every screen: the way past it, the desk, the places, the person. */
export function Frame({ deskName, groups, path, children, ...person }: FrameProps) {
  const { _ } = useLingui();
  const [drawerOpen, setDrawerOpen] = useState(false);
  const firsts = groups.flatMap((group) => group.entries).slice(0, 3);
  const places = <NavigationList groups={groups} path={path} onGo={() => setDrawerOpen(false)} />;
  return (
    <div className={styles.frame}>
      <a href="#main" className={styles.skip}>
        {_('Skip to the content')}
      </a>
      <header className={styles.head}>
        <Link href="/" className={styles.brand ?? ''}>
          <span className={styles.mark} aria-hidden="true" />
          <span className={styles.brandWords}>
            <span className={styles.desk}>{deskName}</span>
            {deskName !== 'Commonweal' && <span className={styles.product}>Commonweal</span>}
          </span>
        </Link>
        <PersonMenu {...person} />
      </header>
      {groups.length > 0 && (
        <nav aria-label={_('Places')} className={styles.rail}>
          {places}
        </nav>
      )}
      <main id="main" tabIndex={-1} className={styles.main}>
        <OfflineBanner />
        {children}
      </main>
      {groups.length > 0 && (
        <nav aria-label={_('Most used places')} className={styles.bar}>
          {firsts.map((entry) => (
            <Place key={entry.href} entry={entry} path={path} />
          ))}
          <button type="button" className={styles.place} onClick={() => setDrawerOpen(true)}>
            <Icon name="menu" />
            <span>{_('All places')}</span>
          </button>
        </nav>
      )}
      <Dialog side title={_('Places')} isOpen={drawerOpen} onClose={() => setDrawerOpen(false)}>
        <nav aria-label={_('All places')}>{places}</nav>
      </Dialog>
    </div>
  );
}

interface NavigationListProps {
  groups: readonly NavigationGroup[];
  path: string;
  onGo: () => void;
}

function NavigationList({ groups, path, onGo }: NavigationListProps) {
  const { _ } = useLingui();
  return groups.map((group) => (
    <div key={group.label} className={styles.group}>
      <h2 className={styles.groupLabel}>{_(group.label)}</h2>
      <ul className={styles.places}>
        {group.entries.map((entry) => (
          <li key={entry.href}>
            <Place entry={entry} path={path} onGo={onGo} />
          </li>
        ))}
      </ul>
    </div>
  ));
}

interface PlaceProps {
  entry: NavigationEntry;
  path: string;
  onGo?: () => void;
}

function Place({ entry, path, onGo }: PlaceProps) {
  const { _ } = useLingui();
  const here = path === entry.href || path.startsWith(`${entry.href}/`);
  return (
    <Link
      href={entry.href}
      className={classes(styles.place, here && styles.here)}
      {...(here ? { 'aria-current': 'page' as const } : {})}
      {...(onGo ? { onPress: onGo } : {})}
    >
      <Icon name={entry.icon} />
      <span>{_(entry.label)}</span>
    </Link>
  );
}
