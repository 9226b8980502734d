// Does to facts and placements what an explanation proposed, for tests; ids are those of `factsFrom`: a letter and the index.

import type { Help } from './helps.ts';
import type { Facts, Placement } from './model.ts';

const index = (id: string | number | undefined): number => Number(String(id).slice(1));

/** The facts and placements after a change that an explanation proposed. */
export const applied = (
  facts: Facts,
  placements: readonly Placement[],
  meeting: number,
  { code, params }: Help,
): readonly [Facts, readonly Placement[]] => {
  const slot = index(params['slot']);
  const person = index(params['participant']);
  const place = index(params['place']);
  const change = <T>(things: readonly T[], at: number, over: (thing: T) => Partial<T>): T[] =>
    things.map((thing, position) => (position === at ? { ...thing, ...over(thing) } : thing));
  const without = (slots: readonly number[]): number[] => slots.filter((one) => one !== slot);
  switch (code) {
    case 'meetings.help_move':
      return [facts, placements.filter((one) => one.meeting !== index(params['meeting']))];
    case 'meetings.help_add_table':
      return [{ ...facts, places: [...facts.places, { id: 'new', capacity: 1, zone: 0, closedSlots: [], owner: null }] }, placements];
    case 'meetings.help_open_place':
      return [{ ...facts, places: change(facts.places, place, ({ closedSlots }) => ({ closedSlots: without(closedSlots) })) }, placements];
    case 'meetings.help_add_capacity':
      return [{ ...facts, places: change(facts.places, place, () => ({ capacity: Number(params['capacity']) })) }, placements];
    case 'meetings.help_add_interpreter': {
      const languages = String(params['languages']).split(', ');
      return [
        { ...facts, resources: [...facts.resources, { id: 'new', languages, unavailableSlots: [], place: null, rest: null }] },
        placements,
      ];
    }
    case 'meetings.help_add_seat':
      return [{ ...facts, participants: change(facts.participants, person, () => ({ seats: Number(params['seats']) })) }, placements];
    case 'meetings.help_free_slot': {
      const free = change(facts.participants, person, ({ unavailableSlots }) => ({ unavailableSlots: without(unavailableSlots) }));
      return [{ ...facts, participants: free }, placements];
    }
    case 'meetings.help_allow_slot':
      return [{ ...facts, meetings: change(facts.meetings, meeting, () => ({ allowedSlots: null, pinnedSlot: null })) }, placements];
    case 'meetings.help_raise_limit':
      return [{ ...facts, participants: change(facts.participants, person, () => ({ maxMeetings: Number(params['max']) })) }, placements];
    case 'meetings.help_drop_order': {
      const [earlier, later] = [index(params['earlier']), index(params['later'])];
      return [{ ...facts, precedences: facts.precedences.filter((one) => one.earlier !== earlier || one.later !== later) }, placements];
    }
    case 'meetings.help_shorten':
      return [{ ...facts, meetings: change(facts.meetings, meeting, () => ({ lengthSlots: Number(params['length']) })) }, placements];
    default:
      throw new Error(`unknown help ${code}`);
  }
};
