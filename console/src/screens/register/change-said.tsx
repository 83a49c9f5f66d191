import type { RegisterEvent } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useFormats } from '../../i18n/format.ts';
import { msg, type Message } from '../../i18n/message.ts';

type Change = NonNullable<RegisterEvent['change']>;

const fields: readonly (readonly ['name' | 'listed_on' | 'expires_on' | 'list_type', Message])[] = [
  ['name', msg('Name')],
  ['listed_on', msg('Since')],
  ['expires_on', msg('Until')],
  ['list_type', msg('Listed under')],
];

/** What an edition said differently: before and now, and names that came and went. */
export function ChangeSaid({ change }: { change: Change }) {
  const { _ } = useLingui();
  const { list } = useFormats();
  const nothing = '—';
  return (
    <ul>
      {fields.map(([field, label]) => {
        const pair = change[field];
        return (
          pair !== null && (
            <li key={field}>
              {_(label)}: <del dir="auto">{pair.before ?? nothing}</del>{' '}
              <ins dir="auto">{pair.now ?? nothing}</ins>
            </li>
          )
        );
      })}
      {change.names_added.length > 0 && (
        <li>
          {_('Names that came:')} <bdi>{list(change.names_added)}</bdi>
        </li>
      )}
      {change.names_removed.length > 0 && (
        <li>
          {_('Names that went:')} <bdi>{list(change.names_removed)}</bdi>
        </li>
      )}
    </ul>
  );
}
