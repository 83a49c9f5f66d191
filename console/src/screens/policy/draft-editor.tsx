import type { PolicyDraft, PolicyVersion } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Badge } from '../../design/badge.tsx';
import { Button } from '../../design/button.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { problemOf } from '../../design/problem-of.ts';
import { Tabs } from '../../design/tabs.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { useMay } from '../office/use-may.ts';
import { DiscardDraft } from './discard-draft.tsx';
import { DraftFields } from './draft-fields.tsx';
import { clauseAtFault, draftOf, keepTypedDraft, sameDraft } from './draft.ts';
import { LeaveGuard } from './leave-guard.tsx';
import { PolicyText } from './policy-text.tsx';
import { PublishDraft } from './publish-draft.tsx';
import styles from './policy.module.css';

type View = 'edit' | 'preview';
type Open = 'publish' | 'discard';

/** Edits a draft, shows what readers would see, and publishes it. */
export function DraftEditor({ version }: { version: PolicyVersion }) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const may = useMay();
  const [saved, setSaved] = useState<PolicyDraft>(() => draftOf(version));
  const [revision, setRevision] = useState(version.revision);
  const [draft, setDraft] = useState(saved);
  const [selected, setSelected] = useState(0);
  const [view, setView] = useState<View>('edit');
  const [open, setOpen] = useState<Open | null>(null);
  const params = { policy_version_id: version.policy_version_id };
  const unsaved = !sameDraft(draft, saved);
  const save = useMutation({
    mutationFn: (body: PolicyDraft) => desk.revisePolicy({ params, body: { ...body, revision } }),
    onSuccess: async (kept, body) => {
      setSaved(body);
      setRevision(kept.revision);
      announce(_('The draft was saved.'));
      await queries.invalidateQueries({ queryKey: ['policy'], refetchType: 'none' });
    },
    onError: (error) => {
      const at = clauseAtFault(problemOf(error));
      if (at !== null) setSelected(at);
      setView('edit');
    },
  });
  const reread = useMutation({
    mutationFn: () => desk.readPolicyVersion({ params }),
    onSuccess: (now) => {
      const kept = keepTypedDraft(draft, saved, draftOf(now));
      save.reset();
      setDraft(kept);
      setSelected(Math.max(0, Math.min(selected, kept.clauses.length - 1)));
      setSaved(draftOf(now));
      setRevision(now.revision);
      setOpen(null);
    },
  });
  const close = () => setOpen(null);
  return (
    <>
      <PageHeader
        title={draft.title || _('Draft')}
        crumbs={[{ label: _('Policy'), href: '/policy' }]}
        badges={<Badge>{_('Draft')}</Badge>}
      />
      <Tabs
        label={_('Draft')}
        selected={view}
        onSelect={setView}
        tabs={[
          {
            id: 'edit',
            label: _('Edit'),
            content: (
              <DraftFields
                draft={draft}
                onChange={setDraft}
                selected={selected}
                onSelect={setSelected}
                error={reread.error ?? save.error}
                onReload={() => reread.mutate()}
              />
            ),
          },
          { id: 'preview', label: _('Preview'), content: <PolicyText policy={draft} /> },
        ]}
      />
      <div className={styles.bar}>
        <Button
          kind="primary"
          isPending={save.isPending}
          isDisabled={!unsaved}
          onPress={() => save.mutate(draft)}
        >
          {_('Save the draft')}
        </Button>
        {may('publishPolicy') && (
          <Button icon="seal" isDisabled={unsaved} onPress={() => setOpen('publish')}>
            {_('Publish…')}
          </Button>
        )}
        <output className={styles.saved}>
          {unsaved ? _('Not saved yet. Save before publishing.') : _('Everything is saved.')}
        </output>
      </div>
      <div>
        <Button kind="quiet" onPress={() => setOpen('discard')}>
          {_('Discard…')}
        </Button>
      </div>
      <LeaveGuard isOn={unsaved && open !== 'discard'} />
      {open === 'publish' && (
        <PublishDraft
          version={version}
          revision={revision}
          onReload={() => reread.mutate()}
          onClose={close}
        />
      )}
      {open === 'discard' && (
        <DiscardDraft
          version={version}
          revision={revision}
          onReload={() => reread.mutate()}
          onClose={close}
        />
      )}
    </>
  );
}
