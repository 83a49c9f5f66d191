import { useEffect } from 'react';
import { usePreference } from '../design/preference.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The person's choice of light or dark; the system's until they choose. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  return usePreference('theme', themes, 'system');
}

/** Keeps the choice on `<html>`, where the tokens read it. Once, at the root. */
export function ThemeKeeper(): null {
  const [theme] = useTheme();
  useEffect(() => {
    const root = document.documentElement;
    if (theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
  }, [theme]);
  return null;
}
