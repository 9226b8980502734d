// Two meetings of one side change times: both other sides are asked, and it happens once both have agreed; nothing before.
import { ok, refuse, type Refusal, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../../contract.ts';
import { holesOf } from '../../domain/agenda/holes.ts';
import { agreedUntil, isStanding, lapsesAt, stateOf } from '../../domain/agenda/moving.ts';
import type { EditionHall, Placed } from '../../domain/edition-facts.ts';
import type { ParticipantScope } from '../../domain/scopes.ts';
import { answerMoveRow, closeExchange, loadExchange, loadMoves, type MoveRow } from '../../store/moves.ts';
import { freeAround } from '../agenda/free-around.ts';
import { openParticipant } from '../open-edition.ts';
import { publishChange, scheduleAround } from '../schedule/change-booking.ts';
import { heldMeeting, notAllowed, toMove, type HeldNow, type Moving } from './moving-schedule.ts';
import {
  audited,
  gone,
  isReached,
  keepMove,
  show,
  standsIn,
  taken,
  tellOrganiser,
  tellOther,
  tooLate,
  type Kept,
  type Shown,
} from './proposals.ts';

const sameTime: Refusal = { kind: 'conflict', code: 'meetings.exchange_same_time' };
const cannotBe: Refusal = { kind: 'conflict', code: 'meetings.exchange_clashes' };

/** Where one of the meetings would be held in the other's time, by both ids; what stands there is not looked at twice. */
type Spots = (one: HeldNow, other: HeldNow) => Placed | null;

/** Where each of these meetings of a participant could be held in the time of another of them, none of them standing. One query. */
async function spotsAmong(acting: Work, hall: EditionHall, of: readonly HeldNow[], us: string): Promise<Spots> {
  const { slots: allSlots, places } = hall;
  const slots = allSlots.filter((slot) => of.some((one) => one.slot.id === slot.id));
  const moving = of.map(({ meeting }) => meeting.id);
  const around = await freeAround(acting, hall, { participants: [us], slots: slots.map((slot) => slot.id), moving });
  const there = { slots, allSlots, places, participants: around.participants, interpreters: around.interpreters };
  // A session that was wished binds no longer what all agree on.
  const open = of.map(({ meeting }) => ({ ...meeting, session: null, fixedSlot: null }));
  const holes = holesOf(there, { ...around, now: acting.now.getTime() }, open, [us]).get(us) ?? [];
  const isTable = (placeId: string): boolean => places.some((place) => place.id === placeId && place.kind === 'table');
  return (one, other) => {
    const candidate = holes
      .find(({ slotId }) => slotId === other.slot.id)
      ?.candidates.find(({ meetingId }) => meetingId === one.meeting.id);
    if (candidate === undefined || candidate.unspoken) return null;
    // Whoever changes times changes tables, too: the other's is free then.
    const placeId = isTable(candidate.placeId) && isTable(other.now.placeId) ? other.now.placeId : candidate.placeId;
    return { meetingId: one.meeting.id, slotId: other.slot.id, placeId, interpreterId: candidate.interpreterId, pinned: true };
  };
}

/** Both meetings in each other's time; null where one of the three is not free, or no place or interpreter is. */
async function exchanged(
  acting: Work,
  edition: EditionHall,
  [one, other]: readonly [HeldNow, HeldNow],
  us: string,
): Promise<readonly Placed[] | null> {
  const spots = await spotsAmong(acting, edition, [one, other], us);
  const [first, second] = [spots(one, other), spots(other, one)];
  return first === null || second === null ? null : [first, second];
}

export interface Exchange {
  readonly with: HeldNow;
  /** Until when it can be agreed, UTC milliseconds. */
  readonly until: number;
}

/** Meetings of the participant with which one of theirs could change times; none where the edition allows no moves. One query. */
export async function exchangesOf(
  acting: Work,
  moving: Moving,
  edition: EditionHall,
  one: HeldNow,
  us: string,
): Promise<readonly Exchange[]> {
  const at = acting.now.getTime();
  const others = moving.schedule.held.flatMap((held): readonly Exchange[] => {
    const found = heldMeeting(moving, us, held.meetingId);
    if (!found.ok || found.value.slot.id === one.slot.id) return [];
    const until = agreedUntil({ now: one.slot.start, then: found.value.slot.start }, moving.movesUntilMinutes);
    return until === null || until <= at ? [] : [{ with: found.value, until }];
  });
  if (others.length === 0) return [];
  const spots = await spotsAmong(acting, edition, [one, ...others.map((other) => other.with)], us);
  return others.filter(({ with: other }) => spots(one, other) !== null && spots(other, one) !== null);
}

interface Telling extends Pick<ParticipantScope, 'side'> {
  readonly origin: string;
}

/** Keeps one of the two proposals and asks its other side, or the organiser where that cannot be told. */
async function askFor(
  acting: Work,
  moving: Moving,
  held: HeldNow,
  said: { readonly us: string; readonly toSlot: string; readonly lapsesAt: number; readonly exchangeId: string } & Telling,
): Promise<Kept> {
  const reached = await isReached(acting, moving, held.otherId);
  const { us, side, origin, ...kept } = said;
  const asks = reached ? ('other_side' as const) : ('organiser' as const);
  const row = await keepMove(acting, moving, held, { ...kept, fromParticipant: us, asks, wants: 'move', note: '' });
  if (reached) await tellOther(acting, moving, { otherId: held.otherId, kind: 'proposed', origin });
  else await tellOrganiser(acting, moving, { side, origin });
  return row;
}

/** Proposes that two meetings of a side change times, in place of what it proposed for them before. */
export async function proposeExchange(work: Work, input: Asked<'proposeExchange'>, origin: string): Promise<Result<Shown>> {
  const opened = await openParticipant(work, input.editionId, input.participantId, 'editor');
  if (!opened.ok) return opened;
  const { participant, scope, edition } = opened.value;
  const now = work.now.getTime();
  const both = () => Promise.resolve([input.meetingId, input.withMeetingId]);
  const done = await toMove(work, scope, both, async (acting, moving): Promise<Result<Kept>> => {
    if (moving.movesUntilMinutes === null) return notAllowed;
    const [one, other] = [input.meetingId, input.withMeetingId].map((id) => heldMeeting(moving, participant.id, id));
    if (one?.ok !== true) return one ?? refuse(gone);
    if (other?.ok !== true) return other ?? refuse(gone);
    const pair = [one.value, other.value] as const;
    if (one.value.slot.id === other.value.slot.id) return refuse(sameTime);
    const theirs = (await loadMoves(acting.tx, input.editionId, participant.id)).some(
      (row) =>
        pair.some(({ meeting }) => meeting.id === row.meetingId) &&
        row.fromParticipant !== participant.id &&
        row.toSlot !== null &&
        isStanding(stateOf(row, now, standsIn(moving, row))),
    );
    if (theirs) return refuse({ kind: 'conflict', code: 'meetings.move_proposed_already' });
    const lapses = lapsesAt({ now: one.value.slot.start, then: other.value.slot.start }, moving.movesUntilMinutes, now);
    if (lapses === null) return refuse(tooLate);
    if ((await exchanged(acting, edition, pair, participant.id)) === null) return refuse(cannotBe);
    const said = { us: participant.id, lapsesAt: lapses, exchangeId: acting.newId<'Move'>(), side: scope.side, origin };
    const kept = await askFor(acting, moving, one.value, { ...said, toSlot: other.value.slot.id });
    await askFor(acting, moving, other.value, { ...said, toSlot: one.value.slot.id });
    return ok(kept);
  });
  if (!done.ok) return done;
  await audited(work, scope, 'propose-exchange', done.value);
  return done.value.shown === null ? refuse(gone) : ok(done.value.shown);
}

interface Answered {
  readonly row: MoveRow;
  readonly answer: 'accept' | 'decline';
  /** The participant whose agenda the proposal is answered in. */
  readonly us: string;
  readonly edition: EditionHall;
  readonly origin: string;
}

/** Declined by one, it is over for all; agreed to by one, it waits for the other; agreed to by both, it happens. The sides of both meetings are held. */
export async function answerExchange(acting: Work, moving: Moving, { row, answer, us, edition, origin }: Answered): Promise<Result<Kept>> {
  const { scope } = moving.schedule;
  const at = acting.now;
  const rows = await loadExchange(acting.tx, scope.editionId, row.exchangeId ?? '');
  const sibling = rows.find(({ id }) => id !== row.id);
  if (sibling === undefined || !isStanding(stateOf(sibling, at.getTime(), standsIn(moving, sibling)))) return refuse(gone);
  const shown = (state: MoveRow['state']): Kept => ({ ...row, state, shown: show(moving, us, { ...row, state }, at.getTime()) });
  if (answer === 'decline') {
    await answerMoveRow(acting.tx, scope, { id: row.id, state: 'declined', at });
    await closeExchange(acting.tx, scope, sibling.exchangeId ?? '', at);
    await tellOther(acting, moving, { otherId: row.fromParticipant, kind: 'declined', origin });
    const left = heldMeeting(moving, row.fromParticipant, sibling.meetingId);
    if (left.ok && sibling.asks === 'other_side')
      await tellOther(acting, moving, { otherId: left.value.otherId, kind: 'not_exchanged', origin });
    return ok(shown('declined'));
  }
  if (sibling.state === 'open') {
    await answerMoveRow(acting.tx, scope, { id: row.id, state: 'agreed', at });
    return ok(shown('agreed'));
  }
  const [one, other] = [row, sibling].map(({ meetingId }) => heldMeeting(moving, row.fromParticipant, meetingId));
  if (one?.ok !== true || other?.ok !== true) return refuse(gone);
  const spots = await exchanged(acting, edition, [one.value, other.value], row.fromParticipant);
  if (spots === null) return refuse(taken);
  for (const { id } of rows) await answerMoveRow(acting.tx, scope, { id, state: 'accepted', at });
  const schedule = await scheduleAround(acting, scope, {
    counters: moving.counters,
    meetings: spots.map(({ meetingId }) => meetingId),
    slots: spots.map(({ slotId }) => slotId),
    places: spots.map(({ placeId }) => placeId),
  });
  if (!schedule.ok) return schedule;
  const rest = schedule.value.held.filter(({ meetingId }) => !spots.some((spot) => spot.meetingId === meetingId));
  const published = await publishChange(acting, schedule.value, [...rest, ...spots], { origin });
  return published.ok ? ok(shown('accepted')) : published;
}
