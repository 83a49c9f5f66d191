import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { ConfirmDialog } from '../../design/confirm-dialog.tsx';
import { LinkButton } from '../../design/link-button.tsx';
import { Panel } from '../../design/panel.tsx';
import { announce } from '../../design/toast.tsx';
import styles from './style.module.css';

/** Buttons, links, windows, messages. */
export function Acts() {
  const { _ } = useLingui();
  const [asking, setAsking] = useState(false);
  return (
    <Panel title={_('Acts')}>
      <div className={styles.row}>
        <Button kind="primary" icon="check">
          {_('Record the decision')}
        </Button>
        <Button>{_('Save for later')}</Button>
        <Button kind="quiet" icon="forward">
          {_('Skip')}
        </Button>
        <Button kind="danger" onPress={() => setAsking(true)}>
          {_('Withdraw…')}
        </Button>
        <Button isDisabled>{_('Not allowed')}</Button>
        <Button isPending>{_('Sending')}</Button>
        <Button small icon="copy" onPress={() => announce(_('Copied.'))}>
          {_('Small')}
        </Button>
        <LinkButton href="/style">{_('A link')}</LinkButton>
      </div>
      <div className={styles.acts}>
        <Button
          kind="primary"
          consequence={_(
            'Hidden in Pakistan only, for 30 days. The author is told and can appeal.',
          )}
        >
          {_('Restrict in one country')}
        </Button>
        <Button
          kind="danger"
          consequence={_('Needs a second person. Nothing happens until they agree.')}
        >
          {_('Propose a ban')}
        </Button>
      </div>
      <ConfirmDialog
        danger
        title={_('Withdraw this hash?')}
        confirm={_('Withdraw')}
        isOpen={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          announce(_('The hash was withdrawn.'), {
            undo: { label: _('Undo'), onUndo: () => announce(_('The hash is back.')) },
          });
        }}
      >
        <p>
          {_('It stops matching at once. Every decision that rested on it comes up for review.')}
        </p>
      </ConfirmDialog>
    </Panel>
  );
}
