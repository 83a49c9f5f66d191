import { useLingui } from '@lingui/react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { KeyValue } from '../../design/key-value.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { Panel } from '../../design/panel.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { desk } from '../../desk.ts';
import { msg } from '../../i18n/message.ts';
import { DeskForm } from './desk-form.tsx';

const kinds = {
  platform: msg('Platform'),
  state: msg('State body'),
  hub: msg('Regional hub'),
};

/** What holds for the whole desk. */
export function Screen() {
  const { _ } = useLingui();
  const { data } = useSuspenseQuery({
    queryKey: ['desk'],
    queryFn: ({ signal }) => desk.readDesk({ signal }),
  });
  return (
    <>
      <PageHeader title={_('Settings')} lead={_('What holds for the whole desk.')} />
      <DeskForm desk={data} />
      <Panel title={_('What stays')}>
        <KeyValue
          entries={[
            { label: _('Kind of desk'), value: _(kinds[data.kind]) },
            { label: _('Short name in addresses'), value: <code dir="ltr">{data.slug}</code> },
            {
              label: _('Public pages'),
              value: (
                <a href={`/d/${data.slug}`} target="_blank" rel="noreferrer" dir="ltr">
                  /d/{data.slug}
                </a>
              ),
            },
            { label: _('Opened'), value: <RelativeTime absolute at={data.created_at} /> },
          ]}
        />
      </Panel>
    </>
  );
}
