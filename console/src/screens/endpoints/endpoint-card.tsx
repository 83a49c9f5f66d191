import type { Endpoint } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Badge } from '../../design/badge.tsx';
import { Button } from '../../design/button.tsx';
import { Copyable } from '../../design/copyable.tsx';
import { KeyValue } from '../../design/key-value.tsx';
import { Panel } from '../../design/panel.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { msg } from '../../i18n/message.ts';
import type { StateWords } from '../../words/states.ts';
import { Row } from '../office/layout.tsx';
import { useMay } from '../office/use-may.ts';
import { EditEndpoint } from './edit-endpoint.tsx';
import { RemoveEndpoint } from './remove-endpoint.tsx';
import { SendTest } from './send-test.tsx';
import { PauseEndpoint } from './pause-endpoint.tsx';

const states: Readonly<Record<Endpoint['state'], StateWords>> = {
  active: { label: msg('In use'), tone: 'success' },
  paused: { label: msg('Paused'), tone: 'warn' },
  gone: { label: msg('Said it is gone'), tone: 'danger' },
};

/** One endpoint with what can be done about it. */
export function EndpointCard({ endpoint }: { endpoint: Endpoint }) {
  const { _ } = useLingui();
  const may = useMay();
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null);
  const close = () => setOpen(null);
  return (
    <Panel
      title={<bdi>{endpoint.name}</bdi>}
      actions={<Badge tone={states[endpoint.state].tone}>{_(states[endpoint.state].label)}</Badge>}
    >
      <KeyValue
        entries={[
          { label: _('Address'), value: <code dir="ltr">{endpoint.url}</code> },
          { label: _('Added'), value: <RelativeTime absolute at={endpoint.created_at} /> },
        ]}
      />
      <Copyable label={_('Public key of the desk for it')} value={endpoint.public_key} />
      {may('changeEndpoint') && (
        <>
          <Row>
            <PauseEndpoint endpoint={endpoint} />
            <Button small onPress={() => setOpen('edit')}>
              {_('Change…')}
            </Button>
            <Button small kind="quiet" onPress={() => setOpen('remove')}>
              {_('Remove…')}
            </Button>
          </Row>
          <SendTest endpoint={endpoint} />
        </>
      )}
      {open === 'edit' && <EditEndpoint endpoint={endpoint} onClose={close} />}
      {open === 'remove' && <RemoveEndpoint endpoint={endpoint} onClose={close} />}
    </Panel>
  );
}
