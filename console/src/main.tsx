import './design/base.css';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { problemOf } from './design/problem-of.ts';
import { LanguageProvider, startLanguage } from './shell/language.tsx';
import { createConsoleRouter } from './shell/router.tsx';
import { sessionQuery } from './shell/session.ts';
import { ThemeKeeper } from './shell/theme.ts';

/** Where nobody is signed in any more, the session is read again; the guard then leads to the door. */
function noticeEnd(error: unknown): void {
  if (problemOf(error)?.status === 401)
    void queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
}

const queries = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEnd }),
  mutationCache: new MutationCache({ onError: noticeEnd }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays a refusal; only a lost connection or a fault is worth another try.
      retry: (failures, error) => failures < 2 && (problemOf(error)?.status ?? 500) >= 500,
    },
    mutations: { retry: false },
  },
});

const place = document.getElementById('console');
if (!place) throw new Error('index.html has no element with the id "console"');

await startLanguage();
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <ThemeKeeper />
        <RouterProvider router={createConsoleRouter(queries)} />
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
