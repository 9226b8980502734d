// Addresses of the desk: its month and grid, what waits for its answer, its papers, how it is reminded.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { needWorkingTexts } from '#client/language.ts';
import type { briefingSearch, deskSearch } from '#modules/desk/ui/address.ts';
import { tokenSearch } from '#modules/accounts/ui/address.ts';
import type { CouncilSearch } from '#modules/reports/ui/council/address.ts';
import { readInPage, root, signedIn } from './route-roots.ts';

const desk = createRoute({
  getParentRoute: () => signedIn,
  path: '/desk',
  validateSearch: readInPage<typeof deskSearch>(),
  component: lazyRouteComponent(() => import('#modules/desk/ui/desk-page.tsx'), 'DeskPage'),
});

const answers = createRoute({
  getParentRoute: () => signedIn,
  path: '/answers',
  component: lazyRouteComponent(() => import('#modules/desk/ui/answers/answers-page.tsx'), 'AnswersPage'),
});

const reminders = createRoute({
  getParentRoute: () => signedIn,
  path: '/desk/reminders',
  component: lazyRouteComponent(() => import('#modules/desk/ui/reminders-page.tsx'), 'RemindersPage'),
});

const briefing = createRoute({
  getParentRoute: () => signedIn,
  path: '/ties/$slug/briefing',
  validateSearch: readInPage<typeof briefingSearch>(),
  component: lazyRouteComponent(() => import('#modules/desk/ui/briefing/briefing-page.tsx'), 'BriefingPage'),
});

const stopMail = createRoute({
  getParentRoute: () => root,
  path: '/weekly-mail/off',
  beforeLoad: needWorkingTexts,
  validateSearch: tokenSearch,
  component: lazyRouteComponent(() => import('#modules/desk/ui/stop-mail-page.tsx'), 'StopMailPage'),
});

const handover = createRoute({
  getParentRoute: () => signedIn,
  path: '/handover',
  component: lazyRouteComponent(() => import('#modules/desk/ui/handover/handover-page.tsx'), 'HandoverPage'),
});

const council = createRoute({
  getParentRoute: () => signedIn,
  path: '/council-report',
  validateSearch: (search: CouncilSearch): CouncilSearch => search,
  component: lazyRouteComponent(() => import('#modules/reports/ui/council/council-page.tsx'), 'CouncilPage'),
});

/** For members of an office. */
export const deskRooms = [desk, answers, reminders, briefing, handover, council];

/** For whoever holds the link. */
export const deskPages = [stopMail];
