// A side proposes another time for a meeting of theirs; the other accepts in one step, and the schedule changes by the organiser's own guarded way.
import { chooseText } from '#kernel/language.ts';
import { notFound, ok, refuse, type Refusal, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { instantText } from '../../domain/agenda/venue-clock.ts';
import { moveLetter } from '../../domain/agenda/letters.ts';
import { lapsesAt, stateOf } from '../../domain/agenda/moving.ts';
import type { EditionHall } from '../../domain/edition-facts.ts';
import type { OrganiserScope, ParticipantScope } from '../../domain/scopes.ts';
import { answerMoveRow, closeMoves, insertMove, loadMove, loadMoves, type MoveRow } from '../../store/moves.ts';
import { reachOf, tellOffices } from '../agenda/tell-participants.ts';
import { openParticipant } from '../open-edition.ts';
import type { Published } from '../schedule/publish.ts';
import { publishChange, scheduleAround } from '../schedule/change-booking.ts';
import { participantRef, placeRef, slotRef, unknownParticipant } from '../show-refs.ts';
import { freeTimes, heldMeeting, notAllowed, toLook, toMove, type HeldNow, type Moving } from './moving-schedule.ts';

type Shown = Answer<'proposeMove'>;

const gone: Refusal = { kind: 'conflict', code: 'meetings.move_over' };
const tooLate: Refusal = { kind: 'conflict', code: 'meetings.move_too_late' };
const taken: Refusal = { kind: 'conflict', code: 'meetings.move_time_taken' };

/** A proposal as one of the two sides sees it; null where its times are no more. */
function show({ schedule }: Moving, us: string, row: MoveRow, now: number): Shown | null {
  const { slots, participants } = schedule.edition;
  const meeting = schedule.meetings.find(({ id }) => id === row.meetingId);
  const [from, to] = [row.fromSlot, row.toSlot].map((id) => slots.find((slot) => slot.id === id));
  if (meeting === undefined || from === undefined || (row.toSlot !== null && to === undefined)) return null;
  const otherId = meeting.a === us ? meeting.b : meeting.a;
  const standsIn = schedule.held.find(({ meetingId }) => meetingId === row.meetingId)?.slotId ?? null;
  return {
    ...{
      id: row.id,
      meetingId: row.meetingId,
      from: slotRef(from),
      to: to === undefined ? null : slotRef(to),
      isOwn: row.fromParticipant === us,
    },
    with: participantRef(participants.find(({ id }) => id === otherId) ?? unknownParticipant(otherId)),
    state: stateOf(row, now, standsIn),
    lapsesAt: instantText(row.lapsesAt),
    ...{ asks: row.asks, wants: row.wants, note: row.note },
  };
}

const only = (meetingId: string) => () => Promise.resolve([meetingId]);

/** The meeting of a proposal; none where there is no such proposal. */
const ofMove =
  (moveId: string) =>
  async (acting: Work, { editionId }: Pick<OrganiserScope, 'editionId'>) => {
    const row = await loadMove(acting.tx, editionId, moveId);
    return row === null ? [] : [row.meetingId];
  };

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

/** Times to which one of the participant's meetings could go by agreement; none where the edition allows no moves. */
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
    return ok({ times, reached, movesUntilMinutes: moving.movesUntilMinutes });
  });
}

const officesOf = ({ schedule: { edition } }: Moving, id: string) => edition.participants.find((one) => one.id === id)?.offices ?? [];

/** Whether anybody on that side would be told. */
const isReached = async (acting: Work, moving: Moving, id: string): Promise<boolean> =>
  (await reachOf(acting, moving.schedule.scope, officesOf(moving, id))).mails > 0;

/** Writes to one side alone: that a time was proposed, that theirs was declined, or that the organiser leaves the meeting as it is. */
async function tellOther(
  acting: Work,
  moving: Moving,
  news: { readonly otherId: string; readonly kind: 'proposed' | 'declined' | 'stays'; readonly origin: string },
): Promise<void> {
  const { edition, scope } = moving.schedule;
  await tellOffices(acting, scope, {
    ...{ edition, offices: officesOf(moving, news.otherId), origin: news.origin },
    letterOf: (language, address) => moveLetter(language, { edition: chooseText(edition.name, language).text, kind: news.kind, address }),
  });
}

const audited = (
  work: Work,
  scope: ParticipantScope,
  useCase: 'propose-move' | 'ask-organiser' | 'answer-move' | 'withdraw-move',
  row: Pick<MoveRow, 'id' | 'meetingId'>,
) => audit(work, { useCase, office: scope.office, subjects: [scope.participantId, row.meetingId, row.id], fields: ['slot'] });

type Kept = MoveRow & { readonly shown: Shown | null };

/** Keeps what a side proposes in place of what it proposed before for this meeting. */
async function keepMove(acting: Work, moving: Moving, { slot, meeting }: HeldNow, said: SaidMove): Promise<Kept> {
  const { scope } = moving.schedule;
  const now = acting.now.getTime();
  const move = { id: acting.newId<'Move'>(), meetingId: meeting.id, fromSlot: slot.id, proposedAt: now, ...said };
  await closeMoves(acting.tx, scope, move, acting.now);
  await insertMove(acting.tx, scope, move);
  const kept = { ...move, state: 'open' as const };
  return { ...kept, shown: show(moving, said.fromParticipant, kept, now) };
}

type SaidMove = Pick<MoveRow, 'fromParticipant' | 'toSlot' | 'lapsesAt' | 'asks' | 'wants' | 'note'>;

/** Asks the organiser to find another time for a meeting or to cancel it, whether or not its sides may move it; it stands in the organiser's to-do until answered. */
export async function askOrganiser(work: Work, input: Asked<'askOrganiser'>): Promise<Result<Shown>> {
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
    };
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
      (one) => one.meetingId === input.meetingId && one.state === 'open' && one.fromParticipant !== participant.id && one.toSlot !== null,
    );
    // Two who propose at once: the second answers the first instead.
    if (standing !== undefined && stateOf(standing, now, held.value.now.slotId) === 'open')
      return refuse({ kind: 'conflict', code: 'meetings.move_proposed_already' });
    const slot = moving.schedule.edition.slots.find(({ id }) => id === input.slotId);
    if (slot === undefined) return notFound('meetings.slot_unknown');
    const lapses = lapsesAt({ now: held.value.slot.start, then: slot.start }, moving.movesUntilMinutes, now);
    if (lapses === null) return refuse(tooLate);
    const times = await freeTimes(acting, moving, edition, held.value, participant.id);
    if (!times.some(({ slotId }) => slotId === slot.id)) return refuse(taken);
    const reached = await isReached(acting, moving, held.value.otherId);
    const asks = reached ? ('other_side' as const) : ('organiser' as const);
    const said = { fromParticipant: participant.id, toSlot: slot.id, lapsesAt: lapses, asks, wants: 'move' as const, note: '' };
    const kept = await keepMove(acting, moving, held.value, said);
    if (reached) await tellOther(acting, moving, { otherId: held.value.otherId, kind: 'proposed', origin });
    return ok(kept);
  });
  if (!row.ok) return row;
  await audited(work, scope, 'propose-move', row.value);
  return row.value.shown === null ? notFound('meetings.move_unknown') : ok(row.value.shown);
}

/** The proposal of the other side, or of one's own, that is open still. */
async function openMove(acting: Work, moving: Moving, us: string, moveId: string): Promise<Result<MoveRow>> {
  const row = await loadMove(acting.tx, moving.schedule.scope.editionId, moveId);
  const meeting = moving.schedule.meetings.find(({ id }) => id === row?.meetingId);
  if (row === null || meeting === undefined || ![meeting.a, meeting.b].includes(us)) return notFound('meetings.move_unknown');
  const standsIn = moving.schedule.held.find(({ meetingId }) => meetingId === row.meetingId)?.slotId ?? null;
  return stateOf(row, acting.now.getTime(), standsIn) === 'open' ? ok(row) : refuse(gone);
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
    const found = await openMove(acting, moving, participant.id, input.moveId);
    if (!found.ok) return found;
    const row = found.value;
    if (scope.side === 'own') {
      if (row.fromParticipant === participant.id) return refuse({ kind: 'conflict', code: 'meetings.move_is_own' });
      if (row.toSlot === null) return notFound('meetings.move_unknown');
    }
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
    const found = await openMove(acting, moving, participant.id, input.moveId);
    if (!found.ok) return found;
    if (found.value.fromParticipant !== participant.id) return refuse({ kind: 'conflict', code: 'meetings.move_not_own' });
    if (!(await answerMoveRow(acting.tx, moving.schedule.scope, { id: found.value.id, state: 'withdrawn', at: work.now })))
      return refuse(gone);
    return ok({ ...found.value, shown: show(moving, participant.id, { ...found.value, state: 'withdrawn' }, work.now.getTime()) });
  });
  if (!done.ok) return done;
  await audited(work, scope, 'withdraw-move', done.value);
  return done.value.shown === null ? notFound('meetings.move_unknown') : ok(done.value.shown);
}
