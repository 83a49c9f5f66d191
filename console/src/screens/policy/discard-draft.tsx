import type { PolicyVersion } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ConfirmDialog } from '../../design/confirm-dialog.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { Refusal } from '../office/refusal.tsx';

interface DiscardDraftProps {
  version: PolicyVersion;
  /** What is discarded is what was read, not what somebody saved meanwhile. */
  revision: number;
  onReload: () => void;
  onClose: () => void;
}

/** Asks before a draft goes. */
export function DiscardDraft({ version, revision, onReload, onClose }: DiscardDraftProps) {
  const { _ } = useLingui();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const discard = useMutation({
    mutationFn: () =>
      desk.discardPolicyDraft({
        params: { policy_version_id: version.policy_version_id },
        query: { revision },
      }),
    onSuccess: async () => {
      announce(_('The draft was discarded.'));
      await navigate({ href: '/policy' });
      queries.removeQueries({ queryKey: ['policy', version.policy_version_id] });
      await queries.invalidateQueries({ queryKey: ['policy'] });
    },
  });
  return (
    <ConfirmDialog
      danger
      isOpen
      title={_('Discard this draft?')}
      confirm={_('Discard')}
      isPending={discard.isPending}
      onClose={onClose}
      onConfirm={() => discard.mutate()}
    >
      <p>{_('It cannot be brought back. Published versions stay as they are.')}</p>
      <Refusal error={discard.error} onReload={onReload} />
    </ConfirmDialog>
  );
}
