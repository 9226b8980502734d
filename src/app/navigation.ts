// The entries of the head bar for whoever is signed in: each role sees its own work first.
import type { TFunction } from 'i18next';
import type { Session } from '#client/session.ts';
import type { NavigationEntry } from './shell.tsx';

/** The entries in order; each module's pages are named here and nowhere else. */
export function entriesFor(session: Session | undefined, t: TFunction): readonly NavigationEntry[] {
  if (session?.account === null || session === undefined) return [];
  const organiser = session.offices.some(({ kind }) => kind === 'organiser');
  return [
    ...(organiser ? [{ to: '/' as const, text: t('meetings.tab_work') }] : []),
    { to: '/organisations', text: t('organisations.title'), deep: true },
  ];
}
