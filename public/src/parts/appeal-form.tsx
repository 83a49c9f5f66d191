import type { AppealFormData, AppealProblem } from '@commonweal/contract/pages';
import { msg, type Message } from '../words/message.ts';
import { useSpeech } from '../words/use-speech.ts';
import { When } from './when.tsx';

/** The longest appeal, in characters. */
const longest = 5000;

const problemSentences = {
  text: {
    missing: msg('Write why you think the decision is wrong. One sentence is enough.'),
    too_long: msg('Your text is longer than 5,000 characters. Shorten it, and send it again.'),
  },
  contact: {
    too_long: msg('The contact is too long. Give one e-mail address or telephone number.'),
  },
  form: {
    too_many: msg(
      'This was sent many times in a short while. Wait a few minutes, then send it again.',
    ),
    not_saved: msg('Your appeal could not be stored. Send it again in a few minutes.'),
  },
} satisfies {
  readonly [P in AppealProblem as P['field']]: Readonly<Record<P['code'], Message>>;
};

interface AppealFormProps {
  readonly form: AppealFormData;
  readonly values?: { readonly text: string; readonly contact: string };
  readonly problems?: readonly AppealProblem[];
}

/** The appeal: no account, no script. What was written stays in the fields when it is refused. */
export function AppealForm({ form, values, problems = [] }: AppealFormProps) {
  const { t, number, locale } = useSpeech();
  const text = faultOf(problems, 'text');
  const contact = faultOf(problems, 'contact');
  return (
    <form method="post" action={form.action} acceptCharset="utf-8">
      <input type="hidden" name="idempotency_key" value={form.idempotency_key} />
      <input type="hidden" name="language" value={locale} />
      <p>
        {t('You can appeal until:')} <When at={form.until} />
      </p>
      <label htmlFor="text">{t('Why is the decision wrong?')}</label>
      <p className="hint" id="text-hint">
        {t('Write in any language, up to {number} characters. You may add facts we did not know.', {
          number: number(longest),
        })}
      </p>
      <Fault id="text-error" sentence={text} />
      <textarea
        id="text"
        name="text"
        rows={8}
        dir="auto"
        required
        aria-invalid={text ? true : undefined}
        aria-describedby={text ? 'text-error text-hint' : 'text-hint'}
        defaultValue={values?.text ?? ''}
      />
      <label htmlFor="contact">{t('How can we reach you? (optional)')}</label>
      <p className="hint" id="contact-hint">
        {t('You may leave this empty. The answer will always be on this notice’s page.')}
      </p>
      <Fault id="contact-error" sentence={contact} />
      <input
        id="contact"
        name="contact"
        dir="auto"
        autoComplete="email"
        aria-invalid={contact ? true : undefined}
        aria-describedby={contact ? 'contact-error contact-hint' : 'contact-hint'}
        defaultValue={values?.contact ?? ''}
      />
      <button type="submit">{t('Send the appeal')}</button>
      <p className="quiet">
        {t('It is free. A person who took no part in the decision will read it.')}
      </p>
    </form>
  );
}

/** What went wrong, first on the page, each fault a link to its field. */
export function ErrorSummary({ problems }: { problems: readonly AppealProblem[] }) {
  const { t } = useSpeech();
  return (
    <section className="box bad" role="alert" aria-labelledby="problems">
      <h2 id="problems">{t('Your appeal was not sent yet')}</h2>
      <p>{t('Nothing you wrote is lost. Please look at this:')}</p>
      <ul>
        {problems.map((problem) => {
          const sentence = t(sentenceOf(problem));
          return (
            <li key={problem.field + problem.code}>
              {problem.field === 'form' ? sentence : <a href={`#${problem.field}`}>{sentence}</a>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Fault({ id, sentence }: { id: string; sentence: Message | undefined }) {
  const { t } = useSpeech();
  return sentence ? (
    <p className="error" id={id}>
      {t(sentence)}
    </p>
  ) : null;
}

function sentenceOf({ field, code }: AppealProblem): Message {
  const sentences: Readonly<Record<string, Message>> = problemSentences[field];
  return sentences[code] ?? problemSentences.form.not_saved;
}

function faultOf(problems: readonly AppealProblem[], field: AppealProblem['field']) {
  const found = problems.find((problem) => problem.field === field);
  return found && sentenceOf(found);
}
