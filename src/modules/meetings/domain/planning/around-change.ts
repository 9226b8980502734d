// The part of a schedule in which a change can cause a conflict: what is held then, by whom, and in which order.
import type { Meeting, MeetingOrder, Placed } from '../edition-facts.ts';

interface Schedule {
  readonly meetings: readonly Pick<Meeting, 'id' | 'a' | 'b'>[];
  readonly orders: readonly Pick<MeetingOrder, 'earlier' | 'later'>[];
}

const spotOf = ({ slotId, placeId, interpreterId }: Placed): string => `${slotId} ${placeId} ${interpreterId ?? ''}`;

/**
 * Which meetings stand around those that are elsewhere after a change than before: in their slots, of their participants and interpreters, or in an order with them.
 * A conflict among the others is the same before and after, so that it need not be looked for.
 */
export function aroundChange({ meetings, orders }: Schedule, before: readonly Placed[], after: readonly Placed[]): ReadonlySet<string> {
  const was = new Map(before.map((placed) => [placed.meetingId, spotOf(placed)]));
  const is = new Map(after.map((placed) => [placed.meetingId, spotOf(placed)]));
  const touched = new Set([...was.keys(), ...is.keys()].filter((id) => was.get(id) !== is.get(id)));
  const both = [...before, ...after];
  const moved = both.filter(({ meetingId }) => touched.has(meetingId));
  const slots = new Set(moved.map(({ slotId }) => slotId));
  const interpreters = new Set(moved.flatMap(({ interpreterId }) => interpreterId ?? []));
  const people = new Set(meetings.flatMap(({ id, a, b }) => (touched.has(id) ? [a, b] : [])));
  return new Set([
    ...touched,
    ...both.flatMap(({ meetingId, slotId, interpreterId }) =>
      slots.has(slotId) || (interpreterId !== null && interpreters.has(interpreterId)) ? [meetingId] : [],
    ),
    ...meetings.flatMap(({ id, a, b }) => (people.has(a) || people.has(b) ? [id] : [])),
    ...orders.flatMap(({ earlier, later }) => (touched.has(earlier) || touched.has(later) ? [earlier, later] : [])),
  ]);
}
