import type { Clause, PolicyDraft } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Icon } from '../../design/icon.tsx';
import { Panel } from '../../design/panel.tsx';
import { problemOf } from '../../design/problem-of.ts';
import { fieldError } from '../../design/problem-words.tsx';
import { Select } from '../../design/select.tsx';
import { TextArea } from '../../design/text-area.tsx';
import { TextField } from '../../design/text-field.tsx';
import { useFormats } from '../../i18n/format.ts';
import { languages } from '../../i18n/languages.ts';
import { Stack } from '../office/layout.tsx';
import { Refusal } from '../office/refusal.tsx';
import { ClauseFields, clauseFieldNames } from './clause-fields.tsx';
import { isComplete, moveClause, newClause } from './draft.ts';
import styles from './policy.module.css';

interface DraftFieldsProps {
  draft: PolicyDraft;
  onChange: (draft: PolicyDraft) => void;
  /** Place of the clause in the hands. */
  selected: number;
  onSelect: (at: number) => void;
  error: unknown;
  /** Reads the draft again after somebody else changed it. */
  onReload: () => void;
}

/** The fields of a draft: its head, then one clause at a time. */
export function DraftFields({
  draft,
  onChange,
  selected,
  onSelect,
  error,
  onReload,
}: DraftFieldsProps) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const problem = problemOf(error);
  const { clauses } = draft;
  const clause = clauses[selected];
  const setClauses = (next: Clause[], at: number) => {
    onChange({ ...draft, clauses: next });
    onSelect(Math.max(0, Math.min(at, next.length - 1)));
  };
  const fieldNames: Record<string, string> = {
    '/title': _('Title'),
    '/language': _('Language'),
    '/definition': _('What we mean by terrorism'),
    '/clauses': _('Clauses'),
  };
  for (const at of clauses.keys())
    for (const [field, name] of Object.entries(clauseFieldNames))
      fieldNames[`/clauses/${at}/${field}`] = `${number(at + 1)}. ${_(name)}`;
  const known = languages.some(({ code }) => code === draft.language);
  return (
    <Stack>
      <Refusal error={error} fields={fieldNames} onReload={onReload} />
      <TextField
        label={_('Title')}
        maxLength={200}
        value={draft.title}
        onChange={(title) => onChange({ ...draft, title })}
        error={fieldError(problem, '/title')}
      />
      <Select
        label={_('Language')}
        hint={_('In which the rules are written.')}
        value={draft.language}
        onChange={(language) => onChange({ ...draft, language })}
        options={[
          ...languages.map(({ code, name }) => ({ id: code as string, label: name })),
          ...(known ? [] : [{ id: draft.language, label: draft.language }]),
        ]}
        error={fieldError(problem, '/language')}
      />
      <TextArea
        label={_('What we mean by terrorism')}
        hint={_(
          'No wider than violence against people, meant to terrify or compel, and a serious crime.',
        )}
        rows={8}
        maxLength={6000}
        value={draft.definition}
        onChange={(definition) => onChange({ ...draft, definition })}
        error={fieldError(problem, '/definition')}
      />
      <Panel
        title={_('Clauses')}
        actions={
          <Button
            small
            isDisabled={clauses.length >= 60}
            onPress={() => setClauses([...clauses, newClause(clauses)], clauses.length)}
          >
            {_('Add a clause')}
          </Button>
        }
      >
        {clause === undefined ? (
          <EmptyState title={_('No clause yet')} icon="page" />
        ) : (
          <div className={styles.editor}>
            <ol className={styles.index} aria-label={_('Clauses')}>
              {clauses.map((each, at) => (
                <li key={each.key}>
                  <button
                    type="button"
                    className={styles.entry}
                    aria-current={at === selected ? 'true' : undefined}
                    onClick={() => onSelect(at)}
                  >
                    <span>
                      {number(at + 1)}. {each.title || _('Without a title')}
                    </span>
                    {!isComplete(each) && (
                      <>
                        <Icon name="warning" />
                        <span className={styles.meta}>{_('incomplete')}</span>
                      </>
                    )}
                  </button>
                </li>
              ))}
            </ol>
            <ClauseFields
              clause={clause}
              at={selected}
              count={clauses.length}
              problem={problem}
              onChange={(next) => setClauses(clauses.with(selected, next), selected)}
              onMove={(to) => setClauses(moveClause(clauses, selected, to), to)}
              onRemove={() => setClauses(clauses.toSpliced(selected, 1), selected - 1)}
            />
          </div>
        )}
      </Panel>
    </Stack>
  );
}
