import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { Callout } from '../../design/callout.tsx';
import { LinkButton } from '../../design/link-button.tsx';
import { Panel } from '../../design/panel.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { Stat, StatRow } from '../../design/stat.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import styles from './home.module.css';

interface WaitingProps {
  /** Sees the queue. */
  reviews: boolean;
  /** Hears appeals. */
  hears: boolean;
}

/** How much waits, and since when; renewed while one looks. */
export function Waiting({ reviews, hears }: WaitingProps) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const counts = useQuery({
    queryKey: ['cases', 'counts'],
    queryFn: ({ signal }) => desk.countCases({ signal }),
    refetchInterval: 15_000,
    enabled: reviews,
  });
  const decisions = useQuery({
    queryKey: ['decisions', 'counts'],
    queryFn: ({ signal }) => desk.countDecisions({ signal }),
    refetchInterval: 60_000,
    enabled: reviews,
  });
  const toReview = decisions.data?.up_for_review ?? 0;
  const appeals = useQuery({
    queryKey: ['appeals', 'waiting'],
    queryFn: ({ signal }) => desk.listAppeals({ query: { state: 'open', limit: 200 }, signal }),
    refetchInterval: 60_000,
    enabled: hears,
  });
  const oldest = counts.data?.queues
    .flatMap((queue) => queue.oldest ?? [])
    .toSorted()
    .at(0);
  const shown = (value: number | undefined, more = false) =>
    value === undefined ? '–' : more ? `${number(value)}+` : number(value);
  return (
    <Panel title={_('What waits')}>
      {(counts.isError || appeals.isError || decisions.isError) && (
        <Callout tone="warning">
          <p>{_('What waits could not be counted just now. It is tried again by itself.')}</p>
        </Callout>
      )}
      <StatRow>
        {reviews && (
          <>
            <Stat
              label={_('Open cases')}
              value={shown(counts.data?.open)}
              note={
                oldest && (
                  <>
                    {_('The oldest:')} <RelativeTime at={oldest} />
                  </>
                )
              }
            />
            <Stat
              label={_('Held by me')}
              value={shown(counts.data?.mine)}
              note={_('A hold ends after 15 minutes by itself')}
            />
            <Stat
              label={_('Waiting for a second person')}
              value={shown(counts.data?.awaiting_second)}
            />
            {toReview > 0 && (
              <Stat
                label={_('Decisions to look at again')}
                value={number(toReview)}
                note={_('Something they rest on was withdrawn')}
              />
            )}
          </>
        )}
        {hears && (
          <Stat
            label={_('Open appeals')}
            value={shown(
              appeals.data?.data.length,
              appeals.data !== undefined && appeals.data.next_cursor !== null,
            )}
          />
        )}
      </StatRow>
      <div className={styles.row}>
        {reviews && (
          <LinkButton href="/queue" kind="primary" icon="queue">
            {_('To the queue')}
          </LinkButton>
        )}
        {reviews && (
          <LinkButton href="/decisions?state=awaiting_second" icon="scales">
            {_('Decisions that wait for a second person')}
          </LinkButton>
        )}
        {toReview > 0 && (
          <LinkButton href="/decisions?review=open" icon="scales">
            {_('Decisions to look at again')}
          </LinkButton>
        )}
        {hears && (
          <LinkButton href="/appeals" icon="reply">
            {_('To the appeals')}
          </LinkButton>
        )}
      </div>
    </Panel>
  );
}
