// The schedule around a meeting that may move, opened on the organiser's behalf for one of its two sides.
import { notFound, ok, refuse, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import { holesOf } from '../../domain/agenda/holes.ts';
import { agreedUntil } from '../../domain/agenda/moving.ts';
import { otherSide, type EditionHall, type EditionSlot, type Meeting, type Placed } from '../../domain/edition-facts.ts';
import type { OrganiserScope, ParticipantScope } from '../../domain/scopes.ts';
import { mayAskWhoIsFree, mayBookFor, mayOrganise } from '../../policy.ts';
import { actingFor } from '../../store/acting.ts';
import type { HeldMeeting } from '../../store/bookings.ts';
import { loadCounters, type Counters } from '../../store/meetings.ts';
import { loadRules } from '../../store/request-rules.ts';
import { freeAround } from '../agenda/free-around.ts';
import { loadEditionHead } from '../edition-facts.ts';
import { lockSides, scheduleAround, type OpenSchedule } from '../schedule/change-booking.ts';

/** The part of the schedule around the meetings in question. */
export interface Moving {
  readonly schedule: OpenSchedule;
  readonly counters: Counters;
  readonly movesUntilMinutes: number | null;
}

/** Which meetings it is about. */
type Of = (acting: Work, scope: OrganiserScope) => Promise<readonly string[]>;
type Use<T> = (acting: Work, moving: Moving) => Promise<Result<T>>;

const forOrganiser = async <T>(
  acting: Work,
  { editionId }: ParticipantScope,
  isChange: boolean,
  of: Of,
  use: Use<T>,
): Promise<Result<T>> => {
  const head = await loadEditionHead(acting, editionId);
  if (head === null) return notFound('meetings.edition_unknown');
  // Whoever only looks acts as one who may look; the proof is asked for all the same, for the store knows one kind of reader.
  const organiser = mayOrganise(acting.actor, head);
  if (!organiser.ok) return organiser;
  const meetings = await of(acting, organiser.value);
  const counters = await (isChange ? lockSides(acting, organiser.value, meetings) : loadCounters(acting.tx, editionId));
  const schedule = await scheduleAround(acting, organiser.value, { counters, meetings, slots: [], places: [] });
  if (!schedule.ok) return schedule;
  const { rules } = await loadRules(acting.tx, editionId);
  return use(acting, { schedule: schedule.value, counters, movesUntilMinutes: rules.movesUntilMinutes });
};

/** Runs `use` while both sides are held, to change the schedule or a proposal. */
export const toMove = <T>(work: Work, scope: ParticipantScope, of: Of, use: Use<T>): Promise<Result<T>> =>
  actingFor(work, mayBookFor(scope), (acting) => forOrganiser(acting, scope, true, of, use));

/** Runs `use` without a lock, to look. */
export const toLook = <T>(work: Work, scope: ParticipantScope, of: Of, use: Use<T>): Promise<Result<T>> =>
  actingFor(work, { ...mayAskWhoIsFree(scope), writes: true }, (acting) => forOrganiser(acting, scope, false, of, use));

export interface HeldNow {
  readonly meeting: Meeting;
  readonly now: HeldMeeting;
  readonly slot: EditionSlot;
  readonly otherId: string;
}

/** A meeting of the schedule in force that is this participant's; refuses what is not, or was cancelled. */
export function heldMeeting({ schedule }: Moving, participantId: string, meetingId: string): Result<HeldNow> {
  const now = schedule.held.find((one) => one.meetingId === meetingId);
  const meeting = schedule.meetings.find(({ id }) => id === meetingId);
  const slot = schedule.edition.slots.find(({ id }) => id === now?.slotId);
  const otherId = meeting === undefined ? null : otherSide(meeting, participantId);
  if (now === undefined || meeting === undefined || slot === undefined || otherId === null)
    return notFound('meetings.meeting_not_scheduled');
  return ok({ meeting, now, slot, otherId });
}

export interface FreeTime extends Placed {
  readonly slot: EditionSlot;
  /** Until when it can be agreed, UTC milliseconds. */
  readonly until: number;
}

/** Where a meeting could go: both sides, a place and, where they need one, an interpreter are free, and there is time to agree. `edition`: all its places. One query. */
export async function freeTimes(
  acting: Work,
  { movesUntilMinutes }: Moving,
  hall: EditionHall,
  { meeting, slot: from }: HeldNow,
  us: string,
): Promise<readonly FreeTime[]> {
  const at = acting.now.getTime();
  const { slots: all, places } = hall;
  const slots = all.filter(({ start }) => start > at);
  const around = await freeAround(acting, hall, { participants: [us], slots: slots.map((slot) => slot.id), moving: [meeting.id] });
  // What the meeting takes now is free for it; a session that was wished binds no longer what both agree on.
  const edition = { slots, allSlots: all, places, participants: around.participants, interpreters: around.interpreters };
  const holes = holesOf(edition, { ...around, now: at }, [{ ...meeting, session: null, fixedSlot: null }], [us]).get(us) ?? [];
  return holes.flatMap(({ slotId, candidates }) => {
    const slot = slots.find((one) => one.id === slotId);
    const candidate = candidates[0];
    if (slot === undefined || candidate === undefined || slot.id === from.id || candidate.unspoken) return [];
    const until = agreedUntil({ now: from.start, then: slot.start }, movesUntilMinutes);
    if (until === null || until <= at) return [];
    const { placeId, interpreterId } = candidate;
    return [{ meetingId: meeting.id, slotId, placeId, interpreterId, pinned: true, slot, until }];
  });
}

export const notAllowed = refuse({ kind: 'forbidden', code: 'meetings.moves_not_allowed' } as const);
