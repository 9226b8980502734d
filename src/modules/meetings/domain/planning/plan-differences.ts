// What differs between two plans or two states of the schedule, meeting by meeting.
import type { Placed } from '../edition-facts.ts';

/** Where a meeting was or is, as it is told: start in UTC milliseconds. */
export interface Spot {
  readonly start: number;
  readonly placeCode: string;
  readonly interpreter: string | null;
}

/** The same with the ids that tell two of one name apart: a table and a stand may have one number. */
export interface KnownSpot extends Spot {
  readonly placeId: string;
  readonly interpreterId: string | null;
}

export type DifferenceKind = 'added' | 'removed' | 'moved' | 'place' | 'interpreter';

export interface MeetingDifference {
  readonly meetingId: string;
  readonly kind: DifferenceKind;
  readonly before: Spot | null;
  readonly after: Spot | null;
}

/** What a draft would do to those who have an agenda already; `meetings` of the schedule in force, `schedule` its number. */
export interface Upheaval {
  readonly schedule: number;
  readonly meetings: number;
  /** To another time or place. */
  readonly moved: number;
  readonly removed: number;
  readonly added: number;
  /** At the same time and place, with another interpreter. */
  readonly interpreted: number;
}

/** Counts differences by what they mean to people; another interpreter is no move. Together they are all of them. */
export function upheavalOf(
  differences: readonly Pick<MeetingDifference, 'kind'>[],
  inForce: Pick<Upheaval, 'schedule' | 'meetings'>,
): Upheaval {
  const count = (...kinds: readonly DifferenceKind[]): number => differences.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    ...inForce,
    moved: count('moved', 'place'),
    removed: count('removed'),
    added: count('added'),
    interpreted: count('interpreter'),
  };
}

/** Whether releasing a draft would change anything for anybody; where no schedule is in force, all of it is new. */
export const changesAnything = (upheaval: Upheaval | null): boolean =>
  upheaval === null || upheaval.moved + upheaval.removed + upheaval.added + upheaval.interpreted > 0;

const kindOf = (before: KnownSpot | undefined, after: KnownSpot | undefined): DifferenceKind | null => {
  if (before === undefined) return 'added';
  if (after === undefined) return 'removed';
  if (before.start !== after.start) return 'moved';
  if (before.placeId !== after.placeId) return 'place';
  return before.interpreterId === after.interpreterId ? null : 'interpreter';
};

const at = (difference: MeetingDifference): number => difference.after?.start ?? difference.before?.start ?? 0;

const told = (spot: KnownSpot | undefined): Spot | null =>
  spot === undefined ? null : { start: spot.start, placeCode: spot.placeCode, interpreter: spot.interpreter };

/** Differences in order of time; a meeting that is alike in both is left out. */
export function differencesOf(before: ReadonlyMap<string, KnownSpot>, after: ReadonlyMap<string, KnownSpot>): readonly MeetingDifference[] {
  const ids = new Set([...before.keys(), ...after.keys()]);
  const found = [...ids].flatMap((meetingId): readonly MeetingDifference[] => {
    const [was, is] = [before.get(meetingId), after.get(meetingId)];
    const kind = kindOf(was, is);
    return kind === null ? [] : [{ meetingId, kind, before: told(was), after: told(is) }];
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
): ReadonlyMap<string, KnownSpot> {
  return new Map(
    placed.flatMap((p) => {
      const start = names.start(p.slotId);
      if (start === undefined) return [];
      const { placeId, interpreterId } = p;
      const interpreter = interpreterId === null ? null : names.interpreter(interpreterId);
      return [[p.meetingId, { start, placeId, placeCode: names.placeCode(placeId), interpreterId, interpreter }] as const];
    }),
  );
}
