// Changes of the current schedule on the day: each is done under the schedule's constraints and published as a release of its own.
import type { Language } from '#kernel/language.ts';
import { notFound, ok, refuse, refuseInput, type Problem, type Refusal, type Result } from '#kernel/result.ts';
import type { DayNote } from '../../domain/schedule/day-changes.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { aroundChange } from '../../domain/planning/around-change.ts';
import { causedConflicts, draftConflicts, type DraftConflict } from '../../domain/planning/draft-conflicts.ts';
import type { EditionBoard, EditionFacts, Meeting, MeetingOrder, Placed } from '../../domain/edition-facts.ts';
import { interpreterKept, isOver, targetProblems } from '../../domain/planning/moves.ts';
import { plannerInput } from '../../domain/planning/planner-facts.ts';
import { sentenceOf } from '../../domain/planning/sentences.ts';
import { companyNames } from '../reader-names.ts';
import type { OrganiserScope } from '../../domain/scopes.ts';
import { loadHeld, type HeldMeeting } from '../../store/bookings.ts';
import { loadEditionBoard, loadEditionFacts, type EditionHead } from '../edition-facts.ts';
import { loadCounters, loadMeetings, loadOrders, lockRequests, lockSchedule, type Counters } from '../../store/meetings.ts';
import { loadNeighbourhood, sidesOf, type Change } from '../../store/neighbourhood.ts';
import { organise } from '../open-edition.ts';
import { publish, type Published } from './publish.ts';
import { showChanges } from './show-differences.ts';
import { tellParticipants } from '../agenda/tell-participants.ts';

/** The current schedule, whole or the part of it in which a change of a few meetings can cause a conflict. */
export interface OpenSchedule {
  readonly scope: OrganiserScope;
  readonly edition: EditionBoard;
  readonly meetings: readonly Meeting[];
  readonly orders: readonly MeetingOrder[];
  readonly held: readonly HeldMeeting[];
}

export interface WholeSchedule extends OpenSchedule {
  readonly edition: EditionFacts;
  readonly counters: Counters;
}

const unreleased = refuse({ kind: 'conflict', code: 'meetings.not_released_yet' } as const);

/**
 * The part of the current schedule around a change, read as the organiser; whoever is about to change it holds the two sides of its meetings. Places and
 * interpreters may be taken meanwhile: the constraints say so when it is written. Refuses where nothing was released yet.
 */
export async function scheduleAround(
  work: Work,
  scope: OrganiserScope,
  { counters, ...change }: Change & { readonly counters: Pick<Counters, 'lastRelease'> },
): Promise<Result<OpenSchedule>> {
  if (counters.lastRelease === 0) return unreleased;
  const near = await loadNeighbourhood(work.tx, scope.editionId, change);
  const edition = await loadEditionBoard(work, scope.editionId, {
    participants: [...new Set(near.meetings.flatMap(({ a, b }) => [a, b]))],
    places: [...new Set([...change.places, ...near.held.map(({ placeId }) => placeId)])],
  });
  return edition === null ? notFound('meetings.edition_unknown') : ok({ scope, edition, ...near });
}

/** Holds both sides of these meetings, as the organiser, until the transaction ends. */
export const lockSides = async (work: Work, scope: OrganiserScope, meetings: readonly string[]): Promise<Counters> =>
  lockRequests(work.tx, scope, await sidesOf(work.tx, scope.editionId, meetings));

/** The part around a change, whose sides are held. */
export const openAround = async (work: Work, scope: OrganiserScope, change: Change): Promise<Result<OpenSchedule>> =>
  scheduleAround(work, scope, { ...change, counters: await lockSides(work, scope, change.meetings) });

/** The whole schedule under the edition's lock, as the organiser, to put it right. Refuses where nothing was released yet. */
export const openSchedule = async (work: Work, scope: OrganiserScope, head: EditionHead): Promise<Result<WholeSchedule>> =>
  scheduleWith(work, scope, head, await lockSchedule(work.tx, scope));

/** The current schedule as the organiser, to look at: without a lock, so that nobody waits. Refuses where nothing was released yet. */
export const readSchedule = async (work: Work, scope: OrganiserScope, head: EditionHead): Promise<Result<WholeSchedule>> =>
  scheduleWith(work, scope, head, await loadCounters(work.tx, head.id));

async function scheduleWith(work: Work, scope: OrganiserScope, head: EditionHead, counters: Counters): Promise<Result<WholeSchedule>> {
  if (counters.lastRelease === 0) return unreleased;
  const edition = await loadEditionFacts(work, head.id);
  if (edition === null) return notFound('meetings.edition_unknown');
  const [meetings, orders] = [await loadMeetings(work.tx, head.id), await loadOrders(work.tx, head.id)];
  return ok({ scope, counters, edition, meetings, orders, held: await loadHeld(work.tx, head.id) });
}

const clashCodes: Readonly<Record<string, string>> = {
  'meetings.reason_seat_taken': 'meetings.seat_taken',
  'meetings.reason_place_taken': 'meetings.table_taken',
  'meetings.reason_place_full': 'meetings.table_taken',
  'meetings.reason_interpreter_taken': 'meetings.interpreter_taken',
};

/** The refusal of a change that would cause hard conflicts: a taken seat or table by its own code, all of them as problems. */
function refusalOf(caused: readonly DraftConflict[], problems: readonly Problem[]): Refusal {
  const code = caused.flatMap((c) => clashCodes[c.reason.code] ?? [])[0] ?? 'meetings.change_refused';
  return { kind: 'conflict', code, params: { count: problems.length }, problems };
}

/** Hard conflicts that the schedule would have and has not now; a schedule that is in use forbids where a draft only warns. */
function hindrance(open: OpenSchedule, after: readonly Placed[], reader: Language): Refusal | null {
  const near = aroundChange(open, open.held, after);
  const conflictsWith = (all: readonly Placed[]): readonly DraftConflict[] => {
    const placed = all.filter((p) => near.has(p.meetingId));
    const ids = new Set(placed.map((p) => p.meetingId));
    const input = plannerInput(open.edition, { meetings: open.meetings.filter((m) => ids.has(m.id)), orders: open.orders, pins: [] });
    return draftConflicts(open.edition, input, placed).filter((c) => c.severity === 'hard');
  };
  const caused = causedConflicts(conflictsWith(open.held), conflictsWith(after));
  if (caused.length === 0) return null;
  const names = companyNames(open.edition, open.meetings, reader);
  return refusalOf(
    caused,
    caused.map((c) => ({ path: [], ...sentenceOf(c.reason, names, reader) })),
  );
}

/** The refusal of a change after which nobody could interpret; whatever else stands against it is said with it. */
export function nobodyInterprets(open: OpenSchedule, after: readonly Placed[], reader: Language): Refusal {
  const code = 'meetings.no_interpreter_then';
  const others = hindrance(open, after, reader)?.problems ?? [];
  if (others.length === 0) return { kind: 'conflict', code };
  const problems = [...others, { path: [], code }];
  return { kind: 'conflict', code: 'meetings.change_refused', params: { count: problems.length }, problems };
}

/** Publishes the schedule with some meetings changed, `after` being what becomes of the part that is open, and tells those concerned; `onTheDay` is what the roster was told with it, `takesBack` the change that it takes back. */
export async function publishChange(
  work: Work,
  open: OpenSchedule,
  after: readonly Placed[],
  { origin, onTheDay, takesBack }: { readonly origin: string; readonly onTheDay?: DayNote; readonly takesBack?: number },
): Promise<Result<Published>> {
  const refusal = hindrance(open, after, work.actor.language);
  if (refusal !== null) return refuse(refusal);
  const { scope, edition, meetings, held } = open;
  const published = await publish(work, scope, {
    edition,
    meetings,
    before: held,
    after,
    release: { kind: 'change' },
    onTheDay,
    takesBack,
  });
  if (!published.ok) return published;
  await tellParticipants(work, scope, { ...published.value, edition, kind: 'change', origin });
  return published;
}

/** It is too late: what has been stays as it was. */
export const slotOver: Refusal = { kind: 'conflict', code: 'meetings.slot_over' };

export const showChangeRelease = (
  work: Work,
  { id, number, changes, meetings }: Published,
  { onTheDay = false, takesBack = null }: Partial<Pick<Answer<'moveBooking'>, 'onTheDay' | 'takesBack'>> = {},
): Answer<'moveBooking'> => ({
  id,
  number,
  publishedAt: work.now.toISOString(),
  planNumber: null,
  kind: 'change',
  onTheDay,
  takesBack,
  meetings,
  ...showChanges(changes),
});

async function openHeld(
  work: Work,
  input: Asked<'cancelBooking'>,
  target: Pick<Change, 'slots' | 'places'>,
): Promise<Result<OpenSchedule & { readonly meeting: Meeting; readonly now: Placed }>> {
  const organised = await organise(work, input.editionId);
  if (!organised.ok) return organised;
  const open = await openAround(work, organised.value.scope, { ...target, meetings: [input.meetingId] });
  if (!open.ok) return open;
  const meeting = open.value.meetings.find((m) => m.id === input.meetingId);
  const now = open.value.held.find((p) => p.meetingId === input.meetingId);
  if (meeting === undefined || now === undefined) return notFound('meetings.meeting_not_scheduled');
  return ok({ ...open.value, meeting, now });
}

/**
 * Moves a meeting of the current schedule. Refuses whatever would be a hard conflict, e.g. `meetings.seat_taken`, `meetings.table_taken`,
 * a time that has begun (`meetings.slot_over`), and, unless it is named, one at which nobody could interpret any more
 * (`meetings.no_interpreter_then`); a meeting that goes on may still change its place and interpreter.
 */
export async function moveBooking(work: Work, input: Asked<'moveBooking'>, origin: string): Promise<Result<Answer<'moveBooking'>>> {
  const opened = await openHeld(work, input, { slots: [input.slotId], places: [input.placeId] });
  if (!opened.ok) return opened;
  const { edition, held, meeting, now, scope } = opened.value;
  const slot = edition.slots.find((s) => s.id === input.slotId);
  const problems = targetProblems(edition, input);
  if (slot === undefined || problems.length > 0) return refuseInput(problems);
  if (isOver(slot, work.now.getTime(), now.slotId)) return refuse(slotOver);
  const draft = { edition, meetings: opened.value.meetings, orders: opened.value.orders, placed: held };
  const interpreterId = input.interpreterId === undefined ? interpreterKept(draft, meeting, slot) : input.interpreterId;
  const rest = held.filter((p) => p.meetingId !== meeting.id);
  const there = { meetingId: meeting.id, slotId: slot.id, placeId: input.placeId, pinned: true };
  if (interpreterId === undefined)
    return refuse(nobodyInterprets(opened.value, [...rest, { ...there, interpreterId: null }], work.actor.language));
  const moved = { ...there, interpreterId };
  if (now.slotId === moved.slotId && now.placeId === moved.placeId && now.interpreterId === interpreterId)
    return refuse({ kind: 'conflict', code: 'meetings.stands_there_already' });
  const published = await publishChange(work, opened.value, [...rest, moved], { origin });
  if (!published.ok) return published;
  await audit(work, {
    useCase: 'move-booking',
    office: scope.office,
    subjects: [meeting.id, published.value.id],
    fields: ['slot', 'place', 'interpreter'],
  });
  return ok(showChangeRelease(work, published.value));
}

/**
 * Cancels a meeting of the current schedule; both sides keep the entry as cancelled until the next plan is released.
 * Refuses one that is over (`meetings.slot_over`): what was, stays as it was.
 */
export async function cancelBooking(work: Work, input: Asked<'cancelBooking'>, origin: string): Promise<Result<Answer<'cancelBooking'>>> {
  const opened = await openHeld(work, input, { slots: [], places: [] });
  if (!opened.ok) return opened;
  const { edition, held, meeting, now, scope } = opened.value;
  const slot = edition.slots.find((s) => s.id === now.slotId);
  if (slot !== undefined && isOver(slot, work.now.getTime(), slot.id)) return refuse(slotOver);
  const published = await publishChange(
    work,
    opened.value,
    held.filter((p) => p.meetingId !== meeting.id),
    { origin },
  );
  if (!published.ok) return published;
  await audit(work, { useCase: 'cancel-booking', office: scope.office, subjects: [meeting.id, published.value.id], fields: ['cancelled'] });
  return ok(showChangeRelease(work, published.value));
}
