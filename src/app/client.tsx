// Starts the browser's side: texts, client, router, page.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startApi } from '#client/api.ts';
import { Offline, troubleOf } from '#client/error.ts';
import { startLanguage } from '#client/language.ts';
import { createAppRouter } from './routes.tsx';
import { paths } from './wire-contract.ts';
import './styles.css';

/** A lost network is worth another try; an answer of the server is an answer. */
const tryAgain = (count: number, error: unknown): boolean =>
  count < 2 && (error instanceof Offline || (troubleOf(error).status ?? 0) >= 502);

const queryClient = new QueryClient({ defaultOptions: { queries: { retry: tryAgain, staleTime: 10_000 }, mutations: { retry: false } } });

startApi(paths);
await startLanguage((language) =>
  language === 'en' ? import('./texts.en.ts').then(({ en }) => en) : import('./texts.zh.ts').then(({ zh }) => zh),
);

const page = document.getElementById('app');
if (page === null) throw new Error('the page has no place for the app');
createRoot(page).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={createAppRouter(queryClient)} />
    </QueryClientProvider>
  </StrictMode>,
);
