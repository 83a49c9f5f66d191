import type { Rule } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Link } from 'react-aria-components';
import { Badge } from '../../design/badge.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { ProblemScreen } from '../../design/problem-screen.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { keepTyped } from '../office/keep-typed.ts';
import { useMay } from '../office/use-may.ts';
import { modeWords } from './modes.ts';
import { newRule, RuleForm, type RuleDraft } from './rule-form.tsx';
import { rulesQuery } from './rules-query.ts';

/** One rule, or a new one. */
export function Screen() {
  const { _ } = useLingui();
  const ruleId = useParams({ strict: false, select: (params) => String(params['ruleId']) });
  const { data } = useSuspenseQuery(rulesQuery);
  if (ruleId === 'new') return <NewRule />;
  const rule = data.data.find((candidate) => candidate.rule_id === ruleId);
  if (!rule)
    return (
      <ProblemScreen title={_('There is no such rule on this desk')}>
        <p>
          <Link href="/rules">{_('All rules')}</Link>
        </p>
      </ProblemScreen>
    );
  return <OneRule key={rule.rule_id} rule={rule} />;
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
  return (
    <>
      <PageHeader
        title={rule.name}
        lead={_('{count, plural, one {# case so far} other {# cases so far}}', {
          count: rule.matched,
        })}
        crumbs={[{ label: _('Rules'), href: '/rules' }]}
        badges={<Badge tone={modeWords[rule.mode].tone}>{_(modeWords[rule.mode].label)}</Badge>}
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
        onReload={() => {
          setDraft(keepTyped(draft, draftOf(opened), draftOf(rule)));
          setOpened(rule);
          save.reset();
        }}
      />
    </>
  );
}

function draftOf(rule: Rule): RuleDraft {
  const { name, expression, queue, priority, suggestion, mode } = rule;
  return { name, expression, queue, priority, suggestion, mode };
}
