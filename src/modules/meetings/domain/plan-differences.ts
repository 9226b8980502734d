// What differs between two plans or two states of the schedule, meeting by meeting.
import type { Placed } from './edition-facts.ts';

/** Where a meeting was or is, as it is told: start in UTC milliseconds. */
export interface Spot {
  readonly start: number;
  readonly placeCode: string;
  readonly interpreter: string | null;
}

export type DifferenceKind = 'added' | 'removed' | 'moved' | 'place' | 'interpreter';

export interface MeetingDifference {
  readonly meetingId: string;
  readonly kind: DifferenceKind;
  readonly before: Spot | null;
  readonly after: Spot | null;
}

const kindOf = (before: Spot | undefined, after: Spot | undefined): DifferenceKind | null => {
  if (before === undefined) return 'added';
  if (after === undefined) return 'removed';
  if (before.start !== after.start) return 'moved';
  if (before.placeCode !== after.placeCode) return 'place';
  return before.interpreter === after.interpreter ? null : 'interpreter';
};

const at = (difference: MeetingDifference): number => difference.after?.start ?? difference.before?.start ?? 0;

/** Differences in order of time; a meeting that is alike in both is left out. */
export function differencesOf(before: ReadonlyMap<string, Spot>, after: ReadonlyMap<string, Spot>): readonly MeetingDifference[] {
  const ids = new Set([...before.keys(), ...after.keys()]);
  const found = [...ids].flatMap((meetingId): readonly MeetingDifference[] => {
    const [was, is] = [before.get(meetingId), after.get(meetingId)];
    const kind = kindOf(was, is);
    return kind === null ? [] : [{ meetingId, kind, before: was ?? null, after: is ?? null }];
  });
  return found.sort((x, y) => at(x) - at(y) || (x.meetingId < y.meetingId ? -1 : 1));
}

/** The spots of placements; those of unknown slots are left out. */
export function spotsOf(
  placed: readonly Placed[],
  names: {
    readonly start: (slotId: string) => number | undefined;
    readonly placeCode: (placeId: string) => string;
    readonly interpreter: (id: string) => string;
  },
): ReadonlyMap<string, Spot> {
  return new Map(
    placed.flatMap((p) => {
      const start = names.start(p.slotId);
      if (start === undefined) return [];
      const interpreter = p.interpreterId === null ? null : names.interpreter(p.interpreterId);
      return [[p.meetingId, { start, placeCode: names.placeCode(p.placeId), interpreter }] as const];
    }),
  );
}
