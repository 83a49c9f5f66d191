import { i18n } from '@lingui/core';
import { I18nProvider, useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { I18nProvider as AriaI18nProvider } from 'react-aria-components';
import { keepPreference, readPreference } from '../design/preference.ts';
import { speak } from '../i18n/catalogues.ts';
import { chooseLanguage, languages, type Language } from '../i18n/languages.ts';

const codes = languages.map((language) => language.code);

/** Speaks the language kept in this browser, or the browser's own. Before the first drawing. */
export async function startLanguage(): Promise<void> {
  await speak(readPreference('language', codes) ?? chooseLanguage(navigator.languages));
}

/** Changes the language of the console, here and now, and keeps the choice. */
export async function changeLanguage(language: Language): Promise<void> {
  await speak(language);
  keepPreference('language', language);
}

/** Gives words and direction to everything inside. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  return (
    <I18nProvider i18n={i18n}>
      <AriaLocale>{children}</AriaLocale>
    </I18nProvider>
  );
}

function AriaLocale({ children }: { children: ReactNode }) {
  const { i18n: current } = useLingui();
  return <AriaI18nProvider locale={current.locale}>{children}</AriaI18nProvider>;
}
