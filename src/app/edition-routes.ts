// Addresses of editions: what everybody may read of them, and the rooms of those who work there.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { AnnouncementsSearch, FollowThroughSearch } from '#modules/reports/ui/follow-through/address.ts';
import { needWorkingTexts } from '#client/language.ts';
import type { editionSearch, editionsSearch, lettersSearch, participantsSearch, placeSearch } from '#modules/expos/ui/address.ts';
import type { FloorSearch } from '#modules/expos/ui/floor/floor-search.ts';
import type { soughtSearch } from '#modules/meetings/ui/requests/sought-search.ts';
import { readInPage, root, signedIn } from './route-roots.ts';

const setup = createRoute({
  getParentRoute: () => signedIn,
  path: '/editions/$slug/setup',
  component: lazyRouteComponent(() => import('./pages/edition-setup.tsx'), 'EditionSetup'),
});

const setupTabs = [
  createRoute({
    getParentRoute: () => setup,
    path: '/',
    component: lazyRouteComponent(() => import('#modules/expos/ui/slots/slots-page.tsx'), 'SlotsPage'),
  }),
  createRoute({
    getParentRoute: () => setup,
    path: '/places',
    component: lazyRouteComponent(() => import('#modules/expos/ui/places/places-page.tsx'), 'PlacesPage'),
  }),
  createRoute({
    getParentRoute: () => setup,
    path: '/floor',
    component: lazyRouteComponent(() => import('#modules/expos/ui/floor/edit/floor-editor-page.tsx'), 'FloorEditorPage'),
  }),
  createRoute({
    getParentRoute: () => setup,
    path: '/participants',
    validateSearch: readInPage<typeof participantsSearch>(),
    component: lazyRouteComponent(() => import('#modules/expos/ui/participants/participants-page.tsx'), 'ParticipantsPage'),
  }),
  createRoute({
    getParentRoute: () => setup,
    path: '/topics',
    component: lazyRouteComponent(() => import('#modules/expos/ui/market/topics-page.tsx'), 'TopicsPage'),
  }),
  createRoute({
    getParentRoute: () => setup,
    path: '/registration',
    component: lazyRouteComponent(() => import('#modules/expos/ui/registration/registrations-page.tsx'), 'RegistrationsPage'),
  }),
  createRoute({
    getParentRoute: () => setup,
    path: '/letters',
    validateSearch: readInPage<typeof lettersSearch>(),
    component: lazyRouteComponent(() => import('#modules/expos/ui/letters/letters-page.tsx'), 'LettersPage'),
  }),
  createRoute({
    getParentRoute: () => setup,
    path: '/groups',
    component: lazyRouteComponent(() => import('#modules/expos/ui/people/groups-page.tsx'), 'GroupsPage'),
  }),
  createRoute({
    getParentRoute: () => setup,
    path: '/interpreters',
    component: lazyRouteComponent(() => import('#modules/expos/ui/people/interpreters-page.tsx'), 'InterpretersPage'),
  }),
  createRoute({
    getParentRoute: () => setup,
    path: '/facts',
    component: lazyRouteComponent(() => import('#modules/expos/ui/edition/facts-page.tsx'), 'FactsPage'),
  }),
  createRoute({
    getParentRoute: () => setup,
    path: '/publish',
    component: lazyRouteComponent(() => import('#modules/expos/ui/edition/publish-page.tsx'), 'PublishPage'),
  }),
] as const;

const editions = createRoute({
  getParentRoute: () => root,
  path: '/editions',
  beforeLoad: needWorkingTexts,
  validateSearch: readInPage<typeof editionsSearch>(),
  component: lazyRouteComponent(() => import('#modules/expos/ui/edition/editions.tsx'), 'EditionsPage'),
});

const edition = createRoute({
  getParentRoute: () => root,
  path: '/editions/$slug',
  beforeLoad: needWorkingTexts,
  validateSearch: readInPage<typeof editionSearch>(),
  component: lazyRouteComponent(() => import('./pages/edition.tsx'), 'EditionWithResults'),
});

const halls = createRoute({
  getParentRoute: () => root,
  path: '/editions/$slug/halls',
  beforeLoad: needWorkingTexts,
  validateSearch: (search: FloorSearch): FloorSearch => search,
  component: lazyRouteComponent(() => import('#modules/expos/ui/floor/halls-page.tsx'), 'HallsPage'),
});

const comparison = createRoute({
  getParentRoute: () => root,
  path: '/editions/$slug/compare/$other',
  beforeLoad: needWorkingTexts,
  component: lazyRouteComponent(() => import('./pages/edition-compare.tsx'), 'EditionCompare'),
});

const followThrough = createRoute({
  getParentRoute: () => root,
  path: '/editions/$slug/follow-through',
  beforeLoad: needWorkingTexts,
  validateSearch: (search: FollowThroughSearch): FollowThroughSearch => search,
  component: lazyRouteComponent(() => import('#modules/reports/ui/follow-through/page.tsx'), 'FollowThroughPage'),
});

const announcements = createRoute({
  getParentRoute: () => root,
  path: '/editions/$slug/follow-through/announcements',
  beforeLoad: needWorkingTexts,
  validateSearch: (search: AnnouncementsSearch): AnnouncementsSearch => search,
  component: lazyRouteComponent(() => import('#modules/reports/ui/follow-through/announcements-page.tsx'), 'AnnouncementsPage'),
});

const publishFollowThrough = createRoute({
  getParentRoute: () => signedIn,
  path: '/editions/$slug/follow-through/publish',
  component: lazyRouteComponent(() => import('#modules/reports/ui/follow-through/publish-page.tsx'), 'PublishFollowThroughPage'),
});

const programme = createRoute({
  getParentRoute: () => root,
  path: '/editions/$slug/programme',
  beforeLoad: needWorkingTexts,
  component: lazyRouteComponent(() => import('#modules/expos/ui/programme/programme-page.tsx'), 'ProgrammePage'),
});

const programmeDraft = createRoute({
  getParentRoute: () => signedIn,
  path: '/editions/$slug/programme/draft',
  component: lazyRouteComponent(() => import('#modules/meetings/ui/programme/draft-page.tsx'), 'ProgrammeDraftPage'),
});

const work = createRoute({
  getParentRoute: () => signedIn,
  path: '/editions/$slug/work',
  component: lazyRouteComponent(() => import('#modules/meetings/ui/decisions/decisions-page.tsx'), 'WorkPage'),
});

const importing = createRoute({
  getParentRoute: () => signedIn,
  path: '/editions/$slug/import',
  component: lazyRouteComponent(() => import('#modules/meetings/ui/import/import-page.tsx'), 'ImportPage'),
});

const requests = createRoute({
  getParentRoute: () => signedIn,
  path: '/editions/$slug/requests',
  component: lazyRouteComponent(() => import('#modules/meetings/ui/requests/requests-page.tsx'), 'RequestsPage'),
});

const plans = createRoute({
  getParentRoute: () => signedIn,
  path: '/editions/$slug/plan',
  component: lazyRouteComponent(() => import('#modules/meetings/ui/plan/plan-list-page.tsx'), 'PlanListPage'),
});

const plan = createRoute({
  getParentRoute: () => signedIn,
  path: '/editions/$slug/plan/$number',
  component: lazyRouteComponent(() => import('#modules/meetings/ui/plan/plan-page.tsx'), 'PlanPage'),
});

const releases = createRoute({
  getParentRoute: () => signedIn,
  path: '/editions/$slug/releases',
  component: lazyRouteComponent(() => import('#modules/meetings/ui/release/release-page.tsx'), 'ReleasesPage'),
});

const schedule = createRoute({
  getParentRoute: () => signedIn,
  path: '/editions/$slug/schedule',
  component: lazyRouteComponent(() => import('#modules/meetings/ui/release/schedule.tsx'), 'SchedulePage'),
});

const agendas = createRoute({
  getParentRoute: () => signedIn,
  path: '/editions/$slug/agendas',
  component: lazyRouteComponent(() => import('#modules/meetings/ui/release/agendas.tsx'), 'AgendasPage'),
});

const day = createRoute({
  getParentRoute: () => signedIn,
  path: '/editions/$slug/day',
  component: lazyRouteComponent(() => import('#modules/meetings/ui/day/day-page.tsx'), 'DayPage'),
});

const checkIn = createRoute({
  getParentRoute: () => signedIn,
  path: '/editions/$slug/check-in',
  component: lazyRouteComponent(() => import('#modules/meetings/ui/door/check-in-page.tsx'), 'CheckInPage'),
});

const numbers = createRoute({
  getParentRoute: () => signedIn,
  path: '/editions/$slug/numbers',
  component: lazyRouteComponent(() => import('#modules/meetings/ui/numbers/numbers-page.tsx'), 'NumbersPage'),
});

const queue = createRoute({
  getParentRoute: () => signedIn,
  path: '/editions/$slug/queue',
  component: lazyRouteComponent(() => import('#modules/meetings/ui/queue/queue-page.tsx'), 'QueuePage'),
});

const wall = createRoute({
  getParentRoute: () => signedIn,
  path: '/editions/$slug/wall',
  component: lazyRouteComponent(() => import('#modules/meetings/ui/screens/wall-page.tsx'), 'WallPage'),
});

const ownQueue = createRoute({
  getParentRoute: () => signedIn,
  path: '/my/$editionId/$participantId/queue',
  component: lazyRouteComponent(() => import('#modules/meetings/ui/queue/own-page.tsx'), 'OwnQueuePage'),
});

const suggestions = createRoute({
  getParentRoute: () => signedIn,
  path: '/my/$editionId/$participantId/suggestions',
  component: lazyRouteComponent(() => import('#modules/meetings/ui/suggest/suggest-page.tsx'), 'SuggestPage'),
});

const balance = createRoute({
  getParentRoute: () => signedIn,
  path: '/editions/$slug/suggestions',
  component: lazyRouteComponent(() => import('#modules/meetings/ui/suggest/balance-page.tsx'), 'BalancePage'),
});

const paper = createRoute({
  getParentRoute: () => signedIn,
  path: '/editions/$slug/paper',
  component: lazyRouteComponent(() => import('#modules/meetings/ui/paper/paper-page.tsx'), 'PaperPage'),
});

const agenda = createRoute({
  getParentRoute: () => signedIn,
  path: '/editions/$slug/agendas/$code',
  component: lazyRouteComponent(() => import('#modules/meetings/ui/agenda/agenda-page.tsx'), 'AgendaPage'),
});

const myAgenda = createRoute({
  getParentRoute: () => signedIn,
  path: '/my/$editionId/$participantId',
  component: lazyRouteComponent(() => import('#modules/meetings/ui/agenda/agenda-page.tsx'), 'MyAgendaPage'),
});

const interpreter = createRoute({
  getParentRoute: () => signedIn,
  path: '/editions/$slug/interpreters/$interpreterId',
  component: lazyRouteComponent(() => import('#modules/meetings/ui/interpreter/interpreter-page.tsx'), 'InterpreterPage'),
});

const group = createRoute({
  getParentRoute: () => signedIn,
  path: '/editions/$slug/groups/$groupId',
  component: lazyRouteComponent(() => import('#modules/meetings/ui/group/group-page.tsx'), 'GroupPage'),
});

const pack = createRoute({
  getParentRoute: () => signedIn,
  path: '/editions/$slug/groups/$groupId/pack',
  component: lazyRouteComponent(() => import('#modules/meetings/ui/group/pack.tsx'), 'PackPage'),
});

const myRequests = createRoute({
  getParentRoute: () => signedIn,
  path: '/editions/$slug/my-requests',
  validateSearch: readInPage<typeof soughtSearch>(),
  component: lazyRouteComponent(() => import('#modules/meetings/ui/requests/my-requests-page.tsx'), 'MyRequestsPage'),
});

const newEdition = createRoute({
  getParentRoute: () => signedIn,
  path: '/editions/new',
  component: lazyRouteComponent(() => import('#modules/expos/ui/edition/new-edition.tsx'), 'NewEditionPage'),
});

const register = createRoute({
  getParentRoute: () => root,
  path: '/editions/$slug/register',
  beforeLoad: needWorkingTexts,
  component: lazyRouteComponent(() => import('#modules/expos/ui/registration/register-page.tsx'), 'RegisterPage'),
});

/** Opened by the letter to whoever registered. */
const ownRegistration = createRoute({
  getParentRoute: () => root,
  path: '/registration',
  beforeLoad: needWorkingTexts,
  component: lazyRouteComponent(() => import('#modules/expos/ui/registration/own-page.tsx'), 'OwnRegistrationPage'),
});

/** Opened by the link in a letter, which needs no account. */
const place = createRoute({
  getParentRoute: () => root,
  path: '/in',
  validateSearch: readInPage<typeof placeSearch>(),
  beforeLoad: needWorkingTexts,
  component: lazyRouteComponent(() => import('#modules/meetings/ui/company/place-page.tsx'), 'PlacePage'),
});

/** Pages of editions that anybody may open. */
export const editionPages = [
  editions,
  edition,
  halls,
  comparison,
  followThrough,
  announcements,
  programme,
  place,
  register,
  ownRegistration,
] as const;

/** And those for members of an office. */
export const editionRooms = [
  publishFollowThrough,
  newEdition,
  setup.addChildren(setupTabs),
  work,
  importing,
  requests,
  plans,
  plan,
  releases,
  schedule,
  programmeDraft,
  agendas,
  paper,
  day,
  checkIn,
  numbers,
  queue,
  wall,
  ownQueue,
  suggestions,
  balance,
  agenda,
  myAgenda,
  interpreter,
  group,
  pack,
  myRequests,
] as const;
