// The operator's door: takes an account out of use, and back. Not reachable by any request.
import type { Connection } from '#platform/postgres/roles.ts';
import { saveAccountDisabled } from '../store/found-office.ts';

/** Ends an account's sessions, password and links at once, or lets it ask for a link again; false where nobody has the address. */
export const setAccountDisabled = (migrator: Connection, email: string, wanted: 'disable' | 'enable'): Promise<boolean> =>
  saveAccountDisabled(migrator, email, wanted);
