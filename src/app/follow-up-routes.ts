// Addresses of follow-ups: the page that a letter's link opens, and the list of an office.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { needWorkingTexts } from '#client/language.ts';
import { followUpSearch, followUpsSearch } from '#modules/outcomes/ui/address.ts';
import { root, signedIn } from './route-roots.ts';

const followUp = createRoute({
  getParentRoute: () => root,
  path: '/follow-up',
  beforeLoad: needWorkingTexts,
  validateSearch: followUpSearch,
  component: lazyRouteComponent(() => import('#modules/outcomes/ui/follow-up/one-tap.tsx'), 'OneTapPage'),
});

const followUps = createRoute({
  getParentRoute: () => signedIn,
  path: '/follow-ups',
  validateSearch: followUpsSearch,
  component: lazyRouteComponent(() => import('#modules/outcomes/ui/follow-up/follow-ups-page.tsx'), 'FollowUpsPage'),
});

/** Everybody may open them, by what a letter holds. */
export const followUpPages = [followUp];
/** For members of an office. */
export const followUpRooms = [followUps];
