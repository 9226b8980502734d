// A side proposes another time for a meeting of theirs; the other accepts in one step, and the schedule changes by the organiser's own guarded way.
import { notFound, ok, refuse, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { instantText } from '../../domain/agenda/venue-clock.ts';
import { isStanding, lapsesAt, stateOf } from '../../domain/agenda/moving.ts';
import type { EditionHall } from '../../domain/edition-facts.ts';
import { answerMoveRow, closeExchange, loadMoves, type MoveRow } from '../../store/moves.ts';
import { openParticipant } from '../open-edition.ts';
import type { Published } from '../schedule/publish.ts';
import { publishChange, scheduleAround } from '../schedule/change-booking.ts';
import { participantRef, placeRef, slotRef, unknownParticipant } from '../show-refs.ts';
import { answerExchange, exchangesOf } from './exchange-meetings.ts';
import { freeTimes, heldMeeting, notAllowed, toLook, toMove, type Moving } from './moving-schedule.ts';
import {
  audited,
  gone,
  isReached,
  keepMove,
  ofMove,
  only,
  openMove,
  show,
  taken,
  tellOrganiser,
  tellOther,
  tooLate,
  type Kept,
  type Shown,
} from './proposals.ts';

/** Proposals of both sides without what the other asked the organiser, and whether the edition allows any. */
export async function listMoves(work: Work, input: Asked<'listMoves'>): Promise<Result<Answer<'listMoves'>>> {
  const opened = await openParticipant(work, input.editionId, input.participantId, 'viewer');
  if (!opened.ok) return opened;
  const { participant, scope } = opened.value;
  let rows: readonly MoveRow[] = [];
  const ofRows = async (acting: Work) => {
    const seen = ({ toSlot, fromParticipant }: MoveRow) =>
      toSlot !== null || fromParticipant === participant.id || scope.side === 'organiser';
    rows = (await loadMoves(acting.tx, input.editionId, participant.id)).filter(seen);
    return rows.map(({ meetingId }) => meetingId);
  };
  const found = await toLook(work, scope, ofRows, async (_acting, moving) => {
    const entries = rows.flatMap((row) => show(moving, participant.id, row, work.now.getTime()) ?? []);
    return ok({ movesUntilMinutes: moving.movesUntilMinutes, entries });
  });
  // Before anything is released there is nothing to move.
  return !found.ok && found.refusal.code === 'meetings.not_released_yet' ? ok({ movesUntilMinutes: null, entries: [] }) : found;
}

/** Times to which one of the participant's meetings could go by agreement, and meetings of theirs with which it could change times; none where the edition allows no moves. */
export async function listMoveTimes(work: Work, input: Asked<'listMoveTimes'>): Promise<Result<Answer<'listMoveTimes'>>> {
  const opened = await openParticipant(work, input.editionId, input.participantId, 'viewer');
  if (!opened.ok) return opened;
  const { participant, scope, edition } = opened.value;
  return toLook(work, scope, only(input.meetingId), async (acting, moving): Promise<Result<Answer<'listMoveTimes'>>> => {
    const held = heldMeeting(moving, participant.id, input.meetingId);
    if (!held.ok) return held;
    const { places } = edition;
    const { interpreters } = moving.schedule.edition;
    const times = (await freeTimes(acting, moving, edition, held.value, participant.id)).flatMap(
      ({ slot, placeId, interpreterId, until }) => {
        const place = places.find(({ id }) => id === placeId);
        const interpreter = interpreters.find(({ id }) => id === interpreterId)?.name ?? null;
        return place === undefined ? [] : [{ slot: slotRef(slot), place: placeRef(place), interpreter, until: instantText(until) }];
      },
    );
    const reached = await isReached(acting, moving, held.value.otherId);
    const exchanges = (await exchangesOf(acting, moving, edition, held.value, participant.id)).map(({ with: other, until }) => ({
      meetingId: other.meeting.id,
      slot: slotRef(other.slot),
      with: participantRef(
        moving.schedule.edition.participants.find(({ id }) => id === other.otherId) ?? unknownParticipant(other.otherId),
      ),
      until: instantText(until),
    }));
    return ok({ times, exchanges, reached, movesUntilMinutes: moving.movesUntilMinutes });
  });
}

/** Asks the organiser to find another time for a meeting or to cancel it, whether or not its sides may move it; it stands in the organiser's to-do until answered. */
export async function askOrganiser(work: Work, input: Asked<'askOrganiser'>, origin: string): Promise<Result<Shown>> {
  const opened = await openParticipant(work, input.editionId, input.participantId, 'editor');
  if (!opened.ok) return opened;
  const { participant, scope } = opened.value;
  const row = await toMove(work, scope, only(input.meetingId), async (acting, moving): Promise<Result<Kept>> => {
    const held = heldMeeting(moving, participant.id, input.meetingId);
    if (!held.ok) return held;
    if (held.value.slot.start <= work.now.getTime()) return refuse(tooLate);
    const { wants, note } = input;
    const said = {
      fromParticipant: participant.id,
      toSlot: null,
      lapsesAt: held.value.slot.start,
      asks: 'organiser' as const,
      wants,
      note,
      exchangeId: null,
    };
    await tellOrganiser(acting, moving, { side: scope.side, origin });
    return ok(await keepMove(acting, moving, held.value, said));
  });
  if (!row.ok) return row;
  await audited(work, scope, 'ask-organiser', row.value);
  return row.value.shown === null ? notFound('meetings.move_unknown') : ok(row.value.shown);
}

/** Proposes a time that is free for both, to the organiser where the other side cannot be told; one proposal a meeting, so that an earlier one is taken back. */
export async function proposeMove(work: Work, input: Asked<'proposeMove'>, origin: string): Promise<Result<Shown>> {
  const opened = await openParticipant(work, input.editionId, input.participantId, 'editor');
  if (!opened.ok) return opened;
  const { participant, scope, edition } = opened.value;
  const now = work.now.getTime();
  const row = await toMove(work, scope, only(input.meetingId), async (acting, moving): Promise<Result<Kept>> => {
    if (moving.movesUntilMinutes === null) return notAllowed;
    const held = heldMeeting(moving, participant.id, input.meetingId);
    if (!held.ok) return held;
    const standing = (await loadMoves(acting.tx, input.editionId, participant.id)).find(
      (one) => one.meetingId === input.meetingId && isStanding(one.state) && one.fromParticipant !== participant.id && one.toSlot !== null,
    );
    // Two who propose at once: the second answers the first instead.
    if (standing !== undefined && isStanding(stateOf(standing, now, held.value.now.slotId)))
      return refuse({ kind: 'conflict', code: 'meetings.move_proposed_already' });
    const slot = moving.schedule.edition.slots.find(({ id }) => id === input.slotId);
    if (slot === undefined) return notFound('meetings.slot_unknown');
    const lapses = lapsesAt({ now: held.value.slot.start, then: slot.start }, moving.movesUntilMinutes, now);
    if (lapses === null) return refuse(tooLate);
    const times = await freeTimes(acting, moving, edition, held.value, participant.id);
    if (!times.some(({ slotId }) => slotId === slot.id)) return refuse(taken);
    const reached = await isReached(acting, moving, held.value.otherId);
    const asks = reached ? ('other_side' as const) : ('organiser' as const);
    const said = {
      fromParticipant: participant.id,
      toSlot: slot.id,
      lapsesAt: lapses,
      asks,
      wants: 'move' as const,
      note: '',
      exchangeId: null,
    };
    const kept = await keepMove(acting, moving, held.value, said);
    if (reached) await tellOther(acting, moving, { otherId: held.value.otherId, kind: 'proposed', origin });
    else await tellOrganiser(acting, moving, { side: scope.side, origin });
    return ok(kept);
  });
  if (!row.ok) return row;
  await audited(work, scope, 'propose-move', row.value);
  return row.value.shown === null ? notFound('meetings.move_unknown') : ok(row.value.shown);
}

/** Changes the schedule as a proposal says: the meeting moves, or is cancelled; both sides are told as of any change. */
async function carryOut(
  acting: Work,
  moving: Moving,
  edition: EditionHall,
  us: string,
  row: MoveRow,
  origin: string,
): Promise<Result<Published>> {
  const held = heldMeeting(moving, us, row.meetingId);
  if (!held.ok) return held;
  const { schedule: opened, counters } = moving;
  if (row.wants === 'cancel') {
    const rest = opened.held.filter(({ meetingId }) => meetingId !== row.meetingId);
    return publishChange(acting, opened, rest, { origin });
  }
  if (row.toSlot === null) return refuse({ kind: 'conflict', code: 'meetings.move_names_no_time' });
  const time = (await freeTimes(acting, moving, edition, held.value, us)).find(({ slotId }) => slotId === row.toSlot);
  if (time === undefined) return refuse(taken);
  const { meetingId, slotId, placeId, interpreterId } = time;
  const schedule = await scheduleAround(acting, opened.scope, { counters, meetings: [meetingId], slots: [slotId], places: [placeId] });
  if (!schedule.ok) return schedule;
  const others = schedule.value.held.filter((one) => one.meetingId !== meetingId);
  return publishChange(acting, schedule.value, [...others, { meetingId, slotId, placeId, interpreterId, pinned: true }], { origin });
}

/**
 * Accepts, which moves or cancels the meeting and tells both sides as any change of the schedule does; or declines, which tells who proposed. The
 * other side answers a time, the organiser what it was asked and, for a side that cannot be told, what was proposed to it.
 */
export async function answerMove(work: Work, input: Asked<'answerMove'>, origin: string): Promise<Result<Shown>> {
  const opened = await openParticipant(work, input.editionId, input.participantId, 'editor');
  if (!opened.ok) return opened;
  const { participant, scope, edition } = opened.value;
  const done = await toMove(work, scope, ofMove(input.moveId), async (acting, moving): Promise<Result<Kept>> => {
    const found = await openMove(acting, moving, participant.id, { moveId: input.moveId, states: ['open'] });
    if (!found.ok) return found;
    const row = found.value;
    if (scope.side === 'own') {
      if (row.fromParticipant === participant.id) return refuse({ kind: 'conflict', code: 'meetings.move_is_own' });
      if (row.toSlot === null) return notFound('meetings.move_unknown');
    }
    if (row.exchangeId !== null) return answerExchange(acting, moving, { row, answer: input.answer, us: participant.id, edition, origin });
    const state = input.answer === 'accept' ? ('accepted' as const) : ('declined' as const);
    if (!(await answerMoveRow(acting.tx, moving.schedule.scope, { id: row.id, state, at: work.now }))) return refuse(gone);
    const kept = { ...row, shown: show(moving, participant.id, { ...row, state }, work.now.getTime()) };
    if (state === 'declined') {
      await tellOther(acting, moving, { otherId: row.fromParticipant, kind: row.toSlot === null ? 'stays' : 'declined', origin });
      return ok(kept);
    }
    const published = await carryOut(acting, moving, edition, participant.id, row, origin);
    return published.ok ? ok(kept) : published;
  });
  if (!done.ok) return done;
  await audited(work, scope, 'answer-move', done.value);
  return done.value.shown === null ? notFound('meetings.move_unknown') : ok(done.value.shown);
}

/** Takes back one's own proposal. */
export async function withdrawMove(work: Work, input: Asked<'withdrawMove'>): Promise<Result<Shown>> {
  const opened = await openParticipant(work, input.editionId, input.participantId, 'editor');
  if (!opened.ok) return opened;
  const { participant, scope } = opened.value;
  const done = await toMove(work, scope, ofMove(input.moveId), async (acting, moving): Promise<Result<Kept>> => {
    const found = await openMove(acting, moving, participant.id, { moveId: input.moveId, states: ['open', 'agreed'] });
    if (!found.ok) return found;
    if (found.value.fromParticipant !== participant.id) return refuse({ kind: 'conflict', code: 'meetings.move_not_own' });
    const { id, exchangeId } = found.value;
    if (exchangeId !== null) await closeExchange(acting.tx, moving.schedule.scope, exchangeId, work.now);
    else if (!(await answerMoveRow(acting.tx, moving.schedule.scope, { id, state: 'withdrawn', at: work.now }))) return refuse(gone);
    return ok({ ...found.value, shown: show(moving, participant.id, { ...found.value, state: 'withdrawn' }, work.now.getTime()) });
  });
  if (!done.ok) return done;
  await audited(work, scope, 'withdraw-move', done.value);
  return done.value.shown === null ? notFound('meetings.move_unknown') : ok(done.value.shown);
}
