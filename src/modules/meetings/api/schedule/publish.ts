// Publishes a state of the schedule: bookings under their constraints, agendas, the immutable release, and word to those concerned.
import { announce } from '#modules/accounts/api/programs/announce.ts';
import { ok, refuse, type Refusal, type Result } from '#kernel/result.ts';
import type { DayNote } from '../../domain/schedule/day-changes.ts';
import type { Work } from '#platform/work.ts';
import { isRestedFor, longestStretch, workOf } from '../../domain/agenda/interpreted.ts';
import { bookingsOf, type Booking } from '../../domain/schedule/bookings.ts';
import type { EditionBoard, Meeting, Placed } from '../../domain/edition-facts.ts';
import type { OrganiserScope } from '../../domain/scopes.ts';
import { bookingsToChange, deleteBookings, insertBookings, loadInterpreting, loadSeats, type BookingClash } from '../../store/bookings.ts';
import { takeReleaseNumber } from '../../store/meetings.ts';
import { insertRelease, type ChangeTold, type Moved, type NewRelease, type Snapshot } from '../../store/releases.ts';
import { freeSeat, type SeatTaken } from '../../domain/schedule/seats.ts';
import { queueFollowsWishes } from '../queue/follow-wishes.ts';
import { agendasOf, rewriteAgendas, rewriteAll, type Told } from './rewrite-agendas.ts';
import { differencesIn, toldChanges, toldMeetings } from './show-differences.ts';

export interface Publication {
  readonly edition: EditionBoard;
  /** All meetings on record that are `before` or `after`. */
  readonly meetings: readonly Meeting[];
  /** The whole schedule of a plan; of a change the part that it is seen in, the rest being the same before and after. */
  readonly before: readonly Placed[];
  readonly after: readonly Placed[];
  readonly release: { readonly kind: 'plan'; readonly planId: string } | { readonly kind: 'change' };
  /** What the roster was told together with it. */
  readonly onTheDay?: DayNote | undefined;
  /** Number of the change that it takes back. */
  readonly takesBack?: number | undefined;
}

export interface Published extends Told {
  readonly id: string;
  readonly number: number;
  /** From the schedule before; of the first one none. */
  readonly changes: readonly ChangeTold[];
  readonly meetings: number;
}

/** What a broken constraint of the schedule means to the one who tried. */
export const clashRefusal: Readonly<Record<BookingClash, Refusal>> = {
  seat: { kind: 'conflict', code: 'meetings.seat_taken' },
  place: { kind: 'conflict', code: 'meetings.table_taken' },
  interpreter: { kind: 'conflict', code: 'meetings.interpreter_taken' },
};

/** Bookings of a few meetings beside those that stand: each takes the lowest seat that is free, or the last, which the constraint refuses. One query. */
async function besideOthers(
  work: Work,
  { editionId }: OrganiserScope,
  edition: EditionBoard,
  { bookings, touched }: { readonly bookings: readonly Booking[]; readonly touched: readonly string[] },
): Promise<readonly Booking[]> {
  const seatsOf = (holder: Booking['holder']): number =>
    (holder.kind === 'place' ? edition.places : edition.participants).find((x) => x.id === holder.id)?.seats ?? 1;
  const owners = new Set(bookings.flatMap(({ holder }) => (holder.kind === 'interpreter' ? [] : [holder.id])));
  const taken = new Map<string, readonly SeatTaken[]>(
    Map.groupBy(await loadSeats(work.tx, editionId, [...owners], bookings, touched), ({ owner }) => owner),
  );
  return bookings.map((booking) => {
    const { holder } = booking;
    if (holder.kind === 'interpreter') return booking;
    const [standing, seats] = [taken.get(holder.id) ?? [], seatsOf(holder)];
    const seat = freeSeat(standing, booking, seats) ?? seats;
    // Those of the same change, whose rows are not written yet, sit somewhere too.
    taken.set(holder.id, [...standing, { start: booking.start, end: booking.end, seat }]);
    return { ...booking, holder: { ...holder, seat } };
  });
}

/**
 * Why somebody who is given a meeting, or another time of one, would go beyond their longest stretch; null where nobody does. No constraint of the
 * schedule can say so: it is asked once nobody else can change the schedule any more. One query, where it matters.
 */
async function withoutRest(
  work: Work,
  { editionId }: OrganiserScope,
  { edition, before }: Publication,
  bookings: readonly Booking[],
): Promise<Refusal | null> {
  const stood = new Set(before.map(({ meetingId, slotId, interpreterId }) => `${meetingId} ${slotId} ${interpreterId}`));
  const given = edition.interpreters.flatMap((interpreter) => {
    const theirs = bookings.filter(({ holder }) => holder.kind === 'interpreter' && holder.id === interpreter.id);
    const isNew = theirs.some(({ meetingId, slotId }) => !stood.has(`${meetingId} ${slotId} ${interpreter.id}`));
    return (interpreter.longestMinutes ?? null) === null || !isNew ? [] : [{ interpreter, theirs }];
  });
  if (given.length === 0) return null;
  const standing = await loadInterpreting(
    work.tx,
    editionId,
    given.map(({ interpreter }) => interpreter.id),
  );
  for (const { interpreter, theirs } of given) {
    const others = [...standing.filter(({ interpreterId }) => interpreterId === interpreter.id), ...workOf(interpreter)];
    const tiring = theirs.find(
      (one) =>
        !stood.has(`${one.meetingId} ${one.slotId} ${interpreter.id}`) &&
        !isRestedFor(interpreter, [...others, ...theirs.filter((x) => x !== one)], one),
    );
    if (tiring === undefined) continue;
    const params = {
      name: interpreter.name,
      minutes: longestStretch([...others, ...theirs], interpreter.restMinutes),
      most: interpreter.longestMinutes ?? 0,
    };
    return { kind: 'conflict', code: 'meetings.interpreter_needs_rest', params };
  }
  return null;
}

/** What a change books, each with its seat: the meetings that it touches. */
async function bookedByChange(
  work: Work,
  scope: OrganiserScope,
  { edition, meetings, after }: Publication,
  touched: readonly string[],
): Promise<readonly Booking[]> {
  const of = new Set(touched);
  const bookings = bookingsOf(
    edition,
    meetings,
    after.filter((p) => of.has(p.meetingId)),
  );
  return besideOthers(work, scope, edition, { bookings, touched });
}

interface Booked {
  readonly number: number;
  readonly touched: readonly string[];
  /** Of a change; those of a plan are two hundred thousand at worst, which nobody holds beyond their writing. */
  readonly bookings: readonly Booking[] | null;
}

/** Frees what is held otherwise from now on and books what is; a refusal where a constraint, or a rest, speaks against it. */
async function book(
  work: Work,
  scope: OrganiserScope,
  publication: Publication,
  { number, touched, bookings }: Booked,
): Promise<Refusal | null> {
  const { edition, meetings, before, after } = publication;
  const stood = new Set(before.map(({ meetingId }) => meetingId));
  const change =
    bookings === null
      ? await bookingsToChange(work.tx, scope, bookingsOf(edition, meetings, after))
      : { free: touched.filter((meeting) => stood.has(meeting)), book: bookings };
  await deleteBookings(work.tx, scope, change.free);
  const tired = bookings === null ? null : await withoutRest(work, scope, publication, bookings);
  if (tired !== null) return tired;
  if (change.book.length === 0) return null;
  const clash = await insertBookings(work.tx, scope, { release: number, bookings: change.book, newId: () => work.newId<'Booking'>() });
  return clash === null ? null : clashRefusal[clash];
}

function snapshotOf({ edition, after }: Publication, told: ReturnType<typeof toldMeetings>): Snapshot {
  const slots = new Map(edition.slots.map((s) => [s.id, s]));
  const places = new Map(edition.places.map((p) => [p.id, p.code]));
  const interpreters = new Map(edition.interpreters.map((i) => [i.id, i.name]));
  const meetings = after.flatMap((p) => {
    const [meeting, slot] = [told.get(p.meetingId), slots.get(p.slotId)];
    if (meeting === undefined || slot === undefined) return [];
    const { slotId, placeId, interpreterId } = p;
    const names = {
      placeCode: places.get(placeId) ?? '?',
      interpreter: interpreterId === null ? null : (interpreters.get(interpreterId) ?? null),
    };
    return [{ meeting, slotId, placeId, interpreterId, ...names, start: slot.start, end: slot.end }];
  });
  return { edition: { name: edition.name, timeZone: edition.timeZone }, meetings };
}

/** What a change moved: each of the meetings that differ, where it was and is held. */
function movedOf({ before, after }: Publication, touched: readonly string[]): readonly Moved[] {
  const seats = (placed: readonly Placed[]) =>
    new Map(placed.map(({ meetingId, slotId, placeId, interpreterId }) => [meetingId, { slotId, placeId, interpreterId }]));
  const [was, is] = [seats(before), seats(after)];
  return touched.map((meetingId) => ({ meetingId, before: was.get(meetingId) ?? null, after: is.get(meetingId) ?? null }));
}

const keptOf = (publication: Publication, touched: readonly string[], told: ReturnType<typeof toldMeetings>): NewRelease['kept'] => {
  const { release, before, after } = publication;
  if (release.kind === 'plan') return { ...release, snapshot: snapshotOf(publication, told) };
  return { kind: 'change', moved: movedOf(publication, touched), more: after.length - before.length };
};

/**
 * Publishes as the organiser: the whole under the edition's lock, a change while its sides are held. Refuses where a constraint of the schedule is broken: somebody else was faster,
 * or the state itself books a seat twice.
 */
export async function publish(work: Work, scope: OrganiserScope, publication: Publication): Promise<Result<Published>> {
  const { edition, meetings, before, after } = publication;
  const { kind } = publication.release;
  const differences = differencesIn(edition, before, after);
  const touched = differences.map((d) => d.meetingId);
  const only = kind === 'plan' ? undefined : touched;
  const [bookings, agendas] =
    only === undefined
      ? [null, null]
      : await Promise.all([bookedByChange(work, scope, publication, touched), agendasOf(work, scope, publication, only)]);
  // From here on the next one waits: what can be read beforehand was.
  const number = await takeReleaseNumber(work.tx, scope);
  const refusal = await book(work, scope, publication, { number, touched, bookings });
  if (refusal !== null) return refuse(refusal);
  const { was, concerned, interpreters } = await (agendas === null
    ? rewriteAll(work, scope, publication, number)
    : rewriteAgendas(work, scope, agendas, { kind, number }));
  const told = toldMeetings(edition, meetings);
  // The first schedule changes nothing for anybody.
  const changes = number === 1 ? [] : toldChanges(differences, told);
  const id = work.newId<'Release'>();
  const by = { publishedAt: work.now, publishedBy: work.actor.account };
  const inForce = await insertRelease(work.tx, scope, {
    id,
    number,
    kept: keptOf(publication, touched, told),
    ...by,
    changes,
    onTheDay: publication.onTheDay,
    takesBack: publication.takesBack,
  });
  const moved = new Set(touched);
  const sides = meetings.flatMap(({ id: meetingId, a, b }) => (moved.has(meetingId) ? [a, b] : []));
  if (sides.length > 0) await queueFollowsWishes(work, scope, kind === 'plan' ? undefined : [...new Set(sides)]);
  await announce(work, {
    event: kind === 'plan' ? 'schedule.released' : 'schedule.changed',
    offices: [...new Set([scope.office, ...concerned.flatMap(({ offices }) => offices)])],
    subjects: { editionId: scope.editionId, releaseId: id, number },
  });
  return ok({ id, number, changes, concerned, was, interpreters, meetings: inForce });
}
