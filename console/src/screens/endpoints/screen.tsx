import type { Endpoint } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { Panel } from '../../design/panel.tsx';
import { desk } from '../../desk.ts';
import { useMay } from '../office/use-may.ts';
import { EndpointCard } from './endpoint-card.tsx';
import { HowToVerify } from './how-to-verify.tsx';
import { NewEndpoint, SecretOnce } from './new-endpoint.tsx';

/** Where measures are delivered. */
export function Screen() {
  const { _ } = useLingui();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<{ endpoint: Endpoint; secret: string } | null>(null);
  const { data } = useSuspenseQuery({
    queryKey: ['endpoints'],
    queryFn: ({ signal }) => desk.listEndpoints({ signal }),
  });
  const add = may('createEndpoint') && (
    <Button kind="primary" icon="plug" onPress={() => setAdding(true)}>
      {_('Add an endpoint')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={_('Platform endpoints')}
        lead={_('Addresses of your platform that receive measures as signed messages.')}
        actions={add}
      />
      {made && <SecretOnce {...made} onDone={() => setMade(null)} />}
      {data.data.length === 0 ? (
        <EmptyState title={_('No endpoint yet')} icon="plug" actions={add}>
          <p>{_('Without one, decisions are recorded, and nothing happens on the platform.')}</p>
        </EmptyState>
      ) : (
        data.data.map((endpoint) => <EndpointCard key={endpoint.endpoint_id} endpoint={endpoint} />)
      )}
      <Panel title={_('How to check a message')}>
        <HowToVerify />
      </Panel>
      {adding && (
        <NewEndpoint
          onClose={() => setAdding(false)}
          onMade={(reply) => {
            setAdding(false);
            setMade(reply);
          }}
        />
      )}
    </>
  );
}
