import type { Rule, Rules } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Badge } from '../../design/badge.tsx';
import { Button } from '../../design/button.tsx';
import { LinkButton } from '../../design/link-button.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { Form } from '../office/form.tsx';
import { moved, rearranged } from './arrange.ts';
import { modeWords } from './modes.ts';
import { rulesQuery } from './rules-query.ts';
import styles from './rules.module.css';

/** Arranges the rules by buttons; nothing changes until the whole order is saved. */
export function Screen() {
  const { _ } = useLingui();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data: rules } = useSuspenseQuery(rulesQuery);
  const [order, setOrder] = useState(() => idsOf(rules));
  const [opened, setOpened] = useState(rules.revision);
  const save = useMutation({
    mutationFn: () => desk.orderRules({ body: { revision: opened, rule_ids: order } }),
    onSuccess: async (saved) => {
      announce(_('The order was saved.'));
      queries.setQueryData(rulesQuery.queryKey, saved);
      await navigate({ href: '/rules' });
    },
    onError: () => void queries.invalidateQueries({ queryKey: rulesQuery.queryKey }),
  });
  const known = new Map([...rules.data, ...rules.removed].map((rule) => [rule.rule_id, rule]));
  const shown = order.flatMap((id) => known.get(id) ?? []);
  return (
    <>
      <PageHeader
        title={_('Order of the rules')}
        lead={_('The first live rule that fits decides the queue.')}
        crumbs={[{ label: _('Rules'), href: '/rules' }]}
      />
      <Form
        error={save.error}
        onSubmit={() => save.mutate()}
        onReload={() => {
          setOrder(rearranged(order, idsOf(rules)));
          setOpened(rules.revision);
          save.reset();
        }}
        actions={
          <>
            <Button type="submit" kind="primary" isPending={save.isPending}>
              {_('Save this order')}
            </Button>
            <LinkButton href="/rules">{_('Go back')}</LinkButton>
          </>
        }
      >
        <Arrangement rules={shown} onMove={(at, by) => setOrder(moved(order, at, by))} />
      </Form>
    </>
  );
}

function idsOf(rules: Rules): string[] {
  return rules.data.map((rule) => rule.rule_id);
}

interface ArrangementProps {
  rules: readonly Rule[];
  onMove: (at: number, by: -1 | 1) => void;
}

function Arrangement({ rules, onMove }: ArrangementProps) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const list = useRef<HTMLOListElement>(null);
  const [last, setLast] = useState<{ id: string; by: -1 | 1 } | null>(null);
  const place = rules.findIndex((rule) => rule.rule_id === last?.id);
  // A row that moves loses the keyboard's focus: give it back, at an end to the button that still works.
  useEffect(() => {
    if (last === null) return;
    const buttons = list.current?.querySelectorAll<HTMLButtonElement>(
      `[data-rule="${last.id}"] button:not([disabled])`,
    );
    const pressed = buttons && (last.by === -1 ? buttons[0] : buttons[buttons.length - 1]);
    pressed?.focus();
  }, [last]);
  const move = (rule: Rule, at: number, by: -1 | 1) => {
    setLast({ id: rule.rule_id, by });
    onMove(at, by);
  };
  return (
    <>
      <ol ref={list} className={styles.order} aria-label={_('Asked from the first on')}>
        {rules.map((rule, at) => (
          <li key={rule.rule_id} data-rule={rule.rule_id} className={styles.place}>
            <span className={styles.rank}>{number(at + 1)}</span>
            <span className={styles.ruleName}>
              <bdi>{rule.name}</bdi>{' '}
              <Badge tone={modeWords[rule.mode].tone}>{_(modeWords[rule.mode].label)}</Badge>
            </span>
            <span className={styles.moves}>
              <Button
                small
                icon="up"
                isDisabled={at === 0}
                aria-label={_('Up: {rule}', { rule: rule.name })}
                onPress={() => move(rule, at, -1)}
              >
                {_('Up')}
              </Button>
              <Button
                small
                icon="down"
                isDisabled={at === rules.length - 1}
                aria-label={_('Down: {rule}', { rule: rule.name })}
                onPress={() => move(rule, at, 1)}
              >
                {_('Down')}
              </Button>
            </span>
          </li>
        ))}
      </ol>
      <p role="status" className={styles.moved}>
        {place >= 0 &&
          _('{rule}: now {place} of {count}', {
            rule: rules[place]?.name,
            place: number(place + 1),
            count: number(rules.length),
          })}
      </p>
    </>
  );
}
