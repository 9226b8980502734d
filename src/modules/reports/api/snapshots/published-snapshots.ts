// Snapshots that stand, of ties that everybody may see: for the feed, and for the list of all pages.
import type { MultilingualText } from '#kernel/language.ts';
import { callTies } from '#modules/ties/api/index-tie.ts';
import type { Work } from '#platform/work.ts';
import { newestSnapshots, type SnapshotId } from '../../store/snapshots.ts';

export interface PublishedSnapshot {
  readonly id: SnapshotId;
  readonly number: number;
  /** How its tie is called. */
  readonly label: MultilingualText;
  readonly path: string;
  readonly frozenAt: Date;
}

/** The last frozen first. */
export async function publishedSnapshots(work: Work, limit: number): Promise<readonly PublishedSnapshot[]> {
  const records = await newestSnapshots(work.tx, limit);
  const called = records.length === 0 ? new Map<never, never>() : await callTies(work, [...new Set(records.map(({ tieId }) => tieId))]);
  return records.flatMap(({ id, tieId, number, frozenAt }) => {
    const tie = called.get(tieId);
    return tie === undefined ? [] : [{ id, number, label: tie.label, path: `/ties/${tie.slug}/snapshots/${String(number)}`, frozenAt }];
  });
}
