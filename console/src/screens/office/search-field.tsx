import { useLingui } from '@lingui/react';
import { useEffect, useRef, useState } from 'react';
import { Button, Input, SearchField as AriaSearchField } from 'react-aria-components';
import { FieldHint, FieldLabel } from '../../design/field.tsx';
import { Icon } from '../../design/icon.tsx';
import field from '../../design/field.module.css';
import styles from './office.module.css';

export interface SearchFieldProps {
  label: string;
  hint?: string;
  /** What is searched for now. */
  value: string;
  /** Called a moment after the last key, and at once on Enter. */
  onSearch: (value: string) => void;
}

const pause = 300; // milliseconds

/** Words to search for. Results come by themselves; Escape clears. */
export function SearchField({ label, hint, value, onSearch }: SearchFieldProps) {
  const { _ } = useLingui();
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  function search(words: string) {
    clearTimeout(timer.current);
    onSearch(words.trim());
  }
  return (
    <AriaSearchField
      value={text}
      maxLength={200}
      className={field.field ?? ''}
      onSubmit={search}
      onChange={(next) => {
        setText(next);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => search(next), pause);
      }}
    >
      <FieldLabel label={label} />
      <FieldHint>{hint}</FieldHint>
      <div className={styles.search}>
        <Icon name="search" className={styles.searchIcon} />
        <Input className={field.input ?? ''} />
        {text !== '' && (
          <Button className={styles.clear ?? ''} aria-label={_('Clear the search')}>
            <Icon name="cross" />
          </Button>
        )}
      </div>
    </AriaSearchField>
  );
}
