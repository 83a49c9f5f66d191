import { ListBox, ListBoxItem, Text } from 'react-aria-components';
import { Icon } from './icon.tsx';
import styles from './options.module.css';

/** One choice of a Select or ComboBox. */
export interface Option<T extends string = string> {
  id: T;
  label: string;
  /** A second line: what choosing it means. */
  hint?: string;
}

interface OptionListProps {
  /** Left out in a ComboBox, which filters its own. */
  options?: readonly Option[];
  emptyText?: string;
}

/** The list that opens under a Select or ComboBox. */
export function OptionList({ options, emptyText }: OptionListProps) {
  return (
    <ListBox<Option>
      {...(options ? { items: options } : {})}
      className={styles.list ?? ''}
      {...(emptyText
        ? { renderEmptyState: () => <p className={styles.empty}>{emptyText}</p> }
        : {})}
    >
      {(option) => (
        <ListBoxItem id={option.id} textValue={option.label} className={styles.option ?? ''}>
          {({ isSelected }) => (
            <>
              <span className={styles.tick}>{isSelected && <Icon name="check" />}</span>
              <span>
                <Text slot="label">{option.label}</Text>
                {option.hint && (
                  <Text slot="description" className={styles.hint ?? ''}>
                    {option.hint}
                  </Text>
                )}
              </span>
            </>
          )}
        </ListBoxItem>
      )}
    </ListBox>
  );
}
