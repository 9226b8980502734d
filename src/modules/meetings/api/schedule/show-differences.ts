// Differences as people read them.
import { remembered } from '#kernel/memory/remembered.ts';
import type { KnownSpot, MeetingDifference, Spot } from '../../domain/planning/plan-differences.ts';
import { differencesOf, spotsOf } from '../../domain/planning/plan-differences.ts';
import type { EditionBoard, Meeting, Placed } from '../../domain/edition-facts.ts';
import { instantText } from '../../domain/agenda/venue-clock.ts';
import { changesShown, type ChangeTold, type MeetingTold } from '../../store/releases.ts';
import { meetingShower } from '../show-refs.ts';

/** Spots of placements under the names of today. */
export function namedSpots(edition: EditionBoard, placed: readonly Placed[]): ReadonlyMap<string, KnownSpot> {
  const starts = new Map(edition.slots.map((s) => [s.id, s.start]));
  const codes = new Map(edition.places.map((p) => [p.id, p.code]));
  const interpreters = new Map(edition.interpreters.map((i) => [i.id, i.name]));
  return spotsOf(placed, {
    start: (id) => starts.get(id),
    placeCode: (id) => codes.get(id) ?? '?',
    interpreter: (id) => interpreters.get(id) ?? '?',
  });
}

/** What differs between two schedules of one edition, under the names of today. */
export const differencesIn = remembered(
  (edition: EditionBoard, was: readonly Placed[], is: readonly Placed[]): readonly MeetingDifference[] =>
    differencesOf(namedSpots(edition, was), namedSpots(edition, is)),
);

/** Whether a meeting left or entered a time that has begun: such a change is not taken back any more. */
export const hasBegun = ({ before, after }: Pick<ChangeTold, 'before' | 'after'>, now: number): boolean =>
  [before, after].some((told) => told !== null && told.start <= now);

const spot = (s: Spot | null) =>
  s === null ? null : { startsAt: instantText(s.start), placeCode: s.placeCode, interpreter: s.interpreter };

/** The names under which meetings are told, once and for ever. */
export function toldMeetings(edition: EditionBoard, meetings: readonly Meeting[]): ReadonlyMap<string, MeetingTold> {
  const show = meetingShower(edition);
  return new Map(meetings.map((m) => [m.id, show(m)]));
}

export const toldChanges = (differences: readonly MeetingDifference[], told: ReadonlyMap<string, MeetingTold>): readonly ChangeTold[] =>
  differences.flatMap(({ meetingId, kind, before, after }) => {
    const meeting = told.get(meetingId);
    return meeting === undefined ? [] : [{ meeting, kind, before, after }];
  });

export const showDifferences = (changes: readonly ChangeTold[]) =>
  changes.map(({ meeting, kind, before, after }) => ({ meeting, kind, before: spot(before), after: spot(after) }));

/** The first of the changes, as many as an answer carries, and how many there are. */
export const showChanges = (changes: readonly ChangeTold[], changed = changes.length) => ({
  changes: showDifferences(changes.slice(0, changesShown)),
  changed,
});
