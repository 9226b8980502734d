// Addresses of what cities look for and have to tell: what everybody may read of it, and the rooms of those who work there.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { needWorkingTexts } from '#client/language.ts';
import type { callsSearch } from '#modules/cities/ui/address.ts';
import type { matchesSearch, toldSearch } from '#modules/matching/ui/cities/address.ts';
import { readInPage, root, signedIn } from './route-roots.ts';

const partnerCalls = createRoute({
  getParentRoute: () => root,
  path: '/partner-calls',
  beforeLoad: needWorkingTexts,
  validateSearch: readInPage<typeof callsSearch>(),
  component: lazyRouteComponent(() => import('#modules/cities/ui/profile/partner-calls-page.tsx'), 'PartnerCallsPage'),
});

const challenges = createRoute({
  getParentRoute: () => root,
  path: '/challenges',
  beforeLoad: needWorkingTexts,
  validateSearch: readInPage<typeof toldSearch>(),
  component: lazyRouteComponent(() => import('#modules/matching/ui/cities/told-page.tsx'), 'ToldPage'),
});

const method = createRoute({
  getParentRoute: () => root,
  path: '/matching',
  beforeLoad: needWorkingTexts,
  component: lazyRouteComponent(() => import('#modules/matching/ui/method/method-page.tsx'), 'MethodPage'),
});

const cityMatches = createRoute({
  getParentRoute: () => signedIn,
  path: '/cities/$slug/matches',
  validateSearch: readInPage<typeof matchesSearch>(),
  component: lazyRouteComponent(() => import('./pages/city-matches.tsx'), 'CityMatches'),
});

const ownWords = createRoute({
  getParentRoute: () => signedIn,
  path: '/office/words',
  component: lazyRouteComponent(() => import('#modules/matching/ui/words/own-words-page.tsx'), 'OwnWordsPage'),
});

export const matchingPages = [partnerCalls, challenges, method] as const;
export const matchingRooms = [cityMatches, ownWords] as const;
