import type { ProblemPage } from '@commonweal/contract/pages';
import { Document } from '../parts/document.tsx';
import { Given, Literal } from '../parts/given.tsx';
import { msg, type Message } from '../words/message.ts';
import { useSpeech } from '../words/use-speech.ts';

const problems: Readonly<Record<ProblemPage['status'], { title: Message; todo: Message }>> = {
  400: {
    title: msg('We could not understand what was sent'),
    todo: msg('Go back, check what you wrote, and send it again.'),
  },
  404: {
    title: msg('There is nothing at this address'),
    todo: msg(
      'Addresses of notices are long. Copy the whole address from the message you got, and try again.',
    ),
  },
  410: {
    title: msg('This page is no longer kept'),
    todo: msg(
      'We keep each record only until its date. After that it is deleted, and we cannot bring it back.',
    ),
  },
  429: {
    title: msg('Too many requests came from your connection'),
    todo: msg('You did nothing wrong. Please wait a little, then try again.'),
  },
  500: {
    title: msg('Something broke on our side'),
    todo: msg('It is not your fault. Please try again in a few minutes.'),
  },
};

/** A refusal or a fault: what it is, what to do, and what was written given back. */
export function Problem(page: ProblemPage) {
  const { t } = useSpeech();
  const { title, todo } = problems[page.status];
  return (
    <Document page={page} title={t(title)}>
      <p className="lead">{t(todo)}</p>
      {page.retry_after_seconds !== null && (
        <p>
          {t(
            '{minutes, plural, one {Wait # minute, then try again.} other {Wait # minutes, then try again.}}',
            {
              minutes: Math.max(1, Math.ceil(page.retry_after_seconds / 60)),
            },
          )}
        </p>
      )}
      {page.kept !== null && (
        <section>
          <h2>{t('What you wrote')}</h2>
          <p>{t('It was not stored. Copy it before you leave this page.')}</p>
          <Given text={page.kept} lang={null} quote />
        </section>
      )}
      {page.reference && (
        <p className="quiet">
          {t('If you write to us about this, give this number:')}{' '}
          <Literal>{page.reference}</Literal>
        </p>
      )}
      {page.links && (
        <p>
          <a href={page.links.home}>{t('Go to the front page')}</a>
        </p>
      )}
    </Document>
  );
}
