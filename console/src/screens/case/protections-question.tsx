import { useLingui } from '@lingui/react';
import { Callout } from '../../design/callout.tsx';
import { DateField } from '../../design/date-field.tsx';
import { RadioGroup } from '../../design/radio-group.tsx';
import { TextArea } from '../../design/text-area.tsx';
import { useFormats } from '../../i18n/format.ts';
import { measureNames } from '../../words/measures.ts';
import { FindingText } from '../review/finding-list.tsx';
import { Asked } from './asked.tsx';
import { useForm } from './form-context.ts';
import { Override } from './override.tsx';
import styles from './case.module.css';

/** What the person is told, and when; who else must look. */
export function ProtectionsQuestion() {
  const { _, i18n } = useLingui();
  const { view, draft, change, findings } = useForm();
  const language = view.items.find((item) => item.language !== null)?.language ?? null;
  const languageName =
    language === null
      ? null
      : (new Intl.DisplayNames(i18n.locale, { type: 'language' }).of(language) ?? language);
  const second = (findings.get('second') ?? []).filter(({ state }) => state !== 'met');
  const whole = (findings.get('whole') ?? []).filter(
    ({ state }) => state === 'failed' || state === 'missing',
  );
  return (
    <>
      <Asked field="facts">
        <TextArea
          label={_('What the person is told')}
          hint={
            languageName === null
              ? _(
                  'What was posted and what was found, in plain words. The person reads it as you write it.',
                )
              : _(
                  'What was posted and what was found, in plain words. The post is in {language}; write in it if you can.',
                  { language: languageName },
                )
          }
          rows={5}
          maxLength={5000}
          value={draft.facts}
          onChange={(facts) => change({ facts })}
        />
        <Preview />
      </Asked>
      <Asked field="notice">
        <RadioGroup
          row
          label={_('When the person is told')}
          value={draft.notice}
          onChange={(notice) => change({ notice })}
          options={[
            { id: 'now', label: _('Now') },
            {
              id: 'delayed',
              label: _('Later'),
              hint: _('Only where a law allows it, and only until a day.'),
            },
          ]}
        />
        {draft.notice === 'delayed' && (
          <>
            <TextArea
              label={_('The law that allows waiting')}
              rows={2}
              maxLength={1000}
              value={draft.noticeBasis}
              onChange={(noticeBasis) => change({ noticeBasis })}
            />
            <DateField
              label={_('The day it is told at the latest')}
              value={draft.noticeUntil}
              onChange={(noticeUntil) => change({ noticeUntil })}
            />
          </>
        )}
      </Asked>
      <div className={styles.stack} id="asked-second">
        {second.length > 0 ? (
          <Callout title={_('Takes a second person')}>
            {second.map((finding) => (
              <p key={finding.id}>
                <FindingText finding={finding} />
              </p>
            ))}
          </Callout>
        ) : (
          <p className={styles.soft}>
            {_('Appeals are heard by somebody who took no part in this, for at least six months.')}
          </p>
        )}
      </div>
      {whole.length > 0 && (
        <div className={styles.stack} id="asked-whole">
          <Callout tone="warning" title={_('About the case itself')}>
            {whole.map((finding) => (
              <p key={finding.id}>
                <FindingText finding={finding} />
              </p>
            ))}
          </Callout>
        </div>
      )}
      <Override />
    </>
  );
}

/** What stands around the facts in the notice, so that they are written to fit. */
function Preview() {
  const { _ } = useLingui();
  const { list } = useFormats();
  const { draft, version } = useForm();
  if (draft.facts.trim() === '' || draft.measure === null) return null;
  const clauses = version?.clauses.filter((clause) => draft.clauseKeys.includes(clause.key)) ?? [];
  return (
    <div className={styles.preview}>
      <p className={styles.soft}>{_('The notice will say:')}</p>
      <p dir="auto">{draft.facts}</p>
      <p>
        {_('We decided: {measure}.', { measure: _(measureNames[draft.measure]) })}{' '}
        {clauses.length > 0 &&
          _('The rule: {clauses}.', { clauses: list(clauses.map(({ title }) => title)) })}{' '}
        {_('A person decided this. You can appeal to somebody else, free of charge.')}
      </p>
    </div>
  );
}
