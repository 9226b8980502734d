// What every route stands under: the frame of all pages, and within it those that need somebody signed in.
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router';
import { needWorkingTexts } from '#client/language.ts';
import { sessionQuery } from '#modules/accounts/ui/session.ts';
import { Frame } from './pages/frame.tsx';

/**
 * What an address says beside the path, as its page reads it: the route alone knows of which kind it is, so that no reader loads how the
 * addresses of all other pages are read.
 */
export const readInPage =
  <Read extends (search: Readonly<Record<string, unknown>>) => object>() =>
  (search: ReturnType<Read>): ReturnType<Read> =>
    search;

export const root = createRootRouteWithContext<{ readonly queryClient: QueryClient }>()({
  component: Frame,
  beforeLoad: ({ context }) => {
    // Whoever is signed in meets words of their work everywhere, first in the head bar.
    void context.queryClient.ensureQueryData(sessionQuery()).then(
      (session) => (session.account === null ? undefined : needWorkingTexts()),
      () => undefined,
    );
  },
});

/** Pages that need somebody signed in lead to the sign-in page and back. */
export const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery());
    if (session.account === null) throw redirect({ to: '/sign-in', search: { next: location.href } });
    await needWorkingTexts();
  },
});
