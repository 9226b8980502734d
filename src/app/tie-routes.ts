// Addresses of a tie and of what lies in it: its page, its agreements, its visits, snapshots of its report.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { needWorkingTexts } from '#client/language.ts';
import { root } from './route-roots.ts';

const tie = createRoute({
  getParentRoute: () => root,
  path: '/ties/$slug',
  component: lazyRouteComponent(() => import('./pages/tie.tsx'), 'Tie'),
});

const agreement = createRoute({
  getParentRoute: () => root,
  path: '/ties/$slug/agreements/$id',
  beforeLoad: needWorkingTexts,
  component: lazyRouteComponent(() => import('#modules/ties/ui/agreement/agreement-page.tsx'), 'AgreementPage'),
});

const visit = createRoute({
  getParentRoute: () => root,
  path: '/ties/$slug/visits/$id',
  beforeLoad: needWorkingTexts,
  component: lazyRouteComponent(() => import('./pages/visit.tsx'), 'Visit'),
});

const snapshots = createRoute({
  getParentRoute: () => root,
  path: '/ties/$slug/snapshots',
  beforeLoad: needWorkingTexts,
  component: lazyRouteComponent(() => import('#modules/reports/ui/snapshots/snapshots-page.tsx'), 'SnapshotsPage'),
});

const snapshot = createRoute({
  getParentRoute: () => root,
  path: '/ties/$slug/snapshots/$number',
  beforeLoad: needWorkingTexts,
  component: lazyRouteComponent(() => import('#modules/reports/ui/snapshots/snapshot-page.tsx'), 'SnapshotPage'),
});

const projects = createRoute({
  getParentRoute: () => root,
  path: '/ties/$slug/projects',
  beforeLoad: needWorkingTexts,
  component: lazyRouteComponent(() => import('#modules/outcomes/ui/project/projects-page.tsx'), 'ProjectsPage'),
});

export const tiePages = [tie, agreement, visit, projects, snapshots, snapshot];
