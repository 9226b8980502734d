// The slots of an edition: what makes a list of them right, and how a day is cut into them.
import { contains, overlaps, type Interval } from '#kernel/intervals.ts';
import { ok, refuseInput, type Problem, type Result } from '#kernel/result.ts';
import { limits } from './limits.ts';
import type { RosterSlot } from './roster.ts';
import { clockMeaning } from './venue-time.ts';

const MINUTE = 60_000;

/**
 * Everything wrong with a list of slots, each problem at `path` + its place in the list.
 * @param bounds the days of the edition in UTC milliseconds
 */
export function slotProblems(
  slots: readonly RosterSlot[],
  bounds: Interval,
  path: readonly (string | number)[] = ['slots'],
): readonly Problem[] {
  if (slots.length > limits.slots) return [{ path, code: 'expos.too_many_slots', params: { max: limits.slots } }];
  const backward = slots.flatMap((slot, index) =>
    slot.end <= slot.start ? [{ path: [...path, index, 'endsAt'], code: 'expos.slot_ends_before_start' }] : [],
  );
  const outside = slots.flatMap((slot, index) =>
    slot.end > slot.start && !contains(bounds, slot) ? [{ path: [...path, index, 'startsAt'], code: 'expos.slot_outside_edition' }] : [],
  );
  return [...backward, ...outside, ...overlapProblems(slots, path)];
}

/** One problem for each slot that begins before an earlier one has ended, naming the one that reaches furthest (1-based). */
function overlapProblems(slots: readonly RosterSlot[], path: readonly (string | number)[]): readonly Problem[] {
  const inTime = slots
    .map((slot, index) => ({ ...slot, index }))
    .filter((slot) => slot.end > slot.start)
    .sort((a, b) => a.start - b.start || a.index - b.index);
  const problems: Problem[] = [];
  let furthest: (typeof inTime)[number] | undefined;
  for (const slot of inTime) {
    if (furthest !== undefined && overlaps(furthest, slot))
      problems.push({ path: [...path, slot.index], code: 'expos.slot_overlaps', params: { other: furthest.index + 1 } });
    if (furthest === undefined || slot.end > furthest.end) furthest = slot;
  }
  return problems;
}

/** Slots in order of time; the place in this order, from 1, is the slot's number. */
export const inOrderOfTime = <S extends Interval>(slots: readonly S[]): readonly S[] =>
  [...slots].sort((a, b) => a.start - b.start || a.end - b.end);

/** A venue clock span of a day, `HH:MM`. */
export interface DaySpan {
  readonly start: string;
  readonly end: string;
}

/** How days are cut: every day alike, in venue clock times and minutes. */
export interface SlotPattern {
  readonly timeZone: string;
  readonly days: readonly string[];
  readonly day: DaySpan;
  readonly lengthMinutes: number;
  /** Time to change tables between two slots. */
  readonly pauseMinutes: number;
  /** Spans without meetings, such as lunch; each begins a new session. */
  readonly breaks: readonly DaySpan[];
}

const spanOf = (timeZone: string, date: string, span: DaySpan): Interval => ({
  start: clockMeaning(timeZone, { date, time: span.start }).at,
  end: clockMeaning(timeZone, { date, time: span.end }).at,
});

function patternProblems({ day, lengthMinutes, pauseMinutes, breaks }: SlotPattern): readonly Problem[] {
  const problems: Problem[] = [];
  if (day.end <= day.start) problems.push({ path: ['day', 'end'], code: 'expos.day_ends_before_start' });
  if (lengthMinutes < 1) problems.push({ path: ['lengthMinutes'], code: 'expos.length_not_positive' });
  if (pauseMinutes < 0) problems.push({ path: ['pauseMinutes'], code: 'expos.pause_negative' });
  const crosses = (a: DaySpan, b: DaySpan): boolean => a.start < a.end && b.start < b.end && a.start < b.end && b.start < a.end;
  for (const [index, span] of breaks.entries()) {
    if (span.end <= span.start) problems.push({ path: ['breaks', index, 'end'], code: 'expos.break_ends_before_start' });
    const other = breaks.findIndex((before, place) => place < index && crosses(before, span));
    if (other >= 0) problems.push({ path: ['breaks', index], code: 'expos.break_overlaps', params: { other: other + 1 } });
  }
  return problems;
}

/** Spans that neither touch nor overlap, in order of time: where the clock changes one may be turned over, or lie over another. */
function union(spans: readonly Interval[]): readonly Interval[] {
  const joined: Interval[] = [];
  for (const span of spans.filter(({ start, end }) => start < end).toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last === undefined || last.end < span.start) joined.push(span);
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return joined;
}

/** Slots of one day: as many as fit between the breaks; a stretch that holds none takes no session number. */
function slotsOfDay(pattern: SlotPattern, date: string): readonly RosterSlot[] {
  const day = spanOf(pattern.timeZone, date, pattern.day);
  const breaks = union(pattern.breaks.map((span) => spanOf(pattern.timeZone, date, span)));
  const starts = [day.start, ...breaks.map(({ end }) => Math.max(day.start, end))];
  const ends = [...breaks.map(({ start }) => Math.min(day.end, start)), day.end];
  const [length, step] = [pattern.lengthMinutes * MINUTE, (pattern.lengthMinutes + pattern.pauseMinutes) * MINUTE];
  const stretches = starts.map((start, index) => {
    const count = Math.max(0, Math.floor(((ends[index] ?? start) - start - length) / step) + 1);
    return Array.from({ length: count }, (_, n) => ({ start: start + n * step, end: start + n * step + length }));
  });
  const filled = stretches.filter((stretch) => stretch.length > 0);
  return filled.flatMap((stretch, index) => stretch.map((slot) => ({ ...slot, session: index + 1 })));
}

/**
 * Cuts days into slots of equal length, in order of time. Lengths are real minutes, also where the clock changes.
 * Sessions are counted from 1 on each day, one after each break.
 * Refuses a pattern that contradicts itself, holds no slot, too many slots or too many sessions.
 */
export function generateSlots(pattern: SlotPattern): Result<readonly RosterSlot[]> {
  const problems = patternProblems(pattern);
  if (problems.length > 0) return refuseInput(problems);
  const slots = pattern.days.flatMap((date) => slotsOfDay(pattern, date));
  if (slots.length === 0) return refuseInput([{ path: ['lengthMinutes'], code: 'expos.no_slot_fits' }]);
  if (slots.length > limits.slots)
    return refuseInput([{ path: ['lengthMinutes'], code: 'expos.too_many_slots', params: { max: limits.slots } }]);
  if (slots.some(({ session }) => session > limits.sessions))
    return refuseInput([{ path: ['breaks'], code: 'kernel.too_many_entries', params: { max: limits.sessions - 1 } }]);
  return ok(slots);
}
