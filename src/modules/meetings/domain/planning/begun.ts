// What the clock says about a draft: what has begun stays as the schedule in force has it, and nothing else is put there.
import type { Params } from '#kernel/result.ts';
import type { EditionFacts, EditionSlot, Meeting, MeetingOrder, Placed } from '../edition-facts.ts';
import { draftConflicts, hardFirst, type DraftConflict } from './draft-conflicts.ts';
import type { PlannerInput } from './planner-facts.ts';

/** A moment (UTC milliseconds) and the schedule that is in force then. */
export interface Clock {
  readonly now: number;
  readonly held: readonly Placed[];
}

/** Nothing has begun: for plans that were released, which are judged by their own time. */
export const before: Clock = { now: Number.NEGATIVE_INFINITY, held: [] };

export const hasBegun = ({ start }: Pick<EditionSlot, 'start'>, { now }: Pick<Clock, 'now'>): boolean => start <= now;

/** Whether any slot of the edition has begun: only then does the schedule in force matter to a draft. */
export const someBegun = (edition: Pick<EditionFacts, 'slots'>, now: number): boolean =>
  edition.slots.some((slot) => hasBegun(slot, { now }));

const begunSlots = (edition: EditionFacts, clock: Clock): ReadonlySet<string> =>
  new Set(edition.slots.flatMap((slot) => (hasBegun(slot, clock) ? [slot.id] : [])));

/** Meetings of the schedule in force whose time has begun. */
export function pastOf(edition: EditionFacts, clock: Clock): readonly Placed[] {
  const begun = begunSlots(edition, clock);
  return clock.held.filter(({ slotId }) => begun.has(slotId));
}

export interface Given {
  readonly meetings: readonly Meeting[];
  readonly orders: readonly MeetingOrder[];
  readonly pins: readonly Placed[];
}

/** What can still be planned: times to come, and meetings that have not been; with what has been, which every plan keeps. */
export interface Ahead {
  readonly edition: EditionFacts;
  readonly given: Given;
  readonly past: readonly Placed[];
  /** Meetings that have not been and cannot be any more: fixed to a time that has begun. */
  readonly missed: readonly Meeting[];
}

/** Meetings that each participant has had. */
function countsOf(meetings: readonly Pick<Meeting, 'id' | 'a' | 'b'>[], past: ReadonlySet<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { id, a, b } of meetings) if (past.has(id)) for (const who of [a, b]) counts.set(who, (counts.get(who) ?? 0) + 1);
  return counts;
}

/**
 * Cuts off what has begun. Limits of participants are for what is left of them; an order whose earlier meeting has been holds by itself,
 * one whose later meeting has been leaves no time for the earlier.
 */
export function aheadOf(edition: EditionFacts, given: Given, clock: Clock): Ahead {
  if (!someBegun(edition, clock.now)) return { edition, given, past: [], missed: [] };
  const begun = begunSlots(edition, clock);
  const past = pastOf(edition, clock);
  const been = new Set(past.map(({ meetingId }) => meetingId));
  const tooLate = new Set(given.orders.flatMap(({ earlier, later }) => (been.has(later) && !been.has(earlier) ? [earlier] : [])));
  const isMissed = ({ id, fixedSlot }: Meeting): boolean =>
    !been.has(id) && (tooLate.has(id) || (fixedSlot !== null && begun.has(fixedSlot)));
  const counts = countsOf(given.meetings, been);
  const left = (limit: number | null, id: string): number | null => (limit === null ? null : Math.max(0, limit - (counts.get(id) ?? 0)));
  return {
    edition: {
      ...edition,
      slots: edition.slots.filter(({ id }) => !begun.has(id)),
      interpreters: edition.interpreters.map((i) => {
        const worked = past.flatMap(({ slotId, interpreterId }) =>
          interpreterId === i.id ? edition.slots.filter(({ id }) => id === slotId) : [],
        );
        return worked.length === 0 ? i : { ...i, worked };
      }),
      participants: edition.participants.map((p) =>
        counts.has(p.id) ? { ...p, minMeetings: left(p.minMeetings, p.id), maxMeetings: left(p.maxMeetings, p.id) } : p,
      ),
    },
    given: {
      meetings: given.meetings.filter((meeting) => !been.has(meeting.id) && !isMissed(meeting)),
      orders: given.orders,
      pins: given.pins.filter(({ meetingId, slotId }) => !been.has(meetingId) && !begun.has(slotId)),
    },
    past,
    missed: given.meetings.filter(isMissed),
  };
}

/** What the clock has against a draft: meetings put into a time that has begun, and meetings that have been and are put elsewhere. */
function clockConflicts(edition: EditionFacts, meetings: readonly Meeting[], placed: readonly Placed[], clock: Clock): DraftConflict[] {
  const begun = begunSlots(edition, clock);
  const inForce = new Map(clock.held.map((p) => [p.meetingId, p.slotId]));
  const drafted = new Map(placed.map((p) => [p.meetingId, p.slotId]));
  const known = new Set(meetings.map(({ id }) => id));
  const against = (severity: DraftConflict['severity'], code: string, { meetingId: meeting, slotId: slot }: Placed): DraftConflict => ({
    severity,
    reason: { code: `meetings.${code}`, params: { meeting, slot } },
    slotId: slot,
    meetings: [meeting],
    participants: [],
  });
  return [
    ...placed
      .filter(({ meetingId, slotId }) => begun.has(slotId) && inForce.get(meetingId) !== slotId)
      .map((p) => against('hard', 'reason_slot_begun', p)),
    ...clock.held
      .filter(({ meetingId, slotId }) => begun.has(slotId) && known.has(meetingId) && drafted.get(meetingId) !== slotId)
      .map((p) => against('warning', 'reason_has_been', p)),
  ];
}

/** All conflicts and warnings of a draft at a moment, hard ones first. What concerns nothing but meetings that have been is nobody's decision any more. */
export function conflictsAt(edition: EditionFacts, input: PlannerInput, placed: readonly Placed[], clock: Clock): readonly DraftConflict[] {
  const conflicts = draftConflicts(edition, input, placed);
  if (!someBegun(edition, clock.now)) return conflicts;
  const spots = new Map(placed.map((p) => [p.meetingId, p.slotId]));
  const been = new Set(pastOf(edition, clock).flatMap((p) => (spots.get(p.meetingId) === p.slotId ? [p.meetingId] : [])));
  const isSettled = ({ meetings }: DraftConflict): boolean => meetings.length > 0 && meetings.every((id) => been.has(id));
  return hardFirst([...conflicts.filter((c) => !isSettled(c)), ...clockConflicts(edition, input.meetings, placed, clock)]);
}

/** Why a meeting that is not among those ahead has no place: it has been, its fixed time has begun, or every time has. */
export function tooLateFor({ id, fixedSlot }: Meeting, { held }: Clock): { readonly code: string; readonly params: Params } {
  const been = held.find(({ meetingId }) => meetingId === id)?.slotId;
  if (been !== undefined) return { code: 'meetings.blocked_has_been', params: { slot: been } };
  if (fixedSlot !== null) return { code: 'meetings.blocked_fixed_begun', params: { slot: fixedSlot } };
  return { code: 'meetings.blocked_all_begun', params: {} };
}
