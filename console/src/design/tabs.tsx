import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { useFormats } from '../i18n/format.ts';
import styles from './tabs.module.css';

export interface TabsProps<T extends string> {
  label: string;
  tabs: readonly { id: T; label: string; count?: number; content: ReactNode }[];
  selected?: T;
  onSelect?: (id: T) => void;
}

/** Where the middle of an element is, in pixels from the left of the window. */
function middleOf(element: Element): number {
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2;
}

/** Views of one thing. Arrow keys move; only the open one is in the page. */
export function Tabs<T extends string>({ label, tabs, selected, onSelect }: TabsProps<T>) {
  const { number } = useFormats();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // On a phone the list is wider than the window, and an address may open any of them. A frame
    // later, when the list has its width; `scrollIntoView` would have Tab go on from the list.
    const frame = requestAnimationFrame(() => {
      const whole = list.current;
      const tab = whole?.querySelector(`[data-key="${selected}"]`);
      if (whole && tab) whole.scrollBy({ left: middleOf(tab) - middleOf(whole) });
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [selected]);
  return (
    <AriaTabs
      {...(selected === undefined ? {} : { selectedKey: selected })}
      onSelectionChange={(key) => {
        const tab = tabs.find((candidate) => candidate.id === key);
        if (tab) onSelect?.(tab.id);
      }}
      className={styles.tabs ?? ''}
    >
      <TabList ref={list} aria-label={label} className={styles.list ?? ''}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={styles.tab ?? ''}>
            {tab.label}
            {tab.count !== undefined && <span className={styles.count}>{number(tab.count)}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={styles.panel ?? ''}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
