import type { Endpoint } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { ConfirmDialog } from '../../design/confirm-dialog.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { Refusal } from '../office/refusal.tsx';

/** Pauses an endpoint, after asking; or takes it into use again. */
export function PauseEndpoint({ endpoint }: { endpoint: Endpoint }) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const renew = () => queries.invalidateQueries({ queryKey: ['endpoints'] });
  const change = useMutation({
    mutationFn: (state: 'active' | 'paused') =>
      desk.changeEndpoint({
        params: { endpoint_id: endpoint.endpoint_id },
        body: { version: endpoint.version, state },
      }),
    onSuccess: async (_endpoint, state) => {
      announce(state === 'paused' ? _('The endpoint is paused.') : _('The endpoint is in use.'));
      await renew();
    },
    onSettled: () => setAsking(false),
  });
  const reload = () => {
    change.reset();
    void renew();
  };
  return (
    <>
      {endpoint.state === 'active' ? (
        <Button small onPress={() => setAsking(true)}>
          {_('Pause…')}
        </Button>
      ) : (
        <Button small isPending={change.isPending} onPress={() => change.mutate('active')}>
          {_('Take into use again')}
        </Button>
      )}
      <ConfirmDialog
        title={_('Pause this endpoint?')}
        confirm={_('Pause')}
        isOpen={asking}
        isPending={change.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => change.mutate('paused')}
      >
        <p>
          {_(
            'Messages wait here until it is in use again. Nothing is lost, and nothing happens on the platform meanwhile: also no undoing after an appeal.',
          )}
        </p>
      </ConfirmDialog>
      <Refusal error={change.error} onReload={reload} />
    </>
  );
}
