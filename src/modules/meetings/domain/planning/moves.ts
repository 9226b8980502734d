// Where a meeting of a draft could go, and what each move would cause: looks only at what the move can touch.
import { overlaps, type Interval } from '#kernel/intervals.ts';
import type { Problem } from '#kernel/result.ts';
import { causedConflicts, draftConflicts, type DraftConflict } from './draft-conflicts.ts';
import type {
  EditionBoard,
  EditionInterpreter,
  EditionParticipant,
  EditionPlace,
  EditionSlot,
  Meeting,
  MeetingOrder,
  Placed,
} from '../edition-facts.ts';
import { isRestedFor, workOf } from '../agenda/interpreted.ts';
import { plannerInput, type PlannerInput } from './planner-facts.ts';

export interface Draft {
  readonly edition: EditionBoard;
  readonly meetings: readonly Meeting[];
  readonly orders: readonly MeetingOrder[];
  readonly placed: readonly Placed[];
}

/** What of the clock a move has to keep to: the moment (UTC milliseconds), and the slot in which the schedule in force holds the meeting. */
export interface Moment {
  readonly now: number;
  readonly inForce: string | null;
}

/** A possible move; `placeId` is null where no place suits at all. */
export interface MoveOption {
  readonly slot: EditionSlot;
  readonly placeId: string | null;
  readonly interpreterId: string | null;
  /** What it would cause that is not there now. */
  readonly caused: readonly DraftConflict[];
}

/** Where somebody wants a meeting; without an interpreter named, one is found where one is needed. */
export interface Target {
  readonly slotId: string;
  readonly placeId: string;
  readonly interpreterId?: string | null | undefined;
}

/** Problems of a target: a slot, place or interpreter that the edition does not have, or a stand nobody meets at. */
export function targetProblems(edition: EditionBoard, { slotId, placeId, interpreterId }: Target): readonly Problem[] {
  const place = edition.places.find((p) => p.id === placeId);
  const hosted =
    place?.kind !== 'stand' || edition.participants.some((p) => p.meetsAt === 'stand' && p.standId !== null && p.standId === place.standId);
  const unnamed = interpreterId === undefined || interpreterId === null;
  return [
    ...(edition.slots.some((s) => s.id === slotId) ? [] : [{ path: ['slotId'], code: 'meetings.slot_unknown' }]),
    ...(place === undefined ? [{ path: ['placeId'], code: 'meetings.place_unknown' }] : []),
    ...(hosted ? [] : [{ path: ['placeId'], code: 'meetings.place_without_host' }]),
    ...(unnamed || edition.interpreters.some((i) => i.id === interpreterId)
      ? []
      : [{ path: ['interpreterId'], code: 'meetings.interpreter_unknown' }]),
  ];
}

/** Whether it is too late for a target: another slot must not have begun, the meeting's own must not have ended. `now`: UTC milliseconds. */
export const isOver = (target: EditionSlot, now: number, ownSlotId: string | null): boolean =>
  (target.id === ownSlotId ? target.end : target.start) <= now;

const isAway = (away: readonly Interval[], slot: Interval): boolean => away.some((span) => overlaps(span, slot));

/** Places in use in a slot, by place. */
const inUse = (placed: readonly Placed[], slotId: string, except: string): ReadonlyMap<string, number> => {
  const use = new Map<string, number>();
  for (const p of placed) if (p.slotId === slotId && p.meetingId !== except) use.set(p.placeId, (use.get(p.placeId) ?? 0) + 1);
  return use;
};

/** The own stand of a side that meets there, else the table it has now if free, else the first free table, else the first open one. */
export function placeInSlot(draft: Draft, meeting: Meeting, slot: EditionSlot): EditionPlace | null {
  const both = draft.edition.participants.filter((p) => p.id === meeting.a || p.id === meeting.b);
  const host = both.find((p) => p.meetsAt === 'stand' && p.standId !== null);
  const stand = host === undefined ? undefined : draft.edition.places.find((p) => p.standId === host.standId);
  if (stand !== undefined) return stand;
  const use = inUse(draft.placed, slot.id, meeting.id);
  const open = draft.edition.places.filter((p) => p.kind === 'table' && !p.closedSlots.includes(slot.id));
  const free = open.filter((p) => (use.get(p.id) ?? 0) < p.seats);
  const now = draft.placed.find((p) => p.meetingId === meeting.id)?.placeId;
  return free.find((p) => p.id === now) ?? free[0] ?? open[0] ?? draft.edition.places.find((p) => p.kind === 'table') ?? null;
}

const speaks = (interpreter: EditionInterpreter, participant: EditionParticipant): boolean =>
  participant.languages.length === 0 || participant.languages.some((tag) => interpreter.languages.includes(tag));

/** Whether somebody can interpret the meeting in a slot beside their others, and rest as agreed. */
function hasRest({ edition, placed }: Draft, interpreter: EditionInterpreter, meeting: Meeting, slot: EditionSlot): boolean {
  if ((interpreter.longestMinutes ?? null) === null) return true;
  const theirs = new Set(placed.flatMap((p) => (p.interpreterId === interpreter.id && p.meetingId !== meeting.id ? [p.slotId] : [])));
  return isRestedFor(interpreter, [...edition.slots.filter(({ id }) => theirs.has(id)), ...workOf(interpreter)], slot);
}

/** An interpreter who is free in the slot, has rest left and speaks with both sides; null when none is needed or none is free. */
export function interpreterInSlot(draft: Draft, meeting: Meeting, slot: EditionSlot): string | null {
  const both = draft.edition.participants.filter((p) => p.id === meeting.a || p.id === meeting.b);
  const [a, b] = both;
  if (a === undefined || b === undefined || a.languages.length === 0 || b.languages.length === 0) return null;
  if (a.languages.some((tag) => b.languages.includes(tag))) return null;
  const taken = new Set(
    draft.placed.flatMap((p) => (p.slotId === slot.id && p.meetingId !== meeting.id && p.interpreterId !== null ? [p.interpreterId] : [])),
  );
  const fits = (i: EditionInterpreter): boolean =>
    !taken.has(i.id) && !isAway(i.away, slot) && both.every((p) => speaks(i, p)) && hasRest(draft, i, meeting, slot);
  const now = draft.placed.find((p) => p.meetingId === meeting.id)?.interpreterId;
  return (draft.edition.interpreters.find((i) => i.id === now && fits(i)) ?? draft.edition.interpreters.find(fits))?.id ?? null;
}

/** Who interprets a meeting after it is moved: whoever does now, if free then, else another who is; undefined where it has one now and nobody is free. */
export function interpreterKept(draft: Draft, meeting: Meeting, slot: EditionSlot): string | null | undefined {
  const now = draft.placed.find((p) => p.meetingId === meeting.id)?.interpreterId ?? null;
  const present = draft.edition.interpreters.find((i) => i.id === now);
  const elsewhere = draft.placed.some((p) => p.slotId === slot.id && p.meetingId !== meeting.id && p.interpreterId === now);
  if (present !== undefined && !elsewhere && !isAway(present.away, slot) && hasRest(draft, present, meeting, slot)) return present.id;
  const other = interpreterInSlot(draft, meeting, slot);
  return other === null && present !== undefined ? undefined : other;
}

interface Neighbourhood {
  readonly edition: EditionBoard;
  readonly input: PlannerInput;
  readonly placed: readonly Placed[];
}

/** The part of a draft that a move of the meeting can touch, apart from places. */
function around(draft: Draft, meeting: Meeting): Neighbourhood {
  const bound = new Set(
    draft.orders.filter((o) => o.earlier === meeting.id || o.later === meeting.id).flatMap((o) => [o.earlier, o.later]),
  );
  const near = draft.meetings.filter((m) => bound.has(m.id) || [m.a, m.b].some((p) => p === meeting.a || p === meeting.b));
  const who = new Set(near.flatMap((m) => [m.a, m.b]));
  const ids = new Set(near.map((m) => m.id));
  const edition = { ...draft.edition, participants: draft.edition.participants.filter((p) => who.has(p.id)) };
  const orders = draft.orders.filter((o) => ids.has(o.earlier) && ids.has(o.later));
  return {
    edition,
    input: plannerInput(edition, { meetings: near, orders, pins: [] }),
    placed: draft.placed.filter((p) => ids.has(p.meetingId)),
  };
}

function crowding(draft: Draft, meeting: Meeting, slot: EditionSlot, place: EditionPlace): readonly DraftConflict[] {
  const there = draft.placed.filter((p) => p.slotId === slot.id && p.placeId === place.id && p.meetingId !== meeting.id);
  if (there.length < place.seats) return [];
  const params = { place: place.id, slot: slot.id, count: there.length + 1, ...(place.seats > 1 ? { capacity: place.seats } : {}) };
  const code = place.seats > 1 ? 'meetings.reason_place_full' : 'meetings.reason_place_taken';
  return [
    {
      severity: 'hard',
      reason: { code, params },
      slotId: slot.id,
      meetings: [meeting.id, ...there.map((p) => p.meetingId)],
      participants: [],
    },
  ];
}

const hardness = (option: MoveOption): number =>
  option.caused.reduce((sum, c) => sum + (c.severity === 'hard' ? 1000 : 1), option.placeId === null ? 1_000_000 : 0);

/** Every slot that has not begun with the best place in it, in order of time; the slot and place it has now are left out. */
export function moveOptions(draft: Draft, meeting: Meeting, { now: moment, inForce }: Moment): readonly MoveOption[] {
  const { edition, input, placed } = around(draft, meeting);
  const rest = placed.filter((p) => p.meetingId !== meeting.id);
  const isOurs = (conflict: DraftConflict): boolean =>
    conflict.meetings.includes(meeting.id) || conflict.participants.some((p) => p === meeting.a || p === meeting.b);
  const before = draftConflicts(edition, input, placed);
  const now = draft.placed.find((p) => p.meetingId === meeting.id);
  return draft.edition.slots.flatMap((slot): readonly MoveOption[] => {
    if (isOver(slot, moment, inForce)) return [];
    const place = placeInSlot(draft, meeting, slot);
    if (now !== undefined && now.slotId === slot.id && now.placeId === place?.id) return [];
    const interpreterId = interpreterInSlot(draft, meeting, slot);
    if (place === null) return [{ slot, placeId: null, interpreterId, caused: [] }];
    const moved = { meetingId: meeting.id, slotId: slot.id, placeId: place.id, interpreterId, pinned: false };
    const after = draftConflicts(edition, input, [...rest, moved]);
    const isCrowd = (c: DraftConflict): boolean =>
      c.reason.code === 'meetings.reason_place_full' || c.reason.code === 'meetings.reason_place_taken';
    const caused = causedConflicts(before, after).filter((c) => isOurs(c) && !isCrowd(c));
    return [{ slot, placeId: place.id, interpreterId, caused: [...crowding(draft, meeting, slot, place), ...caused] }];
  });
}

/** As many tables as are offered of one time: whoever wants a certain other one carries the meeting there. */
const MOST_BESIDE = 5;

/** The free tables at the time that a meeting has now, with what another table alone would cause; none for one that is held at a stand. */
export function tablesBeside(draft: Draft, meeting: Meeting, { now: moment, inForce }: Moment): readonly MoveOption[] {
  const now = draft.placed.find((p) => p.meetingId === meeting.id);
  const slot = draft.edition.slots.find(({ id }) => id === now?.slotId);
  const present = draft.edition.places.find(({ id }) => id === now?.placeId);
  if (now === undefined || slot === undefined || present?.kind !== 'table' || isOver(slot, moment, inForce)) return [];
  const { edition, input, placed } = around(draft, meeting);
  const rest = placed.filter((p) => p.meetingId !== meeting.id);
  const before = draftConflicts(edition, input, placed);
  const use = inUse(draft.placed, slot.id, meeting.id);
  return draft.edition.places
    .filter((p) => p.kind === 'table' && p.id !== present.id && !p.closedSlots.includes(slot.id) && (use.get(p.id) ?? 0) < p.seats)
    .slice(0, MOST_BESIDE)
    .map((place) => {
      const after = draftConflicts(edition, input, [...rest, { ...now, placeId: place.id }]);
      // What stands against the meeting at this time stands against it at any table: it is told, as of a time at which it would begin.
      const kept = causedConflicts(causedConflicts(before, after), after).filter(
        ({ slotId, meetings, participants }) =>
          meetings.includes(meeting.id) || (slotId === slot.id && participants.some((p) => p === meeting.a || p === meeting.b)),
      );
      return { slot, placeId: place.id, interpreterId: now.interpreterId, caused: [...causedConflicts(before, after), ...kept] };
    });
}

const strangers = 'meetings.reason_no_common_language';

/** Whether a move causes nothing hard, and does not take away the interpreter that the meeting needs. */
const isRemedy = ({ placeId, caused }: MoveOption, isUnderstood: boolean): boolean =>
  placeId !== null && !caused.some(({ severity, reason }) => severity === 'hard' || (isUnderstood && reason.code === strangers));

/** The move that mends a conflict: nothing hard comes of it, and whoever understands each other now still does; null where there is none. */
export function remedyFor(draft: Draft, meeting: Meeting, moment: Moment): MoveOption | null {
  const { edition, input, placed } = around(draft, meeting);
  const isUnderstood = !draftConflicts(edition, input, placed).some(
    ({ reason, meetings }) => reason.code === strangers && meetings.includes(meeting.id),
  );
  return bestMove(moveOptions(draft, meeting, moment).filter((option) => isRemedy(option, isUnderstood)));
}

/** The move that causes least, the earlier one of equals; null when there is no place at all. */
export function bestMove(options: readonly MoveOption[]): MoveOption | null {
  const usable = options.filter((o) => o.placeId !== null);
  return usable.reduce<MoveOption | null>((best, o) => (best === null || hardness(o) < hardness(best) ? o : best), null);
}
