import { useLingui } from '@lingui/react';
import { Button, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';
import { classes } from './classes.ts';
import { FieldFault, FieldHint, FieldLabel, type FieldWords } from './field.tsx';
import { Icon } from './icon.tsx';
import { OptionList, type Option } from './options.tsx';
import field from './field.module.css';
import styles from './options.module.css';

export interface SelectProps<T extends string> extends FieldWords {
  options: readonly Option<T>[];
  value: T | null;
  onChange: (value: T) => void;
  name?: string;
  isDisabled?: boolean;
}

/** Picks one of a few known options. For two to five with consequences, use RadioGroup. */
export function Select<T extends string>({
  label,
  hint,
  optional = false,
  error,
  options,
  value,
  onChange,
  ...rest
}: SelectProps<T>) {
  const { _ } = useLingui();
  return (
    <AriaSelect
      {...rest}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key);
        if (chosen) onChange(chosen.id);
      }}
      isRequired={!optional}
      {...(error === undefined ? {} : { isInvalid: true })}
      placeholder={_('Choose…')}
      className={field.field ?? ''}
    >
      <FieldLabel label={label} optional={optional} />
      <FieldHint>{hint}</FieldHint>
      <Button className={classes(field.input, field.picker)}>
        <SelectValue<Option>>
          {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
        </SelectValue>
        <Icon name="down" />
      </Button>
      <FieldFault error={error} />
      <Popover className={styles.popover ?? ''}>
        <OptionList options={options} />
      </Popover>
    </AriaSelect>
  );
}
