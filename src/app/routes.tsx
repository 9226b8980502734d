// Every page's address. A page's code is fetched when it is first visited; modules add their routes to `pages`.
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { sessionQuery } from '#client/session.ts';
import { Failed, Lost } from './failed.tsx';
import { Frame } from './frame.tsx';

interface RouteContext {
  readonly queryClient: QueryClient;
}

const root = createRootRouteWithContext<RouteContext>()({
  component: Frame,
  beforeLoad: ({ context }) => void context.queryClient.prefetchQuery(sessionQuery()),
});

const design = createRoute({
  getParentRoute: () => root,
  path: '/design',
  component: lazyRouteComponent(() => import('./sheet.tsx'), 'Sheet'),
});

const pages = [design];

/** The router; `queryClient` is at hand in every route's loader. */
export const createAppRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree: root.addChildren(pages),
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: Failed,
    defaultNotFoundComponent: Lost,
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
