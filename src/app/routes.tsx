// Every page's address. A page's code is fetched when it is first visited; modules add their routes to `pages`.
import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent, redirect, type RouterHistory } from '@tanstack/react-router';
import { byLanguage } from '#client/address-language.ts';
import { needWorkingTexts } from '#client/language.ts';
import { nextSearch, tokenSearch } from '#modules/accounts/ui/address.ts';
import { sessionQuery } from '#modules/accounts/ui/session.ts';
import { previewSearch, type citiesSearch, type wordsSearch } from '#modules/cities/ui/address.ts';
import type { organisationSearch } from '#modules/organisations/ui/list-search.ts';
import { newOutcomeSearch, ownOutcomesSearch } from '#modules/outcomes/ui/address.ts';
import { followUpPages, followUpRooms } from './follow-up-routes.ts';
import type { sourcesSearch } from '#modules/evidence/ui/address.ts';
import type { importSearch, setSearch } from '#modules/reference/ui/address.ts';
import type { duplicatesSearch } from '#modules/ties/ui/address.ts';
import type { mapSearch, networkSearch, partnersSearch } from '#modules/network/ui/network-address.ts';
import { editionPages, editionRooms } from './edition-routes.ts';
import { deskPages, deskRooms } from './desk-routes.ts';
import { matchingPages, matchingRooms } from './matching-routes.ts';
import { reportPages, reportRooms } from './report-routes.ts';
import { tiePages } from './tie-routes.ts';
import { Failed, Lost } from './pages/failed.tsx';
import { readInPage, root, signedIn } from './route-roots.ts';

const design = createRoute({
  getParentRoute: () => root,
  path: '/design',
  beforeLoad: needWorkingTexts,
  component: lazyRouteComponent(() => import('#design/sheet/sheet.tsx'), 'Sheet'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: nextSearch,
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery()).catch((): null => null);
    if (session !== null && session.account !== null) throw redirect({ to: '/' });
    await needWorkingTexts();
  },
  component: lazyRouteComponent(() => import('#modules/accounts/ui/sign-in.tsx'), 'SignIn'),
});

const begin = createRoute({
  getParentRoute: () => root,
  path: '/begin',
  beforeLoad: needWorkingTexts,
  component: lazyRouteComponent(() => import('#modules/accounts/ui/begin.tsx'), 'Begin'),
});

const signInLink = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/link',
  beforeLoad: needWorkingTexts,
  validateSearch: tokenSearch,
  component: lazyRouteComponent(() => import('#modules/accounts/ui/sign-in.tsx'), 'SignInLink'),
});

const institution = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/institution',
  beforeLoad: needWorkingTexts,
  component: lazyRouteComponent(() => import('#modules/accounts/ui/institution.tsx'), 'InstitutionReturn'),
});

const choosePassword = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/password',
  beforeLoad: needWorkingTexts,
  validateSearch: tokenSearch,
  component: lazyRouteComponent(() => import('#modules/accounts/ui/choose-password.tsx'), 'ChoosePassword'),
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

const offices = createRoute({
  getParentRoute: () => signedIn,
  path: '/offices',
  component: lazyRouteComponent(() => import('#modules/accounts/ui/operator.tsx'), 'OfficesPage'),
});

const outbox = createRoute({
  getParentRoute: () => root,
  path: '/outbox',
  beforeLoad: needWorkingTexts,
  component: lazyRouteComponent(() => import('#modules/accounts/ui/outbox.tsx'), 'OutboxPage'),
});

const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  validateSearch: readInPage<typeof wordsSearch>(),
  component: lazyRouteComponent(() => import('#modules/cities/ui/search/search-page.tsx'), 'SearchPage'),
});

const cities = createRoute({
  getParentRoute: () => root,
  path: '/cities',
  validateSearch: readInPage<typeof citiesSearch>(),
  component: lazyRouteComponent(() => import('./pages/cities.tsx'), 'Cities'),
});

const city = createRoute({
  getParentRoute: () => root,
  path: '/cities/$slug',
  component: lazyRouteComponent(() => import('./pages/city.tsx'), 'City'),
});

const newCity = createRoute({
  getParentRoute: () => signedIn,
  path: '/cities/new',
  component: lazyRouteComponent(() => import('#modules/cities/ui/city/new-city.tsx'), 'NewCityPage'),
});

const cityNames = createRoute({
  getParentRoute: () => signedIn,
  path: '/cities/$slug/names',
  component: lazyRouteComponent(() => import('#modules/cities/ui/identity/names-page.tsx'), 'NamesPage'),
});

const cityProfile = createRoute({
  getParentRoute: () => signedIn,
  path: '/cities/$slug/profile',
  component: lazyRouteComponent(() => import('#modules/cities/ui/profile/profile-page.tsx'), 'ProfilePage'),
});

const profileEntry = createRoute({
  getParentRoute: () => signedIn,
  path: '/cities/$slug/profile/$entry',
  component: lazyRouteComponent(() => import('#modules/cities/ui/profile/entry-page.tsx'), 'EntryPage'),
});

const cityPreview = createRoute({
  getParentRoute: () => signedIn,
  path: '/cities/$slug/preview',
  validateSearch: previewSearch,
  // Without an entry there is nothing to preview: its list is where one chooses.
  beforeLoad: ({ search, params }) => {
    if (search.entry === undefined || search.entry === '')
      throw redirect({ to: '/cities/$slug/profile', params: { slug: params.slug }, replace: true });
  },
  component: lazyRouteComponent(() => import('#modules/cities/ui/profile/preview-page.tsx'), 'PreviewPage'),
});

const citySheet = createRoute({
  getParentRoute: () => root,
  path: '/cities/$slug/sheet',
  beforeLoad: needWorkingTexts,
  component: lazyRouteComponent(() => import('./pages/city-sheet.tsx'), 'CitySheet'),
});

const naming = createRoute({
  getParentRoute: () => signedIn,
  path: '/naming',
  component: lazyRouteComponent(() => import('#modules/cities/ui/identity/naming-page.tsx'), 'NamingPage'),
});

const duplicates = createRoute({
  getParentRoute: () => signedIn,
  path: '/cities/duplicates',
  validateSearch: readInPage<typeof duplicatesSearch>(),
  component: lazyRouteComponent(() => import('#modules/ties/ui/merge/duplicates-page.tsx'), 'DuplicatesPage'),
});

const organisations = createRoute({
  getParentRoute: () => root,
  path: '/organisations',
  beforeLoad: needWorkingTexts,
  validateSearch: readInPage<typeof organisationSearch>(),
  component: lazyRouteComponent(() => import('#modules/organisations/ui/organisations.tsx'), 'OrganisationsPage'),
});

const organisation = createRoute({
  getParentRoute: () => root,
  path: '/organisations/$id',
  beforeLoad: needWorkingTexts,
  component: lazyRouteComponent(() => import('#modules/organisations/ui/organisation.tsx'), 'OrganisationPage'),
});

const sources = createRoute({
  getParentRoute: () => signedIn,
  path: '/sources',
  validateSearch: readInPage<typeof sourcesSearch>(),
  component: lazyRouteComponent(() => import('#modules/evidence/ui/sources-page.tsx'), 'SourcesPage'),
});

const stopReviewMail = createRoute({
  getParentRoute: () => root,
  path: '/review-mail/off',
  beforeLoad: needWorkingTexts,
  validateSearch: tokenSearch,
  component: lazyRouteComponent(() => import('#modules/cities/ui/profile/stop-mail.tsx'), 'StopReviewMailPage'),
});

const delegation = createRoute({
  getParentRoute: () => signedIn,
  path: '/delegation',
  component: lazyRouteComponent(() => import('./pages/delegation.tsx'), 'Delegation'),
});

const outcome = createRoute({
  getParentRoute: () => root,
  path: '/outcomes/$id',
  component: lazyRouteComponent(() => import('#modules/outcomes/ui/outcome-page.tsx'), 'OutcomePage'),
});

const newOutcome = createRoute({
  getParentRoute: () => signedIn,
  path: '/outcomes/new',
  validateSearch: newOutcomeSearch,
  component: lazyRouteComponent(() => import('#modules/outcomes/ui/form/new-outcome.tsx'), 'NewOutcomePage'),
});

const ownOutcomes = createRoute({
  getParentRoute: () => signedIn,
  path: '/outcomes',
  validateSearch: ownOutcomesSearch,
  component: lazyRouteComponent(() => import('#modules/outcomes/ui/list/outcomes-page.tsx'), 'OutcomesPage'),
});

const outcomeSheet = createRoute({
  getParentRoute: () => signedIn,
  path: '/outcomes/import',
  component: lazyRouteComponent(() => import('#modules/outcomes/ui/sheet/sheet-page.tsx'), 'SheetPage'),
});

const rates = createRoute({
  getParentRoute: () => signedIn,
  path: '/rates',
  component: lazyRouteComponent(() => import('#modules/outcomes/ui/rates/rates-page.tsx'), 'RatesPage'),
});

const importRates = createRoute({
  getParentRoute: () => signedIn,
  path: '/rates/import',
  component: lazyRouteComponent(() => import('#modules/outcomes/ui/rates/import-rates-page.tsx'), 'ImportRatesPage'),
});

const tieMap = createRoute({
  getParentRoute: () => root,
  path: '/map',
  beforeLoad: needWorkingTexts,
  validateSearch: readInPage<typeof mapSearch>(),
  component: lazyRouteComponent(() => import('./pages/tie-map.tsx'), 'TieMap'),
});

const referenceSets = createRoute({
  getParentRoute: () => root,
  path: '/reference',
  beforeLoad: needWorkingTexts,
  component: lazyRouteComponent(() => import('#modules/reference/ui/sets/sets-page.tsx'), 'SetsPage'),
});

const referenceSet = createRoute({
  getParentRoute: () => root,
  path: '/reference/$set',
  beforeLoad: needWorkingTexts,
  validateSearch: readInPage<typeof setSearch>(),
  component: lazyRouteComponent(() => import('#modules/reference/ui/sets/set-page.tsx'), 'SetPage'),
});

const newReferenceSet = createRoute({
  getParentRoute: () => signedIn,
  path: '/reference/new',
  component: lazyRouteComponent(() => import('#modules/reference/ui/sets/new-set-page.tsx'), 'NewSetPage'),
});

const referenceImport = createRoute({
  getParentRoute: () => signedIn,
  path: '/reference/$set/import',
  validateSearch: readInPage<typeof importSearch>(),
  component: lazyRouteComponent(() => import('#modules/reference/ui/import/import-page.tsx'), 'ImportPage'),
});

const network = createRoute({
  getParentRoute: () => root,
  path: '/network',
  beforeLoad: needWorkingTexts,
  validateSearch: readInPage<typeof networkSearch>(),
  component: lazyRouteComponent(() => import('#modules/network/ui/network-page.tsx'), 'NetworkPage'),
});

const partners = createRoute({
  getParentRoute: () => root,
  path: '/partners',
  beforeLoad: needWorkingTexts,
  validateSearch: readInPage<typeof partnersSearch>(),
  component: lazyRouteComponent(() => import('#modules/network/ui/network-partners.tsx'), 'PartnersPage'),
});

const openData = createRoute({
  getParentRoute: () => root,
  path: '/data',
  beforeLoad: needWorkingTexts,
  component: lazyRouteComponent(() => import('#modules/reports/ui/data-page.tsx'), 'DataPage'),
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/home.tsx'), 'Home'),
});

/** Pages for members of an office; modules add theirs here. */
const memberPages = [
  ...editionRooms,
  ...matchingRooms,
  ...followUpRooms,
  account,
  office,
  offices,
  newCity,
  cityNames,
  cityProfile,
  profileEntry,
  cityPreview,
  naming,
  duplicates,
  ...deskRooms,
  ...reportRooms,
  sources,
  newOutcome,
  ownOutcomes,
  outcomeSheet,
  rates,
  importRates,
  newReferenceSet,
  referenceImport,
  delegation,
];

const pages = [
  home,
  design,
  begin,
  signIn,
  signInLink,
  institution,
  choosePassword,
  outbox,
  search,
  cities,
  city,
  ...editionPages,
  ...matchingPages,
  ...deskPages,
  ...followUpPages,
  organisations,
  organisation,
  tieMap,
  network,
  partners,
  citySheet,
  openData,
  ...tiePages,
  ...reportPages,
  stopReviewMail,
  outcome,
  referenceSets,
  referenceSet,
  signedIn.addChildren(memberPages),
];

/** The router; `queryClient` is at hand in every route's loader. `onServer`: where a page is drawn that is sent as it is. */
export const createAppRouter = (queryClient: QueryClient, onServer?: { readonly history: RouterHistory; readonly origin: string }) =>
  createRouter({
    routeTree: root.addChildren(pages),
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: Failed,
    defaultNotFoundComponent: () => <Lost />,
    rewrite: byLanguage,
    ...(onServer === undefined ? { scrollRestoration: true } : { ...onServer, isServer: true }),
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
