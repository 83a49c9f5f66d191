import type { Delivery } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '../../design/button.tsx';
import { announceRefusal } from '../../design/announce-refusal.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';

/** Sends a dead message again. It carries the same id, so a platform that did it does not do it twice. */
export function ReplayButton({ delivery }: { delivery: Delivery }) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const replay = useMutation({
    mutationFn: () => desk.replayDelivery({ params: { delivery_id: delivery.delivery_id } }),
    onSuccess: async () => {
      announce(_('The message is on its way again.'));
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['deliveries'] }),
        queries.invalidateQueries({ queryKey: ['measures'] }),
      ]);
    },
    onError: announceRefusal,
  });
  return (
    <Button
      small
      icon="outbox"
      isPending={replay.isPending}
      aria-label={_('Send again: {event} to {endpoint}', {
        event: delivery.event,
        endpoint: delivery.endpoint_name,
      })}
      onPress={() => replay.mutate()}
    >
      {_('Send again')}
    </Button>
  );
}
