import { useLingui } from '@lingui/react';
import { Button } from '../../design/button.tsx';
import { Callout } from '../../design/callout.tsx';
import { classes } from '../../design/classes.ts';
import { WhyNot } from '../../design/problem-words.tsx';
import { useFormats } from '../../i18n/format.ts';
import type { Hold } from './use-hold.ts';
import styles from './case.module.css';

interface HoldBarProps {
  hold: Hold;
  /** Something is written and kept in this tab. */
  hasDraft: boolean;
}

/** Who holds the case and for how long; taking it, and giving it back. */
export function HoldBar({ hold, hasDraft }: HoldBarProps) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const { left, other } = hold;
  const clock =
    left && `${number(left.minutes)}:${number(left.seconds, { minimumIntegerDigits: 2 })}`;
  return (
    <>
      {hold.error !== null && (
        <Callout tone="warning" live title={_('The hold was not changed')}>
          <p>
            <WhyNot error={hold.error} />
          </p>
        </Callout>
      )}
      {hold.isMine ? (
        <div className={styles.hold}>
          <p>
            {_('You hold this case.')}{' '}
            <span
              role="timer"
              className={classes(styles.time, left?.state === 'soon' && styles.soon)}
            >
              {_('{time} left', { time: clock ?? '' })}
            </span>
            <br />
            <span className={styles.soft}>{_('Extended by itself while you work.')}</span>
          </p>
          <Button small isPending={hold.isPending} onPress={hold.release}>
            {_('Give it back')}
          </Button>
        </div>
      ) : other ? (
        <Callout title={_('{name} holds this case', { name: other.name })}>
          <p>
            {_('For {time} more, unless it is given back. You can read along and write notes.', {
              time: clock ?? '',
            })}
          </p>
        </Callout>
      ) : (
        <Callout
          title={hasDraft ? _('You do not hold this case any more') : _('Nobody holds this case')}
          actions={
            <Button kind="primary" icon="person" isPending={hold.isPending} onPress={hold.claim}>
              {hasDraft ? _('Take it again') : _('Take this case')}
            </Button>
          }
        >
          <p>
            {hasDraft
              ? _('The hold ran out or was given back. All that you wrote is kept in this tab.')
              : _('Take it to decide: nobody else can decide it for 15 minutes.')}
          </p>
        </Callout>
      )}
    </>
  );
}
