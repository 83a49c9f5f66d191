import { useLingui } from '@lingui/react';
import { Button, ComboBox as AriaComboBox, Input, Popover } from 'react-aria-components';
import { FieldFault, FieldHint, FieldLabel, type FieldWords } from './field.tsx';
import { Icon } from './icon.tsx';
import { OptionList, type Option } from './options.tsx';
import field from './field.module.css';
import styles from './options.module.css';

export interface ComboBoxProps<T extends string> extends FieldWords {
  options: readonly Option<T>[];
  value: T | null;
  onChange: (value: T | null) => void;
  name?: string;
  isDisabled?: boolean;
}

/** Picks one of many options by typing a part of its name. */
export function ComboBox<T extends string>({
  label,
  hint,
  optional = false,
  error,
  options,
  value,
  onChange,
  ...rest
}: ComboBoxProps<T>) {
  const { _ } = useLingui();
  return (
    <AriaComboBox<Option>
      {...rest}
      defaultItems={options}
      value={value}
      onChange={(key) => onChange(options.find((option) => option.id === key)?.id ?? null)}
      isRequired={!optional}
      {...(error === undefined ? {} : { isInvalid: true })}
      menuTrigger="focus"
      allowsEmptyCollection
      className={field.field ?? ''}
    >
      <FieldLabel label={label} optional={optional} />
      <FieldHint>{hint}</FieldHint>
      <div className={field.combo}>
        <Input className={field.input ?? ''} />
        <Button className={field.comboButton ?? ''}>
          <Icon name="down" />
        </Button>
      </div>
      <FieldFault error={error} />
      <Popover className={styles.popover ?? ''}>
        <OptionList emptyText={_('Nothing matches.')} />
      </Popover>
    </AriaComboBox>
  );
}
