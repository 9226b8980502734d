// What would make room for a meeting in a slot: changes of the facts, or another meeting moved.

import type { Params } from '#kernel/result.ts';
import type { Blocker } from './blockers.ts';
import { fitsSession, idOf } from './draft.ts';
import { at, listAt } from './engines/arrays.ts';
import { peopleFree, put, spotFor, spotOf, take, type Board } from './engines/board.ts';
import { tiringMeetings } from './engines/rest.ts';
import { rank } from './engines/terrain.ts';
import { languagesNeeded } from './languages.ts';

/** One change that helps to place a meeting; codes in this library's README. */
export interface Help {
  readonly code: string;
  readonly params: Params;
}

/** How much a change asks of people, for ordering alternatives. */
const costs: Readonly<Record<string, number>> = {
  'meetings.help_move': 1,
  'meetings.help_add_table': 2,
  'meetings.help_open_place': 2,
  'meetings.help_add_capacity': 3,
  'meetings.help_add_interpreter': 4,
  'meetings.help_free_slot': 5,
  'meetings.help_allow_slot': 5,
  'meetings.help_add_seat': 6,
  'meetings.help_raise_limit': 6,
  'meetings.help_shorten': 7,
  'meetings.help_drop_order': 8,
};

/** Cost of several changes together. */
export const costOfHelps = (helps: readonly Help[]): number => helps.reduce((sum, { code }) => sum + (costs[code] ?? 9), 0);

/** The longest length below its own with which a meeting that begins in a slot ends within the session. */
export const longestFitting = (board: Board, meeting: number, slot: number): number => {
  let length = (board.terrain.facts.meetings[meeting]?.lengthSlots ?? 1) - 1;
  while (length > 1 && !fitsSession(board.terrain.facts, slot, length)) length -= 1;
  return Math.max(1, length);
};

const standHelps = ({ terrain }: Board, blocker: Extract<Blocker, { kind: 'stand' }>, slot: number): Help[] => {
  const place = idOf(terrain.facts.places, blocker.place);
  const open = blocker.closed.map((one) => ({ code: 'meetings.help_open_place', params: { place, slot: idOf(terrain.facts.slots, one) } }));
  if (blocker.needed === 0) return open;
  const params = { place, slot: idOf(terrain.facts.slots, slot), capacity: blocker.needed };
  return [...open, { code: 'meetings.help_add_capacity', params }];
};

/** The changes of facts that remove one blocker in a slot. */
export const helpsAgainst = (board: Board, meeting: number, slot: number, blocker: Blocker): Help[] => {
  const { facts } = board.terrain;
  const slotId = idOf(facts.slots, slot);
  const meetingId = idOf(facts.meetings, meeting);
  switch (blocker.kind) {
    case 'limit': {
      const max = at(board.meetingCount, blocker.participant) + 1;
      return [{ code: 'meetings.help_raise_limit', params: { participant: idOf(facts.participants, blocker.participant), max } }];
    }
    case 'not_allowed':
      return [{ code: 'meetings.help_allow_slot', params: { meeting: meetingId, slot: slotId } }];
    case 'runs_over':
      return [{ code: 'meetings.help_shorten', params: { meeting: meetingId, length: longestFitting(board, meeting, slot) } }];
    case 'away': {
      const participant = idOf(facts.participants, blocker.participant);
      return blocker.slots.map((one) => ({ code: 'meetings.help_free_slot', params: { participant, slot: idOf(facts.slots, one) } }));
    }
    case 'seats': {
      const participant = idOf(facts.participants, blocker.participant);
      return [{ code: 'meetings.help_add_seat', params: { participant, slot: slotId, seats: blocker.needed } }];
    }
    case 'order': {
      const params = { earlier: idOf(facts.meetings, blocker.earlier), later: idOf(facts.meetings, blocker.later) };
      return [{ code: 'meetings.help_drop_order', params }];
    }
    case 'places_closed': {
      // One more table throughout asks less than opening one again and again.
      if (blocker.slots.length > 1) return [{ code: 'meetings.help_add_table', params: { slot: slotId } }];
      const place = idOf(facts.places, blocker.place);
      return blocker.slots.map((one) => ({ code: 'meetings.help_open_place', params: { place, slot: idOf(facts.slots, one) } }));
    }
    case 'places_full':
      return [{ code: 'meetings.help_add_table', params: { slot: slotId } }];
    case 'stand':
      return standHelps(board, blocker, slot);
    case 'interpreter':
      return [{ code: 'meetings.help_add_interpreter', params: { slot: slotId, languages: languagesNeeded(facts, meeting) } }];
  }
};

/** Meetings whose moving could remove a blocker. */
const movable = (board: Board, meeting: number, slot: number, blocker: Blocker): readonly number[] => {
  if (blocker.kind === 'seats' || blocker.kind === 'stand') return blocker.others;
  if (blocker.kind === 'places_full') return board.heldIn[slot] ?? [];
  if (blocker.kind === 'order') return [blocker.earlier === meeting ? blocker.later : blocker.earlier];
  if (blocker.kind !== 'interpreter') return [];
  const interpreters = listAt(board.terrain.interpretersOf, meeting);
  const busy = (board.heldIn[slot] ?? []).filter((other) => interpreters.includes(at(board.resourceOf, other)));
  return [...busy, ...tiringMeetings(board, meeting, slot)];
};

const mostTrials = 40;

/** Where another meeting could go so that this one fits into the slot; tried on the board and undone. */
const slotAfterMove = (board: Board, meeting: number, slot: number, other: number): number => {
  const otherSlot = at(board.slotOf, other);
  const otherSpot = spotOf(board, other);
  take(board, other);
  const spot = peopleFree(board, meeting, slot) ? spotFor(board, meeting, slot) : null;
  let found = -1;
  if (spot !== null) {
    put(board, meeting, slot, spot);
    const fits = (to: number): boolean => to !== otherSlot && peopleFree(board, other, to) && spotFor(board, other, to) !== null;
    found = listAt(board.terrain.startsOf, other).find(fits) ?? -1;
    take(board, meeting);
  }
  put(board, other, otherSlot, otherSpot);
  return found;
};

/** One other meeting that, moved to another slot, makes room; null when none was found. */
export const helpByMoving = (board: Board, meeting: number, slot: number, blockers: readonly Blocker[]): Help | null => {
  const { facts } = board.terrain;
  const candidates = new Set(blockers.flatMap((blocker) => movable(board, meeting, slot, blocker)));
  const others = [...candidates].sort((a, b) => a - b).slice(0, mostTrials);
  for (const other of others) {
    if (board.terrain.rankOf[other] === rank.pinned) continue;
    const toSlot = slotAfterMove(board, meeting, slot, other);
    if (toSlot < 0) continue;
    const from = idOf(facts.slots, at(board.slotOf, other));
    return { code: 'meetings.help_move', params: { meeting: idOf(facts.meetings, other), slot: from, toSlot: idOf(facts.slots, toSlot) } };
  }
  return null;
};
