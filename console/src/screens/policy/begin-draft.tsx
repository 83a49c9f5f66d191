import type { PolicyDraft, PolicyVersion } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from '../../design/button.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { Row } from '../office/layout.tsx';
import { Refusal } from '../office/refusal.tsx';
import { draftOf } from './draft.ts';

/** Begins a new version: from the newest published one, or from the default set. */
export function BeginDraft({ latest }: { latest: PolicyVersion | null }) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const begin = useMutation({
    mutationFn: async (from: PolicyDraft | 'default') =>
      desk.draftPolicy({ body: from === 'default' ? await desk.readDefaultPolicy() : from }),
    onSuccess: async (version) => {
      await queries.invalidateQueries({ queryKey: ['policy'] });
      await navigate({ href: `/policy/${version.policy_version_id}` });
    },
  });
  return (
    <>
      <Refusal error={begin.error} />
      <Row>
        {latest?.number && (
          <Button
            kind="primary"
            icon="page"
            isPending={begin.isPending && begin.variables !== 'default'}
            onPress={() => begin.mutate(draftOf(latest))}
          >
            {_('Draft a new version from version {number}', { number: number(latest.number) })}
          </Button>
        )}
        <Button
          kind={latest ? 'secondary' : 'primary'}
          icon="books"
          isPending={begin.isPending && begin.variables === 'default'}
          onPress={() => begin.mutate('default')}
        >
          {_('Start from the default set')}
        </Button>
      </Row>
    </>
  );
}
