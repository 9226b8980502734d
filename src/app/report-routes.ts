// Addresses of what is told of a tie and of a city: the report, before everybody reads it and after, and the figures.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { needWorkingTexts } from '#client/language.ts';
import type { ScorecardSearch, ScoredSearch } from '#modules/reports/ui/scorecard/address.ts';
import { root, signedIn } from './route-roots.ts';

const tieReport = createRoute({
  getParentRoute: () => root,
  path: '/ties/$slug/report',
  component: lazyRouteComponent(() => import('#modules/reports/ui/report-page.tsx'), 'ReportPage'),
});

const tieReportDraft = createRoute({
  getParentRoute: () => signedIn,
  path: '/ties/$slug/report/draft',
  component: lazyRouteComponent(() => import('#modules/reports/ui/draft-page.tsx'), 'ReportDraftPage'),
});

const scorecard = createRoute({
  getParentRoute: () => root,
  path: '/cities/$slug/scorecard',
  beforeLoad: needWorkingTexts,
  validateSearch: (search: ScorecardSearch): ScorecardSearch => search,
  component: lazyRouteComponent(() => import('#modules/reports/ui/scorecard/scorecard-page.tsx'), 'ScorecardPage'),
});

const scored = createRoute({
  getParentRoute: () => root,
  path: '/cities/$slug/scorecard/outcomes',
  beforeLoad: needWorkingTexts,
  validateSearch: (search: ScoredSearch): ScoredSearch => search,
  component: lazyRouteComponent(() => import('#modules/reports/ui/scorecard/scored-page.tsx'), 'ScoredPage'),
});

/** For everybody. */
export const reportPages = [tieReport, scorecard, scored];

/** For members of an office. */
export const reportRooms = [tieReportDraft];
