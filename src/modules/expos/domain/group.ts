// Groups within groups: a delegation in a delegation, a trading group under its main group.
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { GroupId } from './edition.ts';
import type { GroupKind } from './roster.ts';

export interface GroupFacts {
  readonly code: string;
  readonly kind: GroupKind;
  readonly name: MultilingualText;
  readonly parentId: GroupId | null;
  /** The office that leads it and may read its members' details. */
  readonly leadOffice: OfficeId | null;
}

export interface GroupRecord extends GroupFacts {
  readonly id: GroupId;
  readonly version: number;
  readonly memberCount: number;
}

/** Whether following `parentOf` from `start` comes back to `start` or runs in a circle. */
export function runsInCircle<K>(start: K, parentOf: (key: K) => K | null): boolean {
  const seen = new Set<K>([start]);
  for (let at = parentOf(start); at !== null; at = parentOf(at)) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}
