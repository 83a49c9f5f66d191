import type { ReactNode } from 'react';
import type { PublicPage } from '@commonweal/contract/pages';
import { languageNames } from '../words/speech.ts';
import { useSpeech } from '../words/use-speech.ts';

interface DocumentProps {
  readonly page: PublicPage;
  readonly title: string;
  /** The language of the title, where it is not the page's. */
  readonly titleLang?: string;
  /** Said before the title in the browser's bar: what a screen reader reads out first. */
  readonly prefix?: string;
  readonly children: ReactNode;
}

/** The whole document round a page: head, languages, desk, landmarks. */
export function Document({ page, title, titleLang, prefix, children }: DocumentProps) {
  const { t, locale, dir } = useSpeech();
  return (
    <html lang={locale} dir={dir}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {isPrivate(page) && <meta name="robots" content="noindex" />}
        <title>{titleOf(page, prefix ? `${prefix}: ${title}` : title)}</title>
        <link rel="stylesheet" href={`/public/style.css?v=${STYLE_VERSION}`} />
      </head>
      <body>
        <a className="skip" href="#main">
          {t('Skip to the content')}
        </a>
        <header className="top">
          {page.desk && page.links && (
            <a className="name" href={page.links.home}>
              <bdi>{page.desk.name}</bdi>
            </a>
          )}
          <Languages languages={page.languages} />
        </header>
        <main id="main">
          <h1 lang={titleLang} dir="auto">
            {title}
          </h1>
          {children}
        </main>
        <footer>
          {page.links && <Site links={page.links} />}
          <p>{t('This page uses no scripts. It works on old phones and can be printed.')}</p>
        </footer>
      </body>
    </html>
  );
}

function titleOf({ desk }: PublicPage, title: string): string {
  return desk && desk.name !== title ? `${title} – ${desk.name}` : title;
}

/** Pages behind a secret address stay out of search engines. */
function isPrivate(page: PublicPage): boolean {
  return ['notice', 'appeal_form', 'appeal_received', 'problem'].includes(page.page);
}

function Languages({ languages }: Pick<PublicPage, 'languages'>) {
  const { t, locale } = useSpeech();
  return (
    <nav className="languages" aria-label={t('Language')}>
      <ul className="row">
        {languages.map((language) => (
          <li key={language.locale}>
            <a
              href={language.href}
              lang={language.locale}
              hrefLang={language.locale}
              aria-current={language.locale === locale ? 'true' : undefined}
            >
              {languageNames[language.locale]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Site({ links }: { links: NonNullable<PublicPage['links']> }) {
  const { t } = useSpeech();
  return (
    <nav className="site" aria-label={t('More from this desk')}>
      <ul className="row">
        <li>
          <a href={links.policy}>{t('Our rules')}</a>
        </li>
        <li>
          <a href={links.transparency}>{t('What we did, in numbers')}</a>
        </li>
        <li>
          <a href={links.ledger}>{t('Check our record')}</a>
        </li>
        <li>
          <a href={links.law}>{t('The law, as far as we know it')}</a>
        </li>
      </ul>
    </nav>
  );
}
