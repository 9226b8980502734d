// Starts the browser's side: texts, client, router, page.
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { linksNameLanguage } from '#client/address-language.ts';
import { startApi } from '#client/api.ts';
import { needsSignIn, Offline, troubleOf } from '#client/error.ts';
import { currentLanguage, onLanguage, startLanguage } from '#client/language.ts';
import { partsUnderWay } from '#design/notices/later.tsx';
import { addressIn, readAddress } from '#kernel/page-address.ts';
import { sessionQuery } from '#modules/accounts/ui/session.ts';
import { createAppRouter } from './routes.tsx';
import { paths } from './public-paths.ts';
import { loadTexts } from './texts/load-texts.ts';
import './styles.css';

/** A lost network is worth another try; an answer of the server is an answer. */
const tryAgain = (count: number, error: unknown): boolean =>
  count < 2 && (error instanceof Offline || (troubleOf(error).status ?? 0) >= 502);

/**
 * A session that ended meanwhile: the page asks to sign in and comes back; a form's refusal is left to the form, so that nothing entered is lost.
 * Whoever came by a link has nothing to sign in with: the page that it opened says that it has ended.
 */
const ended = (error: unknown): void => {
  if (!needsSignIn(error) || /^.(sign-)?in$/.test(readAddress(location.pathname).path)) return;
  void queryClient.invalidateQueries(sessionQuery());
  void router.navigate({ to: '/sign-in', search: { next: location.pathname + location.search } });
};

const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: ended }),
  defaultOptions: { queries: { retry: tryAgain, staleTime: 10_000 }, mutations: { retry: false } },
});
const router = createAppRouter(queryClient);

// A page whose code was replaced by a newer version of the product is fetched anew, with everything else.
// Once, so that a server that is gone does not make the page turn in circles.
addEventListener('vite:preloadError', (event: Event & { readonly payload?: Error }) => {
  // Else the router does the same by itself, and without a network the browser's own error would take the place of everything.
  sessionStorage.setItem(`tanstack_router_reload:${event.payload?.message ?? ''}`, '1');
  const last = Number(sessionStorage.getItem('hansa.reloaded') ?? 0);
  if (!navigator.onLine || Date.now() - last < 30_000) return;
  sessionStorage.setItem('hansa.reloaded', String(Date.now()));
  location.reload();
});

// Answers carry words of the language in which they were asked for, refusals too.
onLanguage(() => {
  void queryClient.invalidateQueries();
  void router.invalidate();
  if (!linksNameLanguage) return;
  // The router knows the page without its language, and takes the same one for no step at all.
  const { pathname, search, hash } = location;
  router.history.replace(addressIn(currentLanguage(), readAddress(pathname).path) + search + hash, router.history.location.state);
});
startApi(paths, async () => (await import('./working-paths.ts')).paths);
// Labels of the naming policy that were decided since are asked for when somebody comes back to the page.
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void import('#modules/cities/ui/region-labels.ts').then(({ asDecided }) => asDecided());
});
await startLanguage(loadTexts);

// A device that keeps somebody's own agenda opens it without a network, too.
const keeps = await Promise.resolve()
  .then(() => localStorage.getItem('hansa.pocket') !== null)
  .catch(() => false);
if (keeps)
  await import('#client/pocket/pocket.ts').then(({ openPocket }) => openPocket(queryClient, () => queryClient.fetchQuery(sessionQuery())));

// Where the page was sent whole, it is read on until the application has drawn the same beside it.
const taking = 'served' in document.documentElement.dataset ? await import('./served/take-over.ts') : null;
const page = taking === null ? document.getElementById('app') : taking.placeBeside();
if (page === null) throw new Error('the page has no place for the app');
/** A refusal is an answer, and the page tells it; only a fault is worth a line in the console. */
const onCaughtError = (error: unknown): void => {
  const { status } = troubleOf(error);
  if (navigator.onLine && (status === null || status >= 500)) console.error(error);
};

createRoot(page, { onCaughtError }).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
/** Nothing is under way: neither a page nor a part of it, nor what they ask. */
const isStill = (): boolean => router.state.status === 'idle' && queryClient.isFetching() === 0 && partsUnderWay() === 0;
if (taking !== null) void taking.takeOver(page, isStill);
