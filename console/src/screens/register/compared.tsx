import type { NameComparison } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useFormats } from '../../i18n/format.ts';
import { msg, type Message } from '../../i18n/message.ts';
import { partWords } from './words.ts';
import styles from './register.module.css';

const agreement: Readonly<
  Record<'country' | 'birth_year', Readonly<Record<'agrees' | 'disagrees', Message>>>
> = {
  country: { agrees: msg('The country agrees.'), disagrees: msg('The country is another.') },
  birth_year: {
    agrees: msg('The year of birth agrees.'),
    disagrees: msg('The year of birth is another.'),
  },
};

/** How two names compare, part by part; heavier lines count for more. */
export function Compared({ because }: { because: NameComparison }) {
  const { _ } = useLingui();
  const { list } = useFormats();
  return (
    <div className={styles.compared}>
      <ul className={styles.parts}>
        {because.parts.map((part, at) => (
          <li key={`${at} ${part.asked}`} data-heavy={part.weight >= 0.5}>
            <bdi>{part.asked}</bdi> = <bdi>{part.listed}</bdi>{' '}
            <small>{_(partWords[part.how] ?? part.how)}</small>
          </li>
        ))}
      </ul>
      {because.asked_only.length > 0 && (
        <p>
          {_('Only in what was asked:')} <bdi>{list(because.asked_only)}</bdi>
        </p>
      )}
      {because.listed_only.length > 0 && (
        <p>
          {_('Only in the listed name:')} <bdi>{list(because.listed_only)}</bdi>
        </p>
      )}
      {(['country', 'birth_year'] as const).map((what) => {
        const how = because[what];
        return how === 'unknown' ? null : <p key={what}>{_(agreement[what][how])}</p>;
      })}
    </div>
  );
}
