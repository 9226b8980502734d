// What becomes known on the day itself: who is away and which places are closed after all. Whoever calls it records it in the audit log.
import { ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { ParticipantId, PlaceId, SlotId } from '../domain/edition.ts';
import type { DayNote } from '../domain/day-note.ts';
import type { Absence } from '../domain/roster.ts';
import { countChange } from '../store/editions.ts';
import { writeUnavailable } from '../store/participants.ts';
import { readPlanningFacts } from '../store/planning-facts.ts';
import { writeClosed } from '../store/setup.ts';
import { openForChange } from './edition/open-edition.ts';
import { settleAudience } from './settle-audience.ts';

const sameSpan = (a: { readonly start: number; readonly end: number }, b: { readonly start: number; readonly end: number }): boolean =>
  a.start === b.start && a.end === b.end;

/** Writes for whatever the note names what `next` makes of it and of what stands. */
async function rewrite(
  work: Work,
  editionId: string,
  note: DayNote,
  next: {
    readonly away: (standing: readonly Absence[], noted: DayNote['away']) => readonly Absence[];
    readonly closed: (standing: readonly string[], noted: readonly string[]) => readonly string[];
  },
): Promise<Result<null>> {
  if (note.away.length + note.closed.length === 0) return ok(null);
  const opened = await openForChange(work, editionId);
  if (!opened.ok) return opened;
  const { scope } = opened.value;
  const facts = await readPlanningFacts(work.tx, editionId);
  for (const [id, noted] of Map.groupBy(note.away, ({ participantId }) => participantId)) {
    const standing = facts?.participants.find((one) => one.id === id);
    if (standing === undefined) continue;
    const unavailable = next.away(standing.away, noted);
    await writeUnavailable(work.tx, scope, { id: id as ParticipantId, unavailable, now: work.now, newId: () => work.newId() });
  }
  const closed = [...Map.groupBy(note.closed, ({ placeId }) => placeId)].flatMap(([id, noted]) => {
    const standing = facts?.places.find((one) => one.id === id);
    if (standing === undefined) return [];
    const slots = next.closed(
      standing.closedSlots,
      noted.map(({ slotId }) => slotId),
    );
    return [{ placeId: id as PlaceId, closedSlots: slots as readonly SlotId[] }];
  });
  await writeClosed(work.tx, scope, closed);
  await countChange(work.tx, scope, work.now);
  await settleAudience(work, scope);
  return ok(null);
}

/** Adds absences and closures to what stands. Refuses `expos.not_found`, `kernel.forbidden`. */
export const noteOnTheDay = (work: Work, editionId: string, note: DayNote): Promise<Result<null>> =>
  rewrite(work, editionId, note, {
    away: (standing, noted) => [...standing, ...noted.map(({ start, end }) => ({ start, end, reason: '' }))],
    closed: (standing, noted) => [...new Set([...standing, ...noted])],
  });

/** Takes a note back: what was written since, by whomever, stays. */
export const takeBackNote = (work: Work, editionId: string, note: DayNote): Promise<Result<null>> =>
  rewrite(work, editionId, note, {
    away: (standing, noted) => standing.filter((one) => one.reason !== '' || !noted.some((span) => sameSpan(span, one))),
    closed: (standing, noted) => standing.filter((slot) => !noted.includes(slot)),
  });
