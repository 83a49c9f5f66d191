import { renderToStaticMarkup } from 'react-dom/server';
import type { PublicPage } from '@commonweal/contract/pages';
import { pageOf } from './pages/index.tsx';
import { speechOf } from './words/speech.ts';
import { SpeechContext } from './words/use-speech.ts';

export type { PublicPage };

/** A whole document, doctype included, in the page's language. Pure: same page, same bytes. */
export function renderPage(page: PublicPage): string {
  const markup = renderToStaticMarkup(
    <SpeechContext value={speechOf(page.locale)}>{pageOf(page)}</SpeechContext>,
  );
  return `<!doctype html>${markup}`;
}
