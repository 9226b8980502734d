// Gives every meeting held a seat of each participant and a seat of its place, as the schedule's constraints count them.
import { overlaps, type Interval } from '#kernel/intervals.ts';

/** A seat in use: of a participant or a place. */
export interface SeatTaken extends Interval {
  readonly seat: number;
}

/** The lowest seat, from 1, that is free during the span; null when all are taken. */
export function freeSeat(taken: readonly SeatTaken[], span: Interval, seats: number): number | null {
  const used = new Set(taken.filter((t) => overlaps(t, span)).map((t) => t.seat));
  for (let seat = 1; seat <= seats; seat += 1) if (!used.has(seat)) return seat;
  return null;
}

/** Seats for spans that are held at the same owner, in the order given; null where more meet at once than there are seats. */
export function assignSeats(spans: readonly Interval[], seats: number): readonly (number | null)[] {
  const order = spans.map((span, i) => ({ span, i })).sort((x, y) => x.span.start - y.span.start || x.i - y.i);
  const taken: SeatTaken[] = [];
  const given: (number | null)[] = spans.map(() => null);
  for (const { span, i } of order) {
    const seat = freeSeat(taken, span, seats);
    given[i] = seat;
    if (seat !== null) taken.push({ ...span, seat });
  }
  return given;
}
