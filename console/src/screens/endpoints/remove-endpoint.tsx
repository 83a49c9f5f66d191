import type { Endpoint } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ConfirmDialog } from '../../design/confirm-dialog.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { Refusal } from '../office/refusal.tsx';

/** Asks before an endpoint goes. */
export function RemoveEndpoint({ endpoint, onClose }: { endpoint: Endpoint; onClose: () => void }) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => desk.removeEndpoint({ params: { endpoint_id: endpoint.endpoint_id } }),
    onSuccess: async () => {
      announce(_('The endpoint was removed.'));
      onClose();
      await queries.invalidateQueries({ queryKey: ['endpoints'] });
    },
  });
  return (
    <ConfirmDialog
      danger
      isOpen
      title={_('Remove {name}?', { name: endpoint.name })}
      confirm={_('Remove')}
      isPending={remove.isPending}
      onClose={onClose}
      onConfirm={() => remove.mutate()}
    >
      <p>
        {_(
          'Later decisions will not reach it, and its secret stops working. This works only when nothing is left to deliver to it, and cannot be undone.',
        )}
      </p>
      <Refusal error={remove.error} />
    </ConfirmDialog>
  );
}
