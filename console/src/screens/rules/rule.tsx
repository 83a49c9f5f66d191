import type { Rule } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Link } from 'react-aria-components';
import { Badge } from '../../design/badge.tsx';
import { Callout } from '../../design/callout.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { ProblemScreen } from '../../design/problem-screen.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { msg } from '../../i18n/message.ts';
import { Sentences } from '../../i18n/sentence.tsx';
import { keepTyped } from '../office/keep-typed.ts';
import { useMay } from '../office/use-may.ts';
import { modeWords } from './modes.ts';
import { newRule, RuleForm, type RuleDraft } from './rule-form.tsx';
import { rulesQuery } from './rules-query.ts';
import { RemoveRule } from './remove-rule.tsx';

/** One rule, or a new one. */
export function Screen() {
  const { _ } = useLingui();
  const ruleId = useParams({ strict: false, select: (params) => String(params['ruleId']) });
  const { data } = useSuspenseQuery(rulesQuery);
  if (ruleId === 'new') return <NewRule />;
  const rule = [...data.data, ...data.removed].find((candidate) => candidate.rule_id === ruleId);
  if (!rule)
    return (
      <ProblemScreen title={_('There is no such rule on this desk')}>
        <p>
          <Link href="/rules">{_('All rules')}</Link>
        </p>
      </ProblemScreen>
    );
  return rule.removed_at === null ? (
    <OneRule key={rule.rule_id} rule={rule} />
  ) : (
    <RemovedRule rule={rule} />
  );
}

function NewRule() {
  const { _ } = useLingui();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<RuleDraft>(newRule);
  const create = useMutation({
    mutationFn: (body: RuleDraft) => desk.createRule({ body }),
    onSuccess: async () => {
      announce(_('The rule was added.'));
      await queries.invalidateQueries({ queryKey: rulesQuery.queryKey });
      await navigate({ href: '/rules' });
    },
  });
  return (
    <>
      <PageHeader title={_('New rule')} crumbs={[{ label: _('Rules'), href: '/rules' }]} />
      <RuleForm
        draft={draft}
        onChange={setDraft}
        submit={_('Add')}
        error={create.error}
        isPending={create.isPending}
        onSubmit={() => create.mutate(draft)}
      />
    </>
  );
}

function OneRule({ rule }: { rule: Rule }) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const may = useMay();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<RuleDraft>(() => draftOf(rule));
  const [opened, setOpened] = useState(rule);
  const renew = () => queries.invalidateQueries({ queryKey: rulesQuery.queryKey });
  const save = useMutation({
    mutationFn: () =>
      desk.changeRule({
        params: { rule_id: rule.rule_id },
        body: { ...draft, version: opened.version },
      }),
    onSuccess: async (changed) => {
      announce(_('Saved.'));
      setOpened(changed);
      await renew();
    },
    onError: () => void renew(),
  });
  const reload = () => {
    setDraft(keepTyped(draft, draftOf(opened), draftOf(rule)));
    setOpened(rule);
    save.reset();
  };
  return (
    <>
      <PageHeader
        title={rule.name}
        lead={_('{count, plural, one {# case so far} other {# cases so far}}', {
          count: rule.matched,
        })}
        crumbs={[{ label: _('Rules'), href: '/rules' }]}
        badges={<Badge tone={modeWords[rule.mode].tone}>{_(modeWords[rule.mode].label)}</Badge>}
        actions={may('removeRule') && <RemoveRule rule={opened} onReload={reload} />}
      />
      <RuleForm
        draft={draft}
        onChange={setDraft}
        submit={_('Save')}
        isReadOnly={!may('changeRule')}
        error={save.error}
        isPending={save.isPending}
        onSubmit={() => save.mutate()}
        now={
          <p>
            {_('There now:')} <bdi>{rule.name}</bdi> · {_(modeWords[rule.mode].label)} ·{' '}
            {number(rule.priority)} · <code dir="ltr">{rule.expression}</code>
          </p>
        }
        onReload={reload}
      />
    </>
  );
}

/** A rule that is asked no more, as it was. */
function RemovedRule({ rule }: { rule: Rule }) {
  const { _ } = useLingui();
  return (
    <>
      <PageHeader
        title={rule.name}
        lead={_('{count, plural, one {# case so far} other {# cases so far}}', {
          count: rule.matched,
        })}
        crumbs={[{ label: _('Rules'), href: '/rules' }]}
        badges={<Badge>{_('Removed')}</Badge>}
      />
      <Callout title={_('This rule is asked no more')}>
        <p>
          <Sentences
            sentences={[
              {
                message: msg('Removed by {name}.'),
                values: { name: { foreign: rule.removed_by ?? '' } },
              },
            ]}
          />{' '}
          {rule.removed_at && <RelativeTime at={rule.removed_at} />}
        </p>
      </Callout>
      <RuleForm
        isReadOnly
        draft={draftOf(rule)}
        submit={_('Save')}
        error={null}
        isPending={false}
        onChange={nothing}
        onSubmit={nothing}
      />
    </>
  );
}

function nothing(): void {
  // A form that is only read changes and sends nothing.
}

function draftOf(rule: Rule): RuleDraft {
  const { name, expression, queue, priority, suggestion, mode } = rule;
  return { name, expression, queue, priority, suggestion, mode };
}
