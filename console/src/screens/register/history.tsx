import type { RegisterEvent } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { IconName } from '../../design/icon.tsx';
import { Panel } from '../../design/panel.tsx';
import { Timeline } from '../../design/timeline.tsx';
import { useFormats } from '../../i18n/format.ts';
import { msg, type Message } from '../../i18n/message.ts';
import { ChangeSaid } from './change-said.tsx';
import { useAuthorities } from './words.ts';

export const eventWords: Readonly<
  Record<RegisterEvent['what'], { readonly what: Message; readonly icon: IconName }>
> = {
  listed: { what: msg('Listed'), icon: 'list' },
  changed: { what: msg('Said differently'), icon: 'page' },
  ended: { what: msg('Listing ended'), icon: 'done' },
  lapses: { what: msg('Lapses unless renewed'), icon: 'clock' },
};

function noteOf(event: RegisterEvent): { children?: ReactNode } {
  if (event.change !== null) return { children: <ChangeSaid change={event.change} /> };
  if (event.says_since !== null) return { children: <SaysSince day={event.says_since} /> };
  return {};
}

/** Since when a list says, where it dates a listing back. */
export function SaysSince({ day }: { day: string }) {
  const { _ } = useLingui();
  const { calendarDay } = useFormats();
  return <p>{_('The list says: since {day}.', { day: calendarDay(day) })}</p>;
}

/** All that happened to its listings, newest first. */
export function History({ events }: { events: readonly RegisterEvent[] }) {
  const { _ } = useLingui();
  const authorityName = useAuthorities();
  return (
    <Panel title={_('What happened')}>
      <Timeline
        label={_('What happened')}
        entries={events.map((event, at) => ({
          id: `${at}`,
          at: event.on,
          icon: eventWords[event.what].icon,
          what: (
            <>
              {_(eventWords[event.what].what)}: {authorityName(event.authority)},{' '}
              <bdi>{event.reference}</bdi>
            </>
          ),
          who: <bdi>{event.list}</bdi>,
          ...noteOf(event),
        }))}
      />
    </Panel>
  );
}
