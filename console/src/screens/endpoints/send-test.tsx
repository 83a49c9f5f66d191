import type { Delivery, Endpoint } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from '../../design/button.tsx';
import { Callout } from '../../design/callout.tsx';
import { desk } from '../../desk.ts';
import { Refusal } from '../office/refusal.tsx';

/** Sends a signed test message, and says what came of it. */
export function SendTest({ endpoint }: { endpoint: Endpoint }) {
  const { _ } = useLingui();
  const test = useMutation({
    mutationFn: () => desk.testEndpoint({ params: { endpoint_id: endpoint.endpoint_id } }),
  });
  return (
    <>
      <div>
        <Button
          small
          icon="outbox"
          isDisabled={endpoint.state !== 'active'}
          isPending={test.isPending}
          onPress={() => test.mutate()}
          consequence={_('The platform checks the signature and does nothing else.')}
        >
          {_('Send a test')}
        </Button>
      </div>
      <Refusal error={test.error} />
      {test.data && <TestResult key={test.data.delivery_id} sent={test.data} />}
    </>
  );
}

function TestResult({ sent }: { sent: Delivery }) {
  const { _ } = useLingui();
  const { data: now = sent } = useQuery({
    queryKey: ['deliveries', 'test', sent.delivery_id],
    queryFn: async ({ signal }) => {
      const { data } = await desk.listDeliveries({ query: { limit: 50 }, signal });
      return data.find((delivery) => delivery.delivery_id === sent.delivery_id) ?? sent;
    },
    refetchInterval: (query) => (query.state.data?.state === 'delivered' ? false : 1500),
  });
  if (now.state === 'delivered')
    return (
      <Callout live tone="success" title={_('The test arrived')}>
        <p>
          {_('The endpoint answered with status {status}.', { status: now.last_status ?? 200 })}
        </p>
      </Callout>
    );
  if (now.attempts === 0)
    return (
      <Callout live title={_('The test is on its way')}>
        <p>{_('It usually takes a few seconds.')}</p>
      </Callout>
    );
  return (
    <Callout live tone="warning" title={_('The test has not arrived')}>
      <p>
        {_('The endpoint did not take it:')}{' '}
        <span dir="auto">
          {now.last_status} {now.last_error}
        </span>
      </p>
      <p>{_('It is tried again by itself; each try is among the deliveries.')}</p>
    </Callout>
  );
}
