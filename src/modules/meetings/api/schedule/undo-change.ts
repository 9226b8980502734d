// The way back: the latest change of the schedule, by hand or of the day, is taken back whole, and then the one before it.
import { notFound, ok, refuse, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { takeBackNote } from '#modules/expos/api/note-on-the-day.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { differencesOf } from '../../domain/planning/plan-differences.ts';
import { lockSchedule } from '../../store/meetings.ts';
import { loadChange, loadWayBack } from '../../store/releases.ts';
import { publishChange, scheduleAround, showChangeRelease, slotOver } from './change-booking.ts';
import { organise } from '../open-edition.ts';
import { hasBegun, namedSpots } from './show-differences.ts';

/** Whether a meeting would leave or enter a time that has begun. */
function touchesThePast(before: ReturnType<typeof namedSpots>, after: ReturnType<typeof namedSpots>, now: number): boolean {
  return differencesOf(before, after).some((difference) => hasBegun(difference, now));
}

/**
 * Takes the latest change back that was not taken back yet: the schedule is published as it was before it, under its constraints, and the
 * roster forgets what it was told with it. Refuses `meetings.undo_not_last` where another one comes first, and a time that has begun
 * (`meetings.slot_over`).
 */
export async function undoChange(work: Work, input: Asked<'undoChange'>, origin: string): Promise<Result<Answer<'undoChange'>>> {
  const organised = await organise(work, input.editionId);
  if (!organised.ok) return organised;
  const { scope } = organised.value;
  const counters = await lockSchedule(work.tx, scope);
  const done = await loadChange(work.tx, scope, input.number);
  if (done === null) return notFound('meetings.undo_unknown');
  if ((await loadWayBack(work.tx, scope))?.number !== input.number) return refuse({ kind: 'conflict', code: 'meetings.undo_not_last' });
  if (done.note !== null) {
    const forgotten = await takeBackNote(work, input.editionId, done.note);
    if (!forgotten.ok) return forgotten;
  }
  const { moved } = done;
  const spots = moved.flatMap(({ before }) => before ?? []);
  const opened = await scheduleAround(work, scope, {
    counters,
    meetings: moved.map(({ meetingId }) => meetingId),
    slots: spots.map(({ slotId }) => slotId),
    places: spots.map(({ placeId }) => placeId),
  });
  if (!opened.ok) return opened;
  const { edition, held, meetings } = opened.value;
  const known = new Set(meetings.map(({ id }) => id));
  const concerned = new Set(moved.map(({ meetingId }) => meetingId));
  const back = moved.flatMap(({ meetingId, before }) =>
    before === null || !known.has(meetingId) ? [] : [{ meetingId, ...before, pinned: true }],
  );
  const after = [...held.filter(({ meetingId }) => !concerned.has(meetingId)), ...back];
  if (touchesThePast(namedSpots(edition, held), namedSpots(edition, after), work.now.getTime())) return refuse(slotOver);
  const published = await publishChange(work, opened.value, after, { origin, takesBack: input.number });
  if (!published.ok) return published;
  await audit(work, {
    useCase: 'undo-change',
    office: scope.office,
    subjects: [published.value.id],
    fields: ['slot', 'place', 'interpreter', 'unavailable', 'closedSlots'],
  });
  return ok(showChangeRelease(work, published.value, { takesBack: input.number }));
}
