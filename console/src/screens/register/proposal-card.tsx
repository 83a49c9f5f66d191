import type { EntityListing, LinkProposal } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-aria-components';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { Columns, Row } from '../office/layout.tsx';
import { useMay } from '../office/use-may.ts';
import { ReasonDialog } from '../review/reason-dialog.tsx';
import { Compared } from './compared.tsx';
import { useAuthorities } from './words.ts';
import styles from './register.module.css';

/** Two listings that may be of one entity, side by side, for a person to say. */
export function ProposalCard({ proposal }: { proposal: LinkProposal }) {
  const { _ } = useLingui();
  const { percent } = useFormats();
  const may = useMay();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<boolean | null>(null);
  const decide = useMutation({
    mutationFn: ({ same, reason }: { same: boolean; reason: string }) =>
      desk.decideLink({ params: { link_id: proposal.link_id }, body: { same, reason } }),
    onSuccess: async () => {
      setAsking(null);
      announce(_('Said. Who asks the register sees it so from now on.'));
      await queries.invalidateQueries({ queryKey: ['designations'] });
    },
  });
  return (
    <article className={styles.card}>
      <Columns>
        <Side listing={proposal.one} />
        <Side listing={proposal.other} />
      </Columns>
      <p className={styles.likely}>
        {_('The names are one with a likelihood of {share}.', { share: percent(proposal.score) })}
      </p>
      <Compared because={proposal.because} />
      {may('decideLink') && (
        <Row>
          <Button icon="check" onPress={() => setAsking(true)}>
            {_('They are the same…')}
          </Button>
          <Button icon="cross" onPress={() => setAsking(false)}>
            {_('They are not…')}
          </Button>
        </Row>
      )}
      <ReasonDialog
        title={asking === true ? _('Are they the same?') : _('Are they different?')}
        label={_('How you know')}
        hint={_('For whoever asks later: a reference, a statement of case, a source.')}
        least={3}
        maxLength={1000}
        confirm={asking === true ? _('They are the same') : _('They are not')}
        error={decide.error}
        isOpen={asking !== null}
        isPending={decide.isPending}
        onConfirm={(reason) => decide.mutate({ same: asking === true, reason })}
        onClose={() => setAsking(null)}
      >
        <p>{_('It can be said differently later, and stays in the ledger either way.')}</p>
      </ReasonDialog>
    </article>
  );
}

function Side({ listing }: { listing: EntityListing }) {
  const authorityName = useAuthorities();
  return (
    <div>
      <Link href={`/register/${listing.designation_id}`}>
        <bdi>{listing.name}</bdi>
      </Link>
      <br />
      <small>
        {authorityName(listing.authority)}, <bdi>{listing.reference}</bdi>,{' '}
        <bdi>{listing.list_type}</bdi>
      </small>
    </div>
  );
}
