import type { CaseEvent } from '@commonweal/contract';
import { measureKinds } from '@commonweal/law';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Link } from 'react-aria-components';
import { Button } from '../../design/button.tsx';
import type { IconName } from '../../design/icon.tsx';
import { Timeline } from '../../design/timeline.tsx';
import { useFormats } from '../../i18n/format.ts';
import { msg, type Message } from '../../i18n/message.ts';
import { measureNames } from '../../words/measures.ts';
import { useMay } from '../office/use-may.ts';

const lastFew = 8;

/** Kinds of event as the rooms write them. An unknown kind is shown as it is. */
const kinds: Readonly<Record<string, { what: Message; icon: IconName }>> = {
  opened: { what: msg('Opened'), icon: 'queue' },
  signals_added: { what: msg('New signals came in'), icon: 'queue' },
  claimed: { what: msg('Taken'), icon: 'person' },
  released: { what: msg('Given back'), icon: 'reply' },
  note: { what: msg('Note'), icon: 'page' },
  decided: { what: msg('Decided'), icon: 'scales' },
  decision_proposed: { what: msg('Decided; waits for a second person'), icon: 'clock' },
  override_effective: { what: msg('Emergency override in effect'), icon: 'warning' },
  refused: { what: msg('Refused by the second person'), icon: 'stop' },
  reversed: { what: msg('Reversed'), icon: 'reply' },
  no_action: { what: msg('No action'), icon: 'done' },
  opened_again: { what: msg('Opened again'), icon: 'queue' },
  ground_withdrawn: {
    what: msg('Something it rests on was withdrawn, or has ended'),
    icon: 'warning',
  },
  ground_restored: { what: msg('What was withdrawn or had ended is back'), icon: 'reply' },
  kept: { what: msg('Looked at again: it stands'), icon: 'scales' },
  appeal_received: { what: msg('Appealed'), icon: 'reply' },
};

/** Tools in which people act. */
const people: ReadonlySet<string> = new Set(['console', 'banks', 'lists']);

/** What happened to a case, the last of it first in sight. Nothing is ever taken out. */
export function History({ events }: { events: readonly CaseEvent[] }) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const may = useMay();
  const [all, setAll] = useState(false);
  // Decisions name their measure by its word on the wire.
  const detailOf = (detail: string) => {
    const measure = measureKinds.find((kind) => kind === detail);
    return measure ? _(measureNames[measure]) : detail;
  };
  const hidden = all ? 0 : Math.max(0, events.length - lastFew);
  return (
    <>
      {hidden > 0 && (
        <div>
          <Button small icon="up" onPress={() => setAll(true)}>
            {_('{count, plural, one {Show # earlier entry} other {Show # earlier entries}}', {
              count: hidden,
            })}
          </Button>
        </div>
      )}
      <Timeline
        label={_('{count, plural, one {# entry of the history} other {# entries of the history}}', {
          count: events.length,
        })}
        entries={events.slice(hidden).map((event, index) => ({
          id: `${number(index)}:${event.at}`,
          at: event.at,
          what: kinds[event.kind] ? _(kinds[event.kind]?.what ?? '') : event.kind,
          who: people.has(event.tool) ? (
            <bdi>{event.by}</bdi>
          ) : (
            <>
              {_('By itself:')}{' '}
              {event.rule_id !== null && may('listRules') ? (
                <Link href={`/rules/${event.rule_id}`}>
                  <bdi>{event.by}</bdi>
                </Link>
              ) : (
                <bdi>{event.by}</bdi>
              )}
            </>
          ),
          icon: kinds[event.kind]?.icon ?? 'dot',
          ...(event.detail === '' ? {} : { children: <p dir="auto">{detailOf(event.detail)}</p> }),
        }))}
      />
    </>
  );
}
