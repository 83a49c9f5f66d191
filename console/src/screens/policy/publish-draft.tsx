import type { PolicyVersion } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Callout } from '../../design/callout.tsx';
import { DateField } from '../../design/date-field.tsx';
import { problemOf } from '../../design/problem-of.ts';
import { fieldError } from '../../design/problem-words.tsx';
import { RadioGroup } from '../../design/radio-group.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { FormDialog } from '../office/form.tsx';

interface PublishDraftProps {
  version: PolicyVersion;
  /** What is published is what was read, not what somebody saved meanwhile. */
  revision: number;
  onReload: () => void;
  onClose: () => void;
}

/** Publishes a saved draft, now or from a day on. */
export function PublishDraft({ version, revision, onReload, onClose }: PublishDraftProps) {
  const { _ } = useLingui();
  const { moment } = useFormats();
  const queries = useQueryClient();
  const [when, setWhen] = useState<'now' | 'later'>('now');
  const [from, setFrom] = useState('');
  const date = when === 'later' && from !== '' ? new Date(from) : null;
  const publish = useMutation({
    mutationFn: () =>
      desk.publishPolicy({
        params: { policy_version_id: version.policy_version_id },
        body: {
          revision,
          ...(date !== null && { in_force_from: date.toISOString() }),
        },
      }),
    onSuccess: async () => {
      announce(_('The version is published.'));
      onClose();
      await queries.invalidateQueries({ queryKey: ['policy'] });
    },
  });
  const problem = problemOf(publish.error);
  return (
    <FormDialog
      isOpen
      title={_('Publish this version?')}
      submit={_('Publish for good')}
      isPending={publish.isPending}
      error={publish.error}
      onReload={onReload}
      fields={{ '/in_force_from': _('In force from') }}
      onClose={onClose}
      onSubmit={() => publish.mutate()}
    >
      <Callout tone="warning" title={_('A published version never changes')}>
        <p>
          {_(
            'Nobody can correct, shorten or withdraw it afterwards, only publish a newer one. It gets a number, a public page and a seal in the ledger.',
          )}
        </p>
      </Callout>
      <RadioGroup
        label={_('In force')}
        value={when}
        onChange={setWhen}
        options={[
          { id: 'now', label: _('From now on') },
          {
            id: 'later',
            label: _('From a later time'),
            hint: _('Gives people time to read it. The version before holds until then.'),
          },
        ]}
      />
      {when === 'later' && (
        <DateField
          time
          label={_('In force from')}
          hint={
            date && !Number.isNaN(date.getTime())
              ? moment(date)
              : _('In the time of this computer.')
          }
          value={from}
          onChange={setFrom}
          error={fieldError(problem, '/in_force_from')}
        />
      )}
      <p>{_('It applies only to what is posted while it is in force.')}</p>
    </FormDialog>
  );
}
