import type { Clause, Problem } from '@commonweal/contract';
import { harmCategories, measureKinds } from '@commonweal/law';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { CheckboxGroup } from '../../design/checkbox.tsx';
import { ConfirmDialog } from '../../design/confirm-dialog.tsx';
import { fieldError } from '../../design/problem-words.tsx';
import { TextArea } from '../../design/text-area.tsx';
import { TextField } from '../../design/text-field.tsx';
import { msg, type Message } from '../../i18n/message.ts';
import { harmMeanings, harmNames } from '../../words/assessment.ts';
import { measureEffects, measureNames } from '../../words/measures.ts';
import { Columns, Row, Stack } from '../office/layout.tsx';

export const clauseFieldNames: Readonly<Record<keyof Clause, Message>> = {
  title: msg('Title of the clause'),
  key: msg('Short name'),
  text: msg('The rule'),
  not_covered: msg('What this does not cover'),
  harm_categories: msg('Kinds of content'),
  measures: msg('Heaviest measures'),
};

interface ClauseFieldsProps {
  clause: Clause;
  /** Place among the clauses, from 0. */
  at: number;
  count: number;
  problem: Problem | null;
  onChange: (clause: Clause) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
}

/** One clause. */
export function ClauseFields(props: ClauseFieldsProps) {
  const { clause, at, count, problem, onChange, onMove, onRemove } = props;
  const { _ } = useLingui();
  const [asking, setAsking] = useState(false);
  const set = (change: Partial<Clause>) => onChange({ ...clause, ...change });
  const error = (field: keyof Clause) => fieldError(problem, `/clauses/${at}/${field}`);
  return (
    <Stack>
      <Row>
        <Button small icon="up" isDisabled={at === 0} onPress={() => onMove(at - 1)}>
          {_('Move up')}
        </Button>
        <Button small icon="down" isDisabled={at === count - 1} onPress={() => onMove(at + 1)}>
          {_('Move down')}
        </Button>
        <Button small kind="quiet" isDisabled={count === 1} onPress={() => setAsking(true)}>
          {_('Remove the clause…')}
        </Button>
      </Row>
      <TextField
        label={_(clauseFieldNames.title)}
        maxLength={200}
        value={clause.title}
        onChange={(title) => set({ title })}
        error={error('title')}
      />
      <TextField
        label={_(clauseFieldNames.key)}
        hint={_('Stays the same from version to version: small letters, digits, hyphens.')}
        maxLength={40}
        value={clause.key}
        onChange={(key) => set({ key })}
        error={error('key')}
      />
      <TextArea
        label={_(clauseFieldNames.text)}
        hint={_('In words that the people on your platform understand.')}
        rows={7}
        maxLength={6000}
        value={clause.text}
        onChange={(text) => set({ text })}
        error={error('text')}
      />
      <TextArea
        optional
        label={_(clauseFieldNames.not_covered)}
        hint={_('Examples that stay: reporting, research, art, counter-speech, evidence.')}
        rows={5}
        maxLength={3000}
        value={clause.not_covered}
        onChange={(not_covered) => set({ not_covered })}
        error={error('not_covered')}
      />
      <Columns>
        <CheckboxGroup
          label={_(clauseFieldNames.harm_categories)}
          value={clause.harm_categories}
          onChange={(harm_categories) => set({ harm_categories })}
          options={harmCategories.map((id) => ({
            id,
            label: _(harmNames[id]),
            hint: _(harmMeanings[id]),
          }))}
          error={error('harm_categories')}
        />
        <CheckboxGroup
          label={_(clauseFieldNames.measures)}
          hint={_('Lighter ones come with them.')}
          value={clause.measures}
          onChange={(measures) => set({ measures })}
          options={measureKinds.map((id) => ({
            id,
            label: _(measureNames[id]),
            hint: _(measureEffects[id]),
          }))}
          error={error('measures')}
        />
      </Columns>
      <ConfirmDialog
        danger
        title={_('Remove this clause?')}
        confirm={_('Remove')}
        isOpen={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          onRemove();
        }}
      >
        <p>
          {_(
            'It goes from this draft. What was decided under it in earlier versions stays decided.',
          )}
        </p>
      </ConfirmDialog>
    </Stack>
  );
}
