// What the schedule in force becomes after something has changed on the day: worked out, nothing written.
import { createHash } from 'node:crypto';
import { ok, refuseInput, type Result } from '#kernel/result.ts';
import { notedAbsences } from '#modules/expos/api/note-on-the-day.ts';
import type { DayNote } from '../../domain/schedule/day-changes.ts';
import type { Work } from '#platform/work.ts';
import { repair, type Repair } from '#scheduler/core/repair.ts';
import {
  addedBy,
  arrivedIn,
  dayChangeProblems,
  freedBy,
  momentOf,
  noteOf,
  plannerChanges,
  unpinned,
  withFreed,
  type DayChange,
} from '../../domain/schedule/day-changes.ts';
import type { Meeting, Placed } from '../../domain/edition-facts.ts';
import { differencesOf, type MeetingDifference } from '../../domain/planning/plan-differences.ts';
import { fromPlanner, plannerInput, toPlanner, type PlannerInput } from '../../domain/planning/planner-facts.ts';
import type { Asked } from '../../contract.ts';
import { loadWanted } from '../../store/meetings.ts';
import { loadCancelled } from '../../store/releases.ts';
import type { openSchedule, WholeSchedule } from './change-booking.ts';
import { organise } from '../open-edition.ts';
import { namedSpots } from './show-differences.ts';

export interface WorkedOut {
  readonly open: WholeSchedule;
  readonly input: PlannerInput;
  readonly repaired: Repair;
  readonly after: readonly Placed[];
  readonly differences: readonly MeetingDifference[];
  readonly note: DayNote;
  /** Of all that a person sees of it: who agrees agrees to this and to nothing else. */
  readonly digest: string;
}

/** Meetings that are wished and not in the schedule. */
export async function openMeetings(work: Work, { held, edition }: WholeSchedule): Promise<readonly Meeting[]> {
  const standing = new Set(held.map(({ meetingId }) => meetingId));
  const there = new Set(edition.participants.flatMap(({ id, withdrawn }) => (withdrawn ? [] : [id])));
  const wanted = await loadWanted(work.tx, edition.id);
  return wanted.filter(({ id, a, b }) => !standing.has(id) && there.has(a) && there.has(b));
}

const digestOf = (
  schedule: number,
  changes: readonly DayChange[],
  { moved, cancelled, unheld, running }: Repair,
  after: readonly Placed[],
): string =>
  createHash('sha256')
    .update(JSON.stringify([schedule, changes, moved, cancelled, unheld.map(({ meeting }) => meeting), running, after]))
    .digest('base64url');

/**
 * Works out, as the edition's organiser, what the changes do to the schedule in force from now on; `open` says whether to look at it or,
 * under the edition's lock, to change it. Refuses changes that name what is not there or what has begun, all problems at once.
 */
export async function workOutRepair(
  work: Work,
  { editionId, changes }: Asked<'previewRepair'>,
  open: typeof openSchedule,
): Promise<Result<WorkedOut>> {
  const organised = await organise(work, editionId);
  if (!organised.ok) return organised;
  const opened = await open(work, organised.value.scope, organised.value.head);
  if (!opened.ok) return opened;
  const { meetings, orders, held, counters } = opened.value;
  const now = work.now.getTime();
  const arrived = arrivedIn(changes);
  const freed = freedBy(opened.value.edition, await notedAbsences(work, editionId, arrived), now);
  const edition = withFreed(opened.value.edition, freed);
  const wished = await openMeetings(work, opened.value);
  const problems = dayChangeProblems({ edition, open: new Set(wished.map(({ id }) => id)), now }, changes);
  if (problems.length > 0) return refuseInput(problems);
  const inForce = new Set(held.map(({ meetingId }) => meetingId));
  const cancelled = arrived.length === 0 ? [] : await loadCancelled(work.tx, organised.value.scope, arrived);
  const told = [
    ...changes,
    ...wished.filter(({ id }) => cancelled.includes(id)).map(({ id }): DayChange => ({ kind: 'added', meetingId: id })),
  ];
  const added = new Set(addedBy(told));
  const given = [...meetings.filter(({ id }) => inForce.has(id)), ...wished.filter(({ id }) => added.has(id))];
  const input = plannerInput(edition, { meetings: given, orders, pins: [] });
  const asked = plannerChanges(input, edition, told, now);
  const repaired = repair(asked.facts, toPlanner(input, unpinned(held)), asked.changes, momentOf(edition, input.facts, now));
  if (!repaired.ok) return repaired;
  const known = new Set(input.meetings.map(({ id }) => id));
  // What the planner does not know, such as meetings of those who withdrew, stays as it is.
  const after = [...fromPlanner(input, repaired.value.placements), ...held.filter(({ meetingId }) => !known.has(meetingId))];
  return ok({
    open: { ...opened.value, edition },
    input,
    repaired: repaired.value,
    after,
    differences: differencesOf(namedSpots(edition, held), namedSpots(edition, after)),
    note: noteOf(edition, changes, now, freed),
    digest: digestOf(counters.lastRelease, changes, repaired.value, after),
  });
}
