// Releases with their differences, and the current schedule as a grid; both for the organiser.
import { remembered } from '#kernel/memory/remembered.ts';
import { notFound, ok, type Result } from '#kernel/result.ts';
import { byId, cutPage, readCursor } from '#kernel/pages.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { Placed } from '../../domain/edition-facts.ts';
import { dayAt } from '../../domain/agenda/venue-clock.ts';
import { standingConflicts } from '../../domain/planning/draft-conflicts.ts';
import { readerNames } from '../reader-names.ts';
import { countInSlots, loadScheduledIn, loadSlotsOf } from '../../store/bookings.ts';
import { loadEditionFacts } from '../edition-facts.ts';
import { loadReleasedPins } from '../../store/placements.ts';
import { loadMet } from '../../store/queues.ts';
import { listReleaseRows, loadNotice, loadWayBack, type ReleaseRow } from '../../store/releases.ts';
import { oversee } from '../open-edition.ts';
import { hasBegun, showChanges } from './show-differences.ts';
import { showGrid } from '../planning/show-grid.ts';

const showRelease = (row: ReleaseRow) => ({
  id: row.id,
  number: row.number,
  publishedAt: row.publishedAt.toISOString(),
  planNumber: row.planNumber,
  kind: row.kind,
  onTheDay: row.onTheDay,
  takesBack: row.takesBack,
  meetings: row.meetings,
  ...showChanges(row.changes, row.changed),
});

/** Releases, newest first, each with its differences from the one before, and the change that could be taken back now. */
export async function listReleases(work: Work, input: Asked<'listReleases'>): Promise<Result<Answer<'listReleases'>>> {
  const opened = await oversee(work, input.editionId);
  if (!opened.ok) return opened;
  const after = readCursor<'Release'>(input.cursor);
  if (!after.ok) return after;
  const rows = await listReleaseRows(work.tx, opened.value.scope, { after: after.value, limit: input.limit });
  const wayBack = await loadWayBack(work.tx, opened.value.scope);
  const page = cutPage(rows, input.limit, byId);
  const isOpen = wayBack !== null && !wayBack.changes.some((change) => hasBegun(change, work.now.getTime()));
  return ok({ ...page, entries: page.entries.map(showRelease), wayBack: isOpen ? showRelease(wayBack) : null });
}

const unpinned = remembered((held: readonly Placed[]): readonly Placed[] => held.map((one) => ({ ...one, pinned: false })));

/** The current schedule as slots × places, pinned where the released plan was and nobody moved it since; its version is the number of the newest release. Refuses where nothing was released yet. */
export async function scheduleGrid(work: Work, input: Asked<'scheduleGrid'>): Promise<Result<Answer<'scheduleGrid'>>> {
  const opened = await oversee(work, input.editionId);
  if (!opened.ok) return opened;
  const notice = await loadNotice(work.tx, input.editionId);
  if (notice === null) return notFound('meetings.not_released_yet');
  const edition = await loadEditionFacts(work, input.editionId);
  if (edition === null) return notFound('meetings.edition_unknown');
  const { day, meetingId } = input;
  const ofDay = edition.slots.flatMap(({ id, start }) => (day === undefined || dayAt(start, edition.timeZone) === day ? [id] : []));
  const slots = meetingId === undefined ? ofDay : await loadSlotsOf(work.tx, edition.id, meetingId);
  const { meetings, placed: held } = await loadScheduledIn(work.tx, edition.id, slots);
  const pins = new Map((await loadReleasedPins(work.tx, input.editionId)).map((pin) => [pin.meetingId, pin]));
  const placed =
    pins.size === 0
      ? unpinned(held)
      : held.map((p) => {
          const pin = pins.get(p.meetingId);
          return { ...p, pinned: pin !== undefined && pin.slotId === p.slotId && pin.placeId === p.placeId };
        });
  const reader = work.actor.language;
  const names = readerNames(edition, meetings, reader);
  // Of the day that is shown: nothing of another day stands against it.
  const conflicts = standingConflicts(edition, meetings, placed, work.now.getTime());
  // Of other days nothing else is read; of an edition of one day all of it is here.
  const heldInSlots = slots.length === edition.slots.length ? null : await countInSlots(work.tx, edition.id);
  const met = await loadMet(work.tx, edition.id);
  return ok(showGrid({ edition, meetings, placed, heldInSlots, conflicts, names, met, reader, day, part: input, version: notice.number }));
}
