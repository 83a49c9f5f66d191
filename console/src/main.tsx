import './design/base.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { problemOf } from './design/problem.ts';
import { LanguageProvider, startLanguage } from './shell/language.tsx';
import { createConsoleRouter } from './shell/router.tsx';
import { ThemeKeeper } from './shell/theme.ts';

const queries = new QueryClient({
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
