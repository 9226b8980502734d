// Which meetings need more than people and any table; see `errands.ts`.

import { at, listAt } from './arrays.ts';
import type { Terrain } from './terrain.ts';

/** Whether a stand can never be too small for its owner, who is in every meeting there. */
const isAmple = ({ facts, slots, capacity, seats }: Terrain, place: number): boolean => {
  const owner = facts.places[place]?.owner ?? null;
  if (owner === null) return false;
  for (let slot = 0; slot < slots; slot += 1) if (at(capacity, place * slots + slot) < at(seats, owner)) return false;
  return true;
};

/** Per meeting whether it has an errand. */
export const errandsOf = (terrain: Terrain): Uint8Array => {
  const ample = terrain.facts.places.map((_, place) => isAmple(terrain, place));
  return Uint8Array.from(terrain.facts.meetings, (_, meeting) => {
    const own = terrain.ownPlacesOf[meeting] ?? null;
    const ordered = listAt(terrain.earlierOf, meeting).length + listAt(terrain.laterOf, meeting).length > 0;
    const narrow = own !== null && own.some((place) => ample[place] !== true);
    return ordered || narrow || at(terrain.needsInterpreter, meeting) === 1 ? 1 : 0;
  });
};
