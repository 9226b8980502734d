// A set of placements arranged for looking things up: what the constraints and the explanations read.

import { inOrderOf } from './in-order.ts';
import type { Facts, Placement } from './model.ts';

export interface Draft {
  readonly facts: Facts;
  readonly placements: readonly Placement[];
  /** Per meeting its placements: none, one, or (a fault of the draft) several. */
  readonly ofMeeting: readonly (readonly Placement[])[];
  /** Per participant the placements of their meetings, by slot. */
  readonly ofParticipant: readonly (readonly Placement[])[];
  /** Per place the placements held there. */
  readonly ofPlace: readonly (readonly Placement[])[];
  /** Per resource the placements it serves. */
  readonly ofResource: readonly (readonly Placement[])[];
}

const lists = (count: number): Placement[][] => Array.from({ length: count }, () => []);

/** Arranges placements by meeting, participant, place and resource; indices must lie within the facts. */
export const draftOf = (facts: Facts, placements: readonly Placement[]): Draft => {
  const ofMeeting = lists(facts.meetings.length);
  const ofParticipant = lists(facts.participants.length);
  const ofPlace = lists(facts.places.length);
  const ofResource = lists(facts.resources.length);
  for (const placement of inOrderOf(placements, ({ slot, meeting }) => slot * facts.meetings.length + meeting)) {
    ofMeeting[placement.meeting]?.push(placement);
    for (const participant of facts.meetings[placement.meeting]?.participants ?? []) ofParticipant[participant]?.push(placement);
    ofPlace[placement.place]?.push(placement);
    if (placement.resource !== null) ofResource[placement.resource]?.push(placement);
  }
  return { facts, placements, ofMeeting, ofParticipant, ofPlace, ofResource };
};

/** Length of a meeting in slots; 1 when unknown. */
export const lengthOf = (facts: Facts, meeting: number): number => facts.meetings[meeting]?.lengthSlots ?? 1;

/** The slots a placement takes, those behind the last slot left out. */
export const slotsOf = (facts: Facts, placement: Pick<Placement, 'meeting' | 'slot'>): number[] => {
  const end = Math.min(placement.slot + lengthOf(facts, placement.meeting), facts.slots.length);
  const slots: number[] = [];
  for (let slot = placement.slot; slot < end; slot += 1) slots.push(slot);
  return slots;
};

/** Whether a meeting of `length` slots that begins in `slot` ends within the same day and session. */
export const fitsSession = (facts: Facts, slot: number, length: number): boolean => {
  const first = facts.slots[slot];
  const last = facts.slots[slot + length - 1];
  return first !== undefined && last !== undefined && first.day === last.day && first.session === last.session;
};

/** Whether no two of the placements, sorted by slot, share a slot. */
const inTurn = (facts: Facts, placements: readonly Placement[]): boolean => {
  let free = -1;
  for (const { meeting, slot } of placements) {
    if (slot < free) return false;
    free = slot + lengthOf(facts, meeting);
  }
  return true;
};

const nobody: ReadonlyMap<number, readonly Placement[]> = new Map();

/** Of placements sorted by slot, those in slots that hold more than `most` of them, by slot. */
export const crowdedSlots = (facts: Facts, placements: readonly Placement[], most: number): ReadonlyMap<number, readonly Placement[]> => {
  if (placements.length <= most || inTurn(facts, placements)) return nobody;
  const bySlot = new Map<number, Placement[]>();
  for (const placement of placements) {
    for (const slot of slotsOf(facts, placement)) {
      const there = bySlot.get(slot);
      if (there === undefined) bySlot.set(slot, [placement]);
      else there.push(placement);
    }
  }
  for (const [slot, there] of bySlot) if (there.length <= most) bySlot.delete(slot);
  return bySlot;
};

/** Id of a thing, for a reason's params. */
export const idOf = (things: readonly { readonly id: string }[], index: number): string => things[index]?.id ?? String(index);
