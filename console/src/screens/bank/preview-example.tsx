import type { PreviewedItem } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { Badge } from '../../design/badge.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { MarkedText } from '../review/marked-text.tsx';
import { SignalList } from '../review/signal-list.tsx';
import styles from './preview.module.css';

/** An item that would be found, and why. */
export function PreviewExample({ item }: { item: PreviewedItem }) {
  const { _ } = useLingui();
  const signals = item.matches.map((signal, at) => ({ number: at + 1, signal }));
  return (
    <article className={styles.example} aria-label={_('Item {id}', { id: item.external_id })}>
      <p className={styles.head}>
        <bdi>{item.external_id}</bdi>
        <RelativeTime at={item.received_at} />
        {item.verdict !== 'clear' && <Badge>{_('Something was found in it before')}</Badge>}
        {item.case_id !== null && <a href={`/cases/${item.case_id}`}>{_('Open the case')}</a>}
      </p>
      {item.title !== null && (
        <p>
          <MarkedText text={item.title} field="title" signals={signals} language={null} />
        </p>
      )}
      {item.text !== null && (
        <MarkedText
          text={item.text}
          field="text"
          signals={signals}
          language={null}
          label={_('Text of {id}, with what was found marked', { id: item.external_id })}
        />
      )}
      <SignalList signals={signals} records={[]} />
    </article>
  );
}
