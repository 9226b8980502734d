// Tables for meetings whose slots are decided: any open one serves in the problem of pairs.

import type { Facts, Placement } from '../model.ts';

/** One placement a meeting, at the first table free in its slot; a slot with too few tables leaves meetings out, which the verifier shows. */
export const seatAtTables = (facts: Facts, slots: readonly number[]): readonly Placement[] => {
  const free = facts.slots.map((_, slot) =>
    facts.places.flatMap(({ capacity, closedSlots }, place) => (closedSlots.includes(slot) ? [] : new Array<number>(capacity).fill(place))),
  );
  return slots.flatMap((slot, meeting) => {
    const place = free[slot]?.shift();
    const pinned = facts.meetings[meeting]?.pinnedSlot !== null;
    return place === undefined ? [] : [{ meeting, slot, place, resource: null, pinned }];
  });
};
