// What becomes known on the day itself: who is away and which places are closed after all. Whoever calls it records it in the audit log.
import type { Interval } from '#kernel/intervals.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { ParticipantId, PlaceId, SlotId } from '../domain/edition.ts';
import type { DayNote } from '../domain/day-note.ts';
import type { Absence } from '../domain/roster.ts';
import { readAbsences } from '../store/absences.ts';
import { countChange } from '../store/editions.ts';
import { writeUnavailable } from '../store/participants.ts';
import { readPlanningFacts } from '../store/planning-facts.ts';
import { writeClosed } from '../store/setup.ts';
import { openForChange } from './edition/open-edition.ts';
import { settleAudience } from './settle-audience.ts';

type Freed = NonNullable<DayNote['freed']>;

const sameSpan = (a: Interval, b: Interval): boolean => a.start === b.start && a.end === b.end;

/** Writes for whatever the note names what `next` makes of it and of what stands. */
async function rewrite(
  work: Work,
  editionId: string,
  note: DayNote,
  next: {
    readonly away: (standing: readonly Absence[], noted: DayNote['away'], freed: Freed) => readonly Absence[];
    readonly closed: (standing: readonly string[], noted: readonly string[]) => readonly string[];
  },
): Promise<Result<null>> {
  const freed = note.freed ?? [];
  if (note.away.length + note.closed.length + freed.length === 0) return ok(null);
  const opened = await openForChange(work, editionId);
  if (!opened.ok) return opened;
  const { scope } = opened.value;
  const named = [...new Set([...note.away, ...freed].map(({ participantId }) => participantId))];
  const absences = await readAbsences(work.tx, editionId, named);
  for (const id of named) {
    const ofThem = <T extends { readonly participantId: string }>(spans: readonly T[]): readonly T[] =>
      spans.filter(({ participantId }) => participantId === id);
    const unavailable = next.away(absences.get(id) ?? [], ofThem(note.away), ofThem(freed));
    await writeUnavailable(work.tx, scope, { id: id as ParticipantId, unavailable, now: work.now, newId: () => work.newId() });
  }
  const facts = note.closed.length === 0 ? null : await readPlanningFacts(work.tx, editionId);
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

/** Said on the day, without a reason. */
const asNoted = ({ start, end }: Interval): Absence => ({ start, end, reason: '' });
const without = (standing: readonly Absence[], spans: readonly Interval[]): readonly Absence[] =>
  standing.filter((one) => one.reason !== '' || !spans.some((span) => sameSpan(span, one)));
/** What of a span was so, before they came. */
const past = ({ start, from }: Freed[number]): readonly Interval[] => (start < from ? [{ start, end: from }] : []);

/** What the organiser has down of these participants without a reason, by their ids: as it is noted on the day. Not what they said themselves. */
export async function notedAbsences(
  work: Work,
  editionId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Interval[]>> {
  const found = await readAbsences(work.tx, editionId, ids);
  return new Map([...found].map(([id, absences]) => [id, absences.filter(({ reason }) => reason === '')]));
}

/** Adds absences and closures to what stands, and takes off what is freed. Refuses `expos.not_found`, `kernel.forbidden`. */
export const noteOnTheDay = (work: Work, editionId: string, note: DayNote): Promise<Result<null>> =>
  rewrite(work, editionId, note, {
    away: (standing, noted, freed) => [...without(standing, freed), ...[...noted, ...freed.flatMap(past)].map(asNoted)],
    closed: (standing, noted) => [...new Set([...standing, ...noted])],
  });

/** Takes a note back: what was written since, by whomever, stays. */
export const takeBackNote = (work: Work, editionId: string, note: DayNote): Promise<Result<null>> =>
  rewrite(work, editionId, note, {
    away: (standing, noted, freed) => [...without(standing, [...noted, ...freed.flatMap(past)]), ...freed.map(asNoted)],
    closed: (standing, noted) => standing.filter((slot) => !noted.includes(slot)),
  });
