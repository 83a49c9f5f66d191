import {
  Header,
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
} from 'react-aria-components';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './options.module.css';

export interface MenuEntry {
  id: string;
  label: string;
  /** The label's language, when it is not that of the screen (BCP 47). */
  lang?: string;
  icon?: IconName;
  /** Ticked: the choice now in force. */
  chosen?: boolean;
  danger?: boolean;
  /** Goes somewhere instead of calling `onAction`. */
  href?: string;
}

export interface MenuGroup {
  id: string;
  heading?: string;
  entries: readonly MenuEntry[];
}

export interface MenuProps {
  label: string;
  /** The button that opens it. */
  children: ReactNode;
  groups: readonly MenuGroup[];
  onAction: (id: string) => void;
}

/** Acts and choices under a button. */
export function Menu({ label, children, groups, onAction }: MenuProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover className={styles.popover ?? ''}>
        <AriaMenu
          aria-label={label}
          onAction={(key) => onAction(String(key))}
          className={styles.list ?? ''}
        >
          {groups.map((group) => (
            <MenuSection key={group.id} aria-label={group.heading ?? label}>
              {group.heading && <Header className={styles.heading ?? ''}>{group.heading}</Header>}
              {group.entries.map((entry) => (
                <MenuItem
                  key={entry.id}
                  id={entry.id}
                  textValue={entry.label}
                  {...(entry.href ? { href: entry.href } : {})}
                  className={classes(styles.option, entry.danger && styles.danger)}
                >
                  <span className={styles.tick}>
                    {entry.chosen ? (
                      <Icon name="check" />
                    ) : (
                      entry.icon && <Icon name={entry.icon} />
                    )}
                  </span>
                  <span lang={entry.lang} aria-current={entry.chosen ? 'true' : undefined}>
                    {entry.label}
                  </span>
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
