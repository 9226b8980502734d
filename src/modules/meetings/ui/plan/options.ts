// Where a meeting could go, sorted by what it would cause.
import type { PlannedMeeting } from '../edition/answers.ts';
import { OWN, type Spot } from './board-lines.ts';

export type MoveOption = PlannedMeeting['options'][number];
export type Effect = 'could' | 'could-warn' | 'could-clash';

/** What putting the meeting there would do. */
export function effectOf({ reasons, place }: MoveOption): Effect {
  if (place === null || reasons.some(({ severity }) => severity === 'hard')) return 'could-clash';
  return reasons.length > 0 ? 'could-warn' : 'could';
}

const order: readonly Effect[] = ['could', 'could-warn', 'could-clash'];

/** The options with each effect, in order of time; the present place is left out. */
export function optionsByEffect({ options, placement }: PlannedMeeting): readonly (readonly [Effect, readonly MoveOption[]])[] {
  const others = options.filter(({ slot, place }) => slot.id !== placement?.slotId || place?.id !== placement.placeId);
  const grouped = Map.groupBy(others, effectOf);
  return order.flatMap((effect) => {
    const list = grouped.get(effect);
    return list === undefined ? [] : [[effect, list] as const];
  });
}

/** The best option in a slot. */
export function bestAt({ options }: PlannedMeeting, slotId: string): MoveOption | undefined {
  const there = options.filter(({ slot }) => slot.id === slotId);
  return order.map((effect) => there.find((option) => effectOf(option) === effect)).find((option) => option !== undefined);
}

/** The place meant by a spot of the grid: the table itself, or the stand where this meeting would be held. */
export function placeFor(spot: Spot, meeting: PlannedMeeting | null, present: string | undefined): string | null {
  if (spot.table !== OWN) return spot.table;
  const option = meeting === null ? undefined : bestAt(meeting, spot.time);
  return option?.place?.kind === 'stand' ? option.place.id : (present ?? null);
}
