// Free time that could hold a meeting: who is free as well, where, and whether it can be taken at once.
import { overlaps, type Interval } from '#kernel/intervals.ts';
import { askedOf, type Asked } from './agenda.ts';
import { isRestedFor, workOf } from './interpreted.ts';
import {
  otherSide,
  type EditionHall,
  type EditionInterpreter,
  type EditionParticipant,
  type EditionPlace,
  type EditionSlot,
  type Meeting,
} from '../edition-facts.ts';

/** The current schedule around the participants in question at an instant. */
export interface Occupation {
  /** UTC milliseconds; what has begun by then can no longer be filled. */
  readonly now: number;
  /** Their meetings and those of whoever could meet them, once for each side. */
  readonly meetings: readonly (Interval & { readonly participantId: string })[];
  /** By slot the places and interpreters in use then, once for each meeting; slots never overlap. Of interpreters with a longest stretch, in all slots. */
  readonly taken: Readonly<Record<string, readonly string[]>>;
}

/** Somebody who could fill a free slot. `canTake`: they asked, so our yes is enough. */
export interface Candidate {
  readonly participantId: string;
  readonly meetingId: string;
  readonly asked: Asked;
  readonly placeId: string;
  readonly interpreterId: string | null;
  /** No language in common and no interpreter free. */
  readonly unspoken: boolean;
  readonly canTake: boolean;
}

export interface Hole {
  readonly slotId: string;
  readonly candidates: readonly Candidate[];
}

/** Somebody who may meet, as far as it matters to whether they are free. */
export type Bystander = Pick<
  EditionParticipant,
  'id' | 'code' | 'name' | 'country' | 'role' | 'seats' | 'languages' | 'maxMeetings' | 'standId' | 'meetsAt' | 'withdrawn'
> & { readonly away: readonly Interval[] };

/** Times and places with the participants in question, their possible counterparts, and those who interpret. */
export interface Hall extends Pick<EditionHall, 'slots' | 'places'> {
  /** Those asked about and all others, where these are not all: who interprets in one may need a rest in the next. */
  readonly allSlots?: readonly EditionSlot[];
  readonly participants: readonly Bystander[];
  readonly interpreters: readonly EditionInterpreter[];
}

/** Slots to come in which one of these participants has a seat free: all that who else is free must be known of. */
export const slotsToFill = (
  slots: readonly EditionSlot[],
  participants: readonly Pick<EditionParticipant, 'id' | 'seats' | 'away'>[],
  entries: readonly (Interval & { readonly participantId: string; readonly cancelled: boolean })[],
  now: number,
): readonly EditionSlot[] => {
  const held = Map.groupBy(
    entries.filter(({ cancelled }) => !cancelled),
    ({ participantId }) => participantId,
  );
  return slots.filter(
    (slot) =>
      slot.start > now &&
      participants.some(({ id, seats, away }) => countAt(held.get(id), slot) < seats && !away.some((span) => overlaps(span, slot))),
  );
};

/** Lookups over one schedule, so that a group of 25 does not search everything 25 times. */
interface Board {
  readonly edition: Hall;
  readonly who: ReadonlyMap<string, Bystander>;
  readonly meetingsOf: ReadonlyMap<string, readonly Interval[]>;
  /** By slot how often a place or interpreter is in use. */
  readonly use: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Where a longest stretch was agreed, all that somebody interprets. */
  readonly workOf: (interpreter: EditionInterpreter) => readonly Interval[];
}

const counted = (ids: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
};

function boardOf(edition: Hall, { meetings, taken }: Pick<Occupation, 'meetings' | 'taken'>): Board {
  const use = new Map(Object.entries(taken).map(([slotId, ids]) => [slotId, counted(ids)]));
  const works = new Map<string, readonly Interval[]>();
  return {
    edition,
    who: new Map(edition.participants.map((p) => [p.id, p])),
    meetingsOf: Map.groupBy(meetings, ({ participantId }) => participantId),
    use,
    workOf: (interpreter) => {
      if ((interpreter.longestMinutes ?? null) === null) return [];
      const work = works.get(interpreter.id) ?? [
        ...(edition.allSlots ?? edition.slots).filter(({ id }) => (use.get(id)?.get(interpreter.id) ?? 0) > 0),
        ...workOf(interpreter),
      ];
      works.set(interpreter.id, work);
      return work;
    },
  };
}

const inUse = ({ use }: Board, id: string, slot: EditionSlot): number => use.get(slot.id)?.get(id) ?? 0;

const countAt = (spans: readonly Interval[] | undefined, span: Interval): number => (spans ?? []).filter((s) => overlaps(s, span)).length;

const isFree = (board: Board, participant: Bystander, slot: EditionSlot): boolean => {
  const meetings = board.meetingsOf.get(participant.id);
  if (participant.withdrawn || participant.away.some((away) => overlaps(away, slot))) return false;
  if (participant.maxMeetings !== null && (meetings?.length ?? 0) >= participant.maxMeetings) return false;
  return countAt(meetings, slot) < participant.seats;
};

const isOpen = (board: Board, place: EditionPlace, slot: EditionSlot): boolean =>
  !place.closedSlots.includes(slot.id) && inUse(board, place.id, slot) < place.seats;

/** The stand of whoever meets at a stand, else the first free table; null when there is none. */
function placeFor(board: Board, both: readonly Bystander[], slot: EditionSlot): EditionPlace | null {
  const host = both.find((p) => p.meetsAt === 'stand' && p.standId !== null);
  const stand = host === undefined ? undefined : board.edition.places.find((p) => p.standId === host.standId);
  if (stand !== undefined) return isOpen(board, stand, slot) ? stand : null;
  return board.edition.places.find((p) => p.kind === 'table' && isOpen(board, p, slot)) ?? null;
}

const speaks = (interpreter: EditionInterpreter, participant: Bystander): boolean =>
  participant.languages.length === 0 || participant.languages.some((tag) => interpreter.languages.includes(tag));

function interpreterFor(
  board: Board,
  both: readonly Bystander[],
  slot: EditionSlot,
): { readonly needed: boolean; readonly id: string | null } {
  const [a, b] = both;
  const needed =
    a !== undefined &&
    b !== undefined &&
    a.languages.length > 0 &&
    b.languages.length > 0 &&
    !a.languages.some((tag) => b.languages.includes(tag));
  if (!needed) return { needed, id: null };
  const free = board.edition.interpreters.find(
    (i) =>
      both.every((p) => speaks(i, p)) &&
      !i.away.some((away) => overlaps(away, slot)) &&
      inUse(board, i.id, slot) === 0 &&
      isRestedFor(i, board.workOf(i), slot),
  );
  return { needed, id: free?.id ?? null };
}

function candidateAt(board: Board, us: Bystander, meeting: Meeting, slot: EditionSlot): readonly Candidate[] {
  const them = board.who.get(otherSide(meeting, us.id) ?? '');
  if (them === undefined || !isFree(board, them, slot)) return [];
  if (meeting.session !== null && meeting.session !== slot.session) return [];
  if (meeting.fixedSlot !== null && meeting.fixedSlot !== slot.id) return [];
  const place = placeFor(board, [us, them], slot);
  if (place === null) return [];
  const asked = askedOf(meeting, us.id);
  const interpreter = interpreterFor(board, [us, them], slot);
  const unspoken = interpreter.needed && interpreter.id === null;
  return [
    {
      participantId: them.id,
      meetingId: meeting.id,
      asked,
      placeId: place.id,
      interpreterId: interpreter.id,
      unspoken,
      canTake: asked !== 'we' && !unspoken,
    },
  ];
}

const rank = (candidate: Candidate): number => (candidate.canTake ? 0 : 2) + (candidate.unspoken ? 1 : 0);

/**
 * The holes of each participant: slots to come in which they are free and somebody of their open meetings is free too, with a place for both.
 * `open`: wanted meetings that are not in the schedule. Those who asked come first.
 */
export function holesOf(
  edition: Hall,
  occupation: Occupation,
  open: readonly Meeting[],
  participants: readonly string[],
): ReadonlyMap<string, readonly Hole[]> {
  const board = boardOf(edition, occupation);
  return new Map(
    participants.map((id) => {
      const us = board.who.get(id);
      const ours = open.filter((m) => otherSide(m, id) !== null);
      if (us === undefined || ours.length === 0) return [id, []];
      const holes = edition.slots
        .filter((slot) => slot.start > occupation.now && isFree(board, us, slot))
        .flatMap((slot): readonly Hole[] => {
          const candidates = ours.flatMap((meeting) => candidateAt(board, us, meeting, slot)).sort((x, y) => rank(x) - rank(y));
          // Where nobody there could be understood, there is nothing to fill.
          return candidates.every((c) => c.unspoken) ? [] : [{ slotId: slot.id, candidates }];
        });
      return [id, holes];
    }),
  );
}

/** Why an open meeting cannot be held in a slot: a side has no free seat, no place is free, a side is away, no interpreter is free, or something else. */
export function whyNot(
  edition: Hall,
  occupation: Pick<Occupation, 'meetings' | 'taken'>,
  meeting: Meeting,
  slot: EditionSlot,
): 'seat' | 'place' | 'away' | 'language' | 'other' {
  const board = boardOf(edition, occupation);
  const both = [meeting.a, meeting.b].flatMap((id) => board.who.get(id) ?? []);
  if (both.some((p) => p.away.some((away) => overlaps(away, slot)))) return 'away';
  if (both.some((p) => countAt(board.meetingsOf.get(p.id), slot) >= p.seats)) return 'seat';
  if (both.some((p) => !isFree(board, p, slot))) return 'other';
  if (placeFor(board, both, slot) === null) return 'place';
  const interpreter = interpreterFor(board, both, slot);
  return interpreter.needed && interpreter.id === null ? 'language' : 'other';
}
