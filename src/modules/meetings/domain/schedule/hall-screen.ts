// What a screen in the hall shows of a schedule: what begins next, and what the last changes did. Places and times; people are never named.
import type { Counterpart } from '../agenda/agenda.ts';
import type { Interpreted } from '../agenda/interpreted.ts';
import type { Spot } from '../planning/plan-differences.ts';

const MINUTE = 60_000;
/** Whoever comes late still finds their table. */
const lateMinutes = 5;
const aheadMinutes = 60;
/** Changes are shown for so long. */
export const changesMinutes = 30;
/** More than these nobody reads from a screen. */
const mostMeetings = 120;
const mostChanges = 24;

/** From when on meetings begin that a screen shows, and until when where one begins by then; UTC milliseconds. */
export const beginsWithin = (now: number): { readonly from: number; readonly until: number } => ({
  from: now - lateMinutes * MINUTE,
  until: now + aheadMinutes * MINUTE,
});

/** A list that was cut, with how many it lacks. */
export interface Cut<T> {
  readonly shown: readonly T[];
  readonly more: number;
}

const cut = <T>(all: readonly T[], most: number): Cut<T> => ({ shown: all.slice(0, most), more: Math.max(0, all.length - most) });

const byCode = new Intl.Collator('en', { numeric: true });

/** What begins within the hour or began just now; before that what begins first, however late. In order of time and table; `hall` is '' for all. */
export function beginsNext(
  meetings: readonly Interpreted[],
  { now, hall }: { readonly now: number; readonly hall: string },
): Cut<Interpreted> {
  const { from, until } = beginsWithin(now);
  const coming = meetings.filter(({ start, cancelled, place }) => !cancelled && start >= from && (hall === '' || place.hall === hall));
  const first = Math.min(...coming.map(({ start }) => start));
  const due = coming.filter(({ start }) => start <= Math.max(until, first));
  return cut(
    due.sort((a, b) => a.start - b.start || byCode.compare(a.place.code, b.place.code) || a.number - b.number),
    mostMeetings,
  );
}

/** What one release says that it changed of a meeting; `hall` where the meeting is now, null where that is not known. */
export interface ReleasedChange {
  readonly release: number;
  readonly meetingId: string;
  readonly parties: readonly [Counterpart, Counterpart];
  readonly before: Spot | null;
  readonly after: Spot | null;
  readonly hall: string | null;
}

export type ChangeShown = Pick<ReleasedChange, 'meetingId' | 'parties' | 'before' | 'after'> & {
  readonly kind: 'added' | 'removed' | 'moved' | 'place';
};

const kindOf = (before: Spot | null, after: Spot | null): ChangeShown['kind'] | null => {
  if (before === null || after === null) return before === after ? null : before === null ? 'added' : 'removed';
  if (before.start !== after.start) return 'moved';
  return before.placeCode === after.placeCode ? null : 'place';
};

/** Of several releases what they come to for each meeting, as far as it has not begun; what was taken back, or is another interpreter, is none. */
export function changesToShow(
  changes: readonly ReleasedChange[],
  { now, hall }: { readonly now: number; readonly hall: string },
): Cut<ChangeShown> {
  const { from } = beginsWithin(now);
  const found = [...Map.groupBy(changes, ({ meetingId }) => meetingId).values()].flatMap((of): readonly ChangeShown[] => {
    const [first, last] = [of.reduce((a, b) => (b.release < a.release ? b : a)), of.reduce((a, b) => (b.release > a.release ? b : a))];
    const [before, after] = [first.before, last.after];
    const kind = kindOf(before, after);
    const isHere = hall === '' || last.hall === null || last.hall === hall;
    const stands = [before, after].some((spot) => spot !== null && spot.start >= from);
    return kind === null || !isHere || !stands ? [] : [{ kind, before, after, meetingId: last.meetingId, parties: last.parties }];
  });
  const at = ({ before, after }: ChangeShown): number => Math.min(before?.start ?? Infinity, after?.start ?? Infinity);
  return cut(
    found.sort((a, b) => at(a) - at(b) || (a.meetingId < b.meetingId ? -1 : 1)),
    mostChanges,
  );
}

/** A screen's link opens until the end of the day after the edition, or of a day after it was made. */
export const screenEnds = (now: number, lastDayEnds: number): number => Math.max(now, lastDayEnds) + 24 * 60 * MINUTE;

/** Its use is noted once a minute: one that has not been seen for three hangs, or was switched off. */
const silentMinutes = 3;

export type ScreenState = 'unopened' | 'showing' | 'silent' | 'expired';

export function screenState(
  { expiresAt, seenAt }: { readonly expiresAt: number; readonly seenAt: number | null },
  now: number,
): ScreenState {
  if (now >= expiresAt) return 'expired';
  if (seenAt === null) return 'unopened';
  return now - seenAt < silentMinutes * MINUTE ? 'showing' : 'silent';
}
