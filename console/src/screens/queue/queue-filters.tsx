import type { Operations, ReplyOf } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useEffect, useState } from 'react';
import { Select } from '../../design/select.tsx';
import { TextField } from '../../design/text-field.tsx';
import { useFormats } from '../../i18n/format.ts';
import styles from './queue.module.css';

interface QueueFiltersProps {
  queues: ReplyOf<Operations['countCases']>['queues'];
  queue: string | null;
  search: string;
  onChange: (changes: { queue?: string | null; q?: string | null }) => void;
}

const every = '*';

/** One queue, or some words of the title. */
export function QueueFilters({ queues, queue, search, onChange }: QueueFiltersProps) {
  const { _ } = useLingui();
  const { number, relative } = useFormats();
  const [typed, setTyped] = useState(search);
  const [shownAt] = useState(() => new Date());
  useEffect(() => {
    // Wait for a pause in the typing before the server is asked.
    const timer = setTimeout(() => {
      if (typed !== search) onChange({ q: typed.trim() === '' ? null : typed });
    }, 300);
    return () => clearTimeout(timer);
  }, [typed, search, onChange]);
  const known =
    queue !== null && !queues.some((one) => one.queue === queue)
      ? [...queues, { queue, open: 0, oldest: null }]
      : queues;
  return (
    <search className={styles.filters}>
      <Select
        label={_('Queue')}
        value={queue ?? every}
        onChange={(id) => onChange({ queue: id === every ? null : id })}
        options={[
          { id: every, label: _('All queues') },
          ...known.map((one) => ({
            id: one.queue,
            label: one.queue,
            hint: one.oldest
              ? _('{open} open, the oldest {since}', {
                  open: number(one.open),
                  since: relative(new Date(one.oldest), shownAt),
                })
              : _('None open'),
          })),
        ]}
      />
      <TextField
        label={_('Search')}
        optional
        type="search"
        placeholder={_('Words of the title, or the platform’s id')}
        maxLength={200}
        value={typed}
        onChange={setTyped}
      />
    </search>
  );
}
