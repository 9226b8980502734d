// The first screen, by who is looking.
import { lazy, Suspense } from 'react';
import { needWorkingTexts } from '#client/language.ts';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import { ReaderHome } from './reader-home.tsx';

/** Fetched by those who work here, so that readers do not load it. */
const WorkingHome = lazy(async () => {
  const [page] = await Promise.all([import('./working-home.tsx'), needWorkingTexts()]);
  return { default: page.WorkingHome };
});

export function Home() {
  const session = useSession();
  if (session === undefined) return <Skeleton lines={6} />;
  if (session.account === null) return <ReaderHome />;
  return (
    <Suspense fallback={<Skeleton lines={6} />}>
      <WorkingHome />
    </Suspense>
  );
}
