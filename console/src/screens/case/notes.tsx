import type { CaseView } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { Callout } from '../../design/callout.tsx';
import { WhyNot } from '../../design/problem-words.tsx';
import { TextArea } from '../../design/text-area.tsx';
import { Timeline } from '../../design/timeline.tsx';
import { desk } from '../../desk.ts';
import { useMay } from '../office/use-may.ts';
import styles from './case.module.css';

/** What colleagues wrote for each other; it is part of the history and cannot be taken back. */
export function Notes({ view }: { view: CaseView }) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const may = useMay();
  const [text, setText] = useState('');
  const notes = view.history.filter((event) => event.kind === 'note');
  const write = useMutation({
    mutationFn: () =>
      desk.noteCase({
        params: { case_id: view.case.case_id },
        body: { text: text.trim() },
      }),
    onSuccess: async () => {
      setText('');
      await queries.invalidateQueries({ queryKey: ['cases', 'one', view.case.case_id] });
    },
  });
  return (
    <div className={styles.stack}>
      {notes.length > 0 && (
        <Timeline
          label={_('Notes')}
          entries={notes.map((note, index) => ({
            id: `${index}:${note.at}`,
            at: note.at,
            what: <span dir="auto">{note.detail}</span>,
            who: <bdi>{note.by}</bdi>,
            icon: 'page' as const,
          }))}
        />
      )}
      {notes.length === 0 && <p className={styles.soft}>{_('Nobody has written a note yet.')}</p>}
      {may('noteCase') && (
        <form
          className={styles.stack}
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') write.mutate();
          }}
        >
          {write.error && (
            <Callout tone="error" live>
              <p>
                <WhyNot
                  error={write.error}
                  unreached={_('The desk could not be reached. What you wrote is still here.')}
                />
              </p>
            </Callout>
          )}
          <TextArea
            label={_('New note')}
            hint={_('Colleagues and auditors read it. The person affected does not.')}
            optional
            rows={2}
            maxLength={5000}
            value={text}
            onChange={setText}
          />
          <div>
            <Button small type="submit" isPending={write.isPending} isDisabled={text.trim() === ''}>
              {_('Write the note')}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
