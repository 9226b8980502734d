// /editions/$slug/wall: the organiser's screens in the halls; with ?shows=… one of them as it would be.
import { useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Skeleton } from '#design/notices/waiting.tsx';
import { ScreensPage } from './screens-page.tsx';
import { wallSearch } from './wall-search.ts';

// Apart, so that the pages of readers, which know the addresses of all code, know one fewer.
const Preview = lazy(() => import('./preview.tsx').then(({ Preview: page }) => ({ default: page })));

export function WallPage() {
  const { shows } = wallSearch(useSearch({ strict: false }));
  if (shows === undefined) return <ScreensPage />;
  return (
    <Suspense fallback={<Skeleton lines={4} />}>
      <Preview />
    </Suspense>
  );
}
