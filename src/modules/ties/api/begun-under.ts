import type { Work } from '#platform/work.ts';
import { loadBegun, type Begun } from '../store/begun.ts';

/** What the actor's offices have begun of these ties under these titles: exchanges and agreed items, the newest first. One statement. */
export const begunUnder = (work: Work, ties: readonly string[], titles: readonly string[]): Promise<readonly Begun[]> =>
  loadBegun(work.tx, ties, titles);
