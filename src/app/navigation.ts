// The entries of the head bar for whoever is signed in: each role sees its own work first.
import type { Session } from '#client/session.ts';
import type { NavigationEntry } from './shell.tsx';

/** The entries in order; each module's pages are named here and nowhere else. */
export function entriesFor(session: Session | undefined): readonly NavigationEntry[] {
  void session;
  return [];
}
