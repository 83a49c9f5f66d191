import { useLingui } from '@lingui/react';
import { useBlocker } from '@tanstack/react-router';
import { ConfirmDialog } from '../../design/confirm-dialog.tsx';

/** Asks before what was typed is left behind. */
export function LeaveGuard({ isOn }: { isOn: boolean }) {
  const { _ } = useLingui();
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isOn && current.pathname !== next.pathname,
    enableBeforeUnload: () => isOn,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      danger
      title={_('Leave without saving?')}
      confirm={_('Leave')}
      isOpen={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      onConfirm={() => blocker.proceed?.()}
    >
      <p>{_('What you changed since the last save would be lost.')}</p>
    </ConfirmDialog>
  );
}
