import type { Rule } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { ConfirmDialog } from '../../design/confirm-dialog.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { Refusal } from '../office/refusal.tsx';
import { rulesQuery } from './rules-query.ts';

interface RemoveRuleProps {
  /** As it was read: what somebody changed meanwhile is not removed unseen. */
  rule: Rule;
  onReload: () => void;
}

/** A button that removes a rule, after asking. */
export function RemoveRule({ rule, onReload }: RemoveRuleProps) {
  const { _ } = useLingui();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const renew = () => queries.invalidateQueries({ queryKey: rulesQuery.queryKey });
  const remove = useMutation({
    mutationFn: () =>
      desk.removeRule({ params: { rule_id: rule.rule_id }, query: { version: rule.version } }),
    onSuccess: async () => {
      announce(_('The rule was removed.'));
      await navigate({ href: '/rules' });
      await renew();
    },
    onError: () => void renew(),
  });
  const close = () => {
    setAsking(false);
    remove.reset();
  };
  return (
    <>
      <Button kind="quiet" icon="cross" onPress={() => setAsking(true)}>
        {_('Remove this rule')}
      </Button>
      <ConfirmDialog
        danger
        isOpen={asking}
        title={_('Remove this rule?')}
        confirm={_('Remove')}
        isPending={remove.isPending}
        onClose={close}
        onConfirm={() => remove.mutate()}
      >
        <p>
          {_(
            'It is asked no more. Cases it placed stay where they are, and it stays readable under the removed rules.',
          )}
        </p>
        <Refusal
          error={remove.error}
          onReload={() => {
            onReload();
            close();
          }}
        />
      </ConfirmDialog>
    </>
  );
}
