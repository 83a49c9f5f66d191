import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Checkbox } from '../../design/checkbox.tsx';
import { classes } from '../../design/classes.ts';
import { TextField } from '../../design/text-field.tsx';
import { msg, type Message } from '../../i18n/message.ts';
import { leastLength, strengthOf, type Strength } from './password-strength.ts';
import styles from './entrance.module.css';
import type { ReactNode } from 'react';

const words: Readonly<Record<Strength, Message>> = {
  empty: msg('Three or four words that do not belong together are good, and easy to keep.'),
  short: msg('Too short yet.'),
  guessable: msg('Long enough, but easy to guess. Choose words that have nothing to do with you.'),
  fair: msg('Good enough. A longer one is better.'),
  good: msg('Strong.'),
};
const bars: Readonly<Record<Strength, number>> = {
  empty: 0,
  short: 0,
  guessable: 1,
  fair: 2,
  good: 3,
};

export interface NewPasswordProps {
  value: string;
  onChange: (value: string) => void;
  error?: ReactNode;
  /** What others know of the person: her name, address, desk. */
  known: readonly string[];
}

/** A password of one's own choosing, with how strong it is in words. */
export function NewPassword({ value, onChange, error, known }: NewPasswordProps) {
  const { _ } = useLingui();
  const [shown, setShown] = useState(false);
  const strength = strengthOf(value, known);
  return (
    <>
      <TextField
        label={_('Password')}
        hint={_('At least {length} characters; any characters, spaces too.', {
          length: leastLength,
        })}
        type={shown ? 'text' : 'password'}
        name="password"
        autoComplete="new-password"
        minLength={leastLength}
        maxLength={200}
        value={value}
        onChange={onChange}
        error={error}
      />
      <div className={styles.strength}>
        <div className={styles.bars} aria-hidden="true">
          {[1, 2, 3].map((bar) => (
            <span key={bar} className={classes(styles.bar, bars[strength] >= bar && styles.full)} />
          ))}
        </div>
        <output>{_(words[strength])}</output>
      </div>
      <Checkbox isSelected={shown} onChange={setShown}>
        {_('Show the password')}
      </Checkbox>
    </>
  );
}
