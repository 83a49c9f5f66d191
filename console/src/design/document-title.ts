import { createContext, useContext, useEffect } from 'react';

/** What follows a screen's title: the desk, then the product. */
export const TitleSuffix = createContext('Commonweal');

/** Names the window after the screen. */
export function useDocumentTitle(title: string): void {
  const suffix = useContext(TitleSuffix);
  useEffect(() => {
    document.title = `${title} · ${suffix}`;
  }, [title, suffix]);
}
