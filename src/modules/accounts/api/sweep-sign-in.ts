// What sign-in leaves behind and counts no more is removed.
import type { Database } from '#platform/postgres/database.ts';
import { sweepTries } from '../store/tries.ts';

/** Removes tries of more than fifteen minutes ago and links that ran out. */
export const sweepSignIn = ({ authPool }: Database): Promise<void> => sweepTries(authPool);
