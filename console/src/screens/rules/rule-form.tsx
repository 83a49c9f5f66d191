import { measureKinds } from '@commonweal/law';
import type { NewRule } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { Button } from '../../design/button.tsx';
import { Panel } from '../../design/panel.tsx';
import { problemOf } from '../../design/problem-of.ts';
import { fieldError } from '../../design/problem-words.tsx';
import { RadioGroup } from '../../design/radio-group.tsx';
import { Select } from '../../design/select.tsx';
import { TextArea } from '../../design/text-area.tsx';
import { TextField } from '../../design/text-field.tsx';
import { measureNames } from '../../words/measures.ts';
import { Form } from '../office/form.tsx';
import { Columns } from '../office/layout.tsx';
import type { RefusalProps } from '../office/refusal.tsx';
import { ExpressionHelp } from './expression-help.tsx';
import { modeWords, ruleModes } from './modes.ts';
import styles from './rules.module.css';

export type RuleDraft = NewRule;

/** What a new rule begins as: in shadow, so that it harms nothing. */
export const newRule: RuleDraft = {
  name: '',
  expression: '',
  queue: 'review',
  priority: 50,
  suggestion: null,
  mode: 'shadow',
};

interface RuleFormProps extends RefusalProps {
  draft: RuleDraft;
  onChange: (draft: RuleDraft) => void;
  onSubmit: () => void;
  submit: string;
  isPending: boolean;
  isReadOnly?: boolean;
}

/** The fields of a rule. */
export function RuleForm(props: RuleFormProps) {
  const { draft, onChange, onSubmit, submit, isPending, isReadOnly = false, ...refusal } = props;
  const { _ } = useLingui();
  const problem = problemOf(refusal.error);
  const set = (change: Partial<RuleDraft>) => onChange({ ...draft, ...change });
  return (
    <Form
      {...refusal}
      onSubmit={onSubmit}
      fields={{
        '/name': _('Name'),
        '/expression': _('Expression'),
        '/queue': _('Queue'),
        '/priority': _('Priority'),
        '/mode': _('Mode'),
      }}
      actions={
        !isReadOnly && (
          <Button type="submit" kind="primary" isPending={isPending}>
            {submit}
          </Button>
        )
      }
    >
      <TextField
        label={_('Name')}
        value={draft.name}
        onChange={(name) => set({ name })}
        maxLength={120}
        isReadOnly={isReadOnly}
        error={fieldError(problem, '/name')}
      />
      <div className={styles.expression} dir="auto">
        <TextArea
          label={_('Expression')}
          hint={_('In CEL, over the item and its signals. It answers true or false.')}
          rows={5}
          spellCheck="false"
          value={draft.expression}
          onChange={(expression) => set({ expression })}
          maxLength={4000}
          isReadOnly={isReadOnly}
          error={fieldError(problem, '/expression')}
        />
      </div>
      <ExpressionHelp />
      <Panel title={_('Where the case goes')}>
        <Columns>
          <TextField
            label={_('Queue')}
            hint={_('Small letters, digits and hyphens.')}
            pattern="[a-z][a-z0-9\-]{0,39}"
            value={draft.queue}
            onChange={(queue) => set({ queue })}
            isReadOnly={isReadOnly}
            error={fieldError(problem, '/queue')}
          />
          <TextField
            label={_('Priority')}
            hint={_('0 to 100; higher is looked at first.')}
            inputMode="numeric"
            pattern="[0-9]|[1-9][0-9]|100"
            value={Number.isNaN(draft.priority) ? '' : String(draft.priority)}
            onChange={(text) => set({ priority: Number.parseInt(text, 10) })}
            isReadOnly={isReadOnly}
            error={fieldError(problem, '/priority')}
          />
          <Select
            optional
            label={_('Suggested measure')}
            hint={_('Shown to the moderator, who decides.')}
            value={draft.suggestion ?? 'none'}
            isDisabled={isReadOnly}
            onChange={(id) => set({ suggestion: id === 'none' ? null : id })}
            options={[
              { id: 'none', label: _('No suggestion') },
              ...measureKinds.map((id) => ({ id, label: _(measureNames[id]) })),
            ]}
          />
        </Columns>
      </Panel>
      <RadioGroup
        row
        label={_('Mode')}
        value={draft.mode}
        isDisabled={isReadOnly}
        onChange={(mode) => set({ mode })}
        options={ruleModes.map((id) => ({
          id,
          label: _(modeWords[id].label),
          hint: _(modeWords[id].hint),
        }))}
        error={fieldError(problem, '/mode')}
      />
    </Form>
  );
}
