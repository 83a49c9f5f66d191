import { i18n, type Messages } from '@lingui/core';
import { directionOf, type Language } from './languages.ts';

interface Catalogue {
  messages: Messages;
}

const shared = import.meta.glob<Catalogue>('../locales/*.po');
const ofScreens = import.meta.glob<Catalogue>('../screens/*/locales/*.po');
const opened = new Set<string>();

async function read(
  from: Record<string, () => Promise<Catalogue>>,
  path: string,
): Promise<Messages> {
  const load = from[path];
  return load ? (await load()).messages : {};
}

/** Switches the whole console to a language: words, `lang`, `dir`. Loads what is not loaded yet. */
export async function speak(language: Language): Promise<void> {
  const parts = await Promise.all([
    read(shared, `../locales/${language}.po`),
    ...[...opened].map((name) => read(ofScreens, `../screens/${name}/locales/${language}.po`)),
  ]);
  i18n.load(language, Object.assign({}, ...parts) as Messages);
  i18n.activate(language);
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}

/** Loads the words of one screen (its folder name under `screens/`) before it is shown. */
export async function openWords(screen: string): Promise<void> {
  if (opened.has(screen)) return;
  const language = i18n.locale;
  i18n.load(language, await read(ofScreens, `../screens/${screen}/locales/${language}.po`));
  opened.add(screen);
  // The person may have changed the language while the words were on their way.
  if (i18n.locale !== language) await speak(i18n.locale as Language);
}
