import type { RabatPart } from '@commonweal/law';
import { useLingui } from '@lingui/react';
import { RadioGroup } from '../../design/radio-group.tsx';
import { TextArea } from '../../design/text-area.tsx';
import { useFormats } from '../../i18n/format.ts';
import { rabatNames, rabatQuestions } from '../../words/assessment.ts';
import { Asked } from './asked.tsx';
import { rabatAsked } from './assess.ts';
import { rabatScores, type RabatScore } from './draft.ts';
import { useForm } from './form-context.ts';
import styles from './case.module.css';

/** The Rabat threshold test (A/HRC/22/17/Add.4, appendix, para 29). No total decides. */
export function Rabat() {
  const { _ } = useLingui();
  const { draft } = useForm();
  const parts = rabatAsked(draft);
  if (parts.length === 0) return null;
  return (
    <section className={styles.stack} aria-labelledby="rabat">
      <h4 id="rabat">{_('The Rabat test: is it incitement?')}</h4>
      <p className={styles.soft}>
        {_('Unknown is an honest answer. No total decides; the reasons do.')}
      </p>
      {parts.map((part) => (
        <Part key={part} part={part} />
      ))}
    </section>
  );
}

function Part({ part }: { part: RabatPart }) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const { draft, change } = useForm();
  const answer = draft.rabat[part] ?? { score: null, reason: '' };
  const put = (changes: Partial<typeof answer>) =>
    change({ rabat: { ...draft.rabat, [part]: { ...answer, ...changes } } });
  const words: Readonly<Record<RabatScore, string>> = {
    '0': _('None'),
    '1': _('Little'),
    '2': _('Some'),
    '3': _('Much'),
    unknown: _('Unknown'),
  };
  return (
    // Six reasons are asked for with one word; the group says of what.
    <div className={styles.rabat} role="group" aria-label={_(rabatNames[part])}>
      <Asked field={`rabat_${part}`}>
        <RadioGroup
          row
          label={_(rabatNames[part])}
          hint={_(rabatQuestions[part])}
          value={answer.score}
          onChange={(score) => put({ score })}
          options={rabatScores.map((id) => ({
            id,
            label: id === 'unknown' ? words[id] : `${number(Number(id))} · ${words[id]}`,
          }))}
        />
        <TextArea
          label={_('Because')}
          rows={2}
          maxLength={2000}
          value={answer.reason}
          onChange={(reason) => put({ reason })}
        />
      </Asked>
    </div>
  );
}
