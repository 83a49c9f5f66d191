import { useLingui } from '@lingui/react';
import { Button } from './button.tsx';
import styles from './small.module.css';

export interface PagerProps {
  hasPrevious: boolean;
  hasNext: boolean;
  onPrevious: () => void;
  onNext: () => void;
  isPending?: boolean;
  /** Where one is: "51 to 100". Totals only where they are known, never guessed. */
  position?: string;
}

/** Moves through a list read by cursor: back and on, no page numbers. */
export function Pager({
  hasPrevious,
  hasNext,
  onPrevious,
  onNext,
  isPending,
  position,
}: PagerProps) {
  const { _ } = useLingui();
  return (
    <nav aria-label={_('Pages')} className={styles.pager}>
      <Button small icon="back" isDisabled={!hasPrevious} onPress={onPrevious}>
        {_('Previous')}
      </Button>
      {position && <span className={styles.position}>{position}</span>}
      <Button
        small
        icon="forward"
        isDisabled={!hasNext}
        isPending={isPending ?? false}
        onPress={onNext}
      >
        {_('Next')}
      </Button>
    </nav>
  );
}
