// Every page's address. A page's code is fetched when it is first visited; modules add their routes to `pages`.
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { sessionQuery } from '#client/session.ts';
import { organisationSearch } from '#modules/organisations/ui/list-search.ts';
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
  component: lazyRouteComponent(() => import('#design/sheet/sheet.tsx'), 'Sheet'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Readonly<Record<string, unknown>>): { readonly next?: string } =>
    typeof search['next'] === 'string' ? { next: search['next'] } : {},
  component: lazyRouteComponent(() => import('#modules/accounts/ui/sign-in.tsx'), 'SignIn'),
});

const signInLink = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/link',
  validateSearch: (search: Readonly<Record<string, unknown>>): { readonly token?: string } =>
    typeof search['token'] === 'string' ? { token: search['token'] } : {},
  component: lazyRouteComponent(() => import('#modules/accounts/ui/sign-in.tsx'), 'SignInLink'),
});

/** Pages that need somebody signed in lead to the sign-in page and back. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery());
    if (session.account === null) throw redirect({ to: '/sign-in', search: { next: location.href } });
  },
});

const account = createRoute({
  getParentRoute: () => signedIn,
  path: '/account',
  component: lazyRouteComponent(() => import('#modules/accounts/ui/account.tsx'), 'AccountPage'),
});

const office = createRoute({
  getParentRoute: () => signedIn,
  path: '/office',
  component: lazyRouteComponent(() => import('#modules/accounts/ui/office.tsx'), 'OfficePage'),
});

const outbox = createRoute({
  getParentRoute: () => root,
  path: '/outbox',
  component: lazyRouteComponent(() => import('#modules/accounts/ui/outbox.tsx'), 'OutboxPage'),
});

const organisations = createRoute({
  getParentRoute: () => root,
  path: '/organisations',
  validateSearch: organisationSearch,
  component: lazyRouteComponent(() => import('#modules/organisations/ui/organisations.tsx'), 'OrganisationsPage'),
});

const organisation = createRoute({
  getParentRoute: () => root,
  path: '/organisations/$id',
  component: lazyRouteComponent(() => import('#modules/organisations/ui/organisation.tsx'), 'OrganisationPage'),
});

/** Pages for members of an office; modules add theirs here. */
const memberPages = [account, office];

const pages = [design, signIn, signInLink, outbox, organisations, organisation, signedIn.addChildren(memberPages)];

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
