import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import { Button } from '../../design/button.tsx';
import { ComboBox } from '../../design/combo-box.tsx';
import { territoriesIn } from './territories.ts';
import styles from './case.module.css';

interface PlacesProps {
  chosen: readonly string[];
  onChange: (codes: string[]) => void;
}

/** Countries, added one by one. */
export function Places({ chosen, onChange }: PlacesProps) {
  const { _, i18n } = useLingui();
  const all = useMemo(() => territoriesIn(i18n.locale), [i18n.locale]);
  const nameOf = (code: string) => all.find(({ id }) => id === code)?.label ?? code;
  return (
    <>
      <ComboBox
        // A new field after each choice, so that the next country can be typed at once.
        key={chosen.length}
        label={_('Add a country')}
        optional={chosen.length > 0}
        value={null}
        onChange={(code) => {
          if (code !== null && !chosen.includes(code)) onChange([...chosen, code]);
        }}
        options={all.filter(({ id }) => !chosen.includes(id))}
      />
      {chosen.length > 0 && (
        <ul className={styles.places} aria-label={_('Countries chosen')}>
          {chosen.map((code) => (
            <li key={code}>
              <Button
                small
                icon="cross"
                aria-label={_('Take {country} out', { country: nameOf(code) })}
                onPress={() => onChange(chosen.filter((one) => one !== code))}
              >
                {nameOf(code)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
