// Free time that can be filled: who could, and taking one of them.
import { notFound, ok, refuse, refuseInput, type Refusal, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { languageSentence, understandingOf } from '../../domain/agenda/agenda.ts';
import type { EditionHall, EditionSlot, Placed } from '../../domain/edition-facts.ts';
import { holesOf, whyNot, type Candidate, type Hall, type Hole } from '../../domain/agenda/holes.ts';
import { isOver, targetProblems } from '../../domain/planning/moves.ts';
import type { ParticipantScope } from '../../domain/scopes.ts';
import { mayAskWhoIsFree, mayBookFor, mayOrganise } from '../../policy.ts';
import { actingFor } from '../../store/acting.ts';
import { loadNotice } from '../../store/releases.ts';
import type { Around } from '../../store/surroundings.ts';
import { lockRequests } from '../../store/meetings.ts';
import { meetThen } from '../../store/neighbourhood.ts';
import { publishChange, scheduleAround, showChangeRelease, slotOver } from '../schedule/change-booking.ts';
import { openParticipant } from '../open-edition.ts';
import { freeAround } from './free-around.ts';
import { participantRef, placeRef, slotRef } from '../show-refs.ts';
import { shownSentence } from '../planning/show-plan.ts';
import type { Published } from '../schedule/publish.ts';

export interface Surroundings {
  /** The slots asked about, all places, the participants in question and their possible counterparts. */
  readonly edition: Hall;
  readonly around: Around;
  readonly holes: ReadonlyMap<string, readonly Hole[]>;
}

/** Who else is free in these slots of the edition when these participants are, from now on; read as the organiser. One query. */
export async function surroundingsOf(
  acting: Work,
  hall: EditionHall,
  slots: readonly EditionSlot[],
  participants: readonly string[],
): Promise<Surroundings> {
  const { places, slots: allSlots } = hall;
  const around = await freeAround(acting, hall, { participants, slots: slots.map((slot) => slot.id) });
  const edition = { slots, allSlots, places, participants: around.participants, interpreters: around.interpreters };
  return { edition, around, holes: holesOf(edition, { ...around, now: acting.now.getTime() }, around.open, participants) };
}

type ShownCandidate = Answer<'listCandidates'>['candidates'][number];

const hindranceOf = (candidate: Candidate): ShownCandidate['hindrance'] => {
  if (candidate.unspoken) return { code: 'meetings.hindrance_language', params: {} };
  return candidate.canTake ? null : { code: 'meetings.hindrance_not_asked', params: {} };
};

function showCandidate(
  { edition }: Surroundings,
  us: string,
  candidate: Candidate,
  { side }: ParticipantScope,
  reader: string,
): readonly ShownCandidate[] {
  const find = (id: string) => edition.participants.find((p) => p.id === id);
  const [ours, them, place] = [find(us), find(candidate.participantId), edition.places.find((p) => p.id === candidate.placeId)];
  if (ours === undefined || them === undefined || place === undefined) return [];
  const interpreter = edition.interpreters.find((i) => i.id === candidate.interpreterId);
  const understanding = understandingOf(ours.languages, them.languages, interpreter?.name ?? null);
  const canTake = candidate.canTake || (side === 'organiser' && !candidate.unspoken);
  return [
    {
      participant: participantRef(them),
      meetingId: candidate.meetingId,
      asked: candidate.asked,
      why:
        side === 'own'
          ? { code: `meetings.candidate_${candidate.asked}`, params: {} }
          : { code: `meetings.open_${candidate.asked}`, params: { a: ours.code, b: them.code } },
      place: placeRef(place),
      language: shownSentence(languageSentence(understanding, reader)),
      interpreter: interpreter === undefined ? null : { id: interpreter.id, name: interpreter.name },
      canTake,
      hindrance: canTake ? null : hindranceOf(candidate),
    },
  ];
}

/** Who could fill a free slot: those whose meeting with this participant is still open and who are free too, those who asked first. */
export async function listCandidates(work: Work, input: Asked<'listCandidates'>): Promise<Result<Answer<'listCandidates'>>> {
  const opened = await openParticipant(work, input.editionId, input.participantId, 'viewer');
  if (!opened.ok) return opened;
  const { edition, participant, scope } = opened.value;
  const slot = edition.slots.find((s) => s.id === input.slotId);
  if (slot === undefined) return notFound('meetings.slot_unknown');
  if ((await loadNotice(work.tx, input.editionId)) === null)
    return ok({ participant: participantRef(participant), slot: slotRef(slot), candidates: [] });
  const around = await actingFor(work, mayAskWhoIsFree(scope), (acting) => surroundingsOf(acting, edition, [slot], [participant.id]));
  const hole = around.holes.get(participant.id)?.find((h) => h.slotId === slot.id);
  const candidates = (hole?.candidates ?? []).flatMap((c) => showCandidate(around, participant.id, c, scope, work.actor.language));
  return ok({ participant: participantRef(participant), slot: slotRef(slot), candidates });
}

const refusals: Readonly<Record<ReturnType<typeof whyNot>, Refusal>> = {
  seat: { kind: 'conflict', code: 'meetings.seat_taken' },
  place: { kind: 'conflict', code: 'meetings.table_taken' },
  away: { kind: 'conflict', code: 'meetings.candidate_away' },
  language: { kind: 'conflict', code: 'meetings.hindrance_language' },
  other: { kind: 'conflict', code: 'meetings.candidate_gone' },
};

interface Wanted {
  readonly us: string;
  readonly withId: string;
  readonly slot: EditionSlot;
  readonly placeId: string | undefined;
  readonly scope: ParticipantScope;
}

/** The booking of a candidate who is still free; else why not, as a typed refusal. */
function bookingFor({ edition, around, holes }: Surroundings, { us, withId, slot, placeId, scope }: Wanted): Result<Placed> {
  const meeting = around.open.find((m) => (m.a === us && m.b === withId) || (m.b === us && m.a === withId));
  if (meeting === undefined) return refuse({ kind: 'conflict', code: 'meetings.candidate_gone' });
  const candidate = holes
    .get(us)
    ?.find((h) => h.slotId === slot.id)
    ?.candidates.find((c) => c.meetingId === meeting.id);
  if (candidate === undefined) return refuse(refusals[whyNot(edition, around, meeting, slot)]);
  if (candidate.unspoken) return refuse({ kind: 'conflict', code: 'meetings.hindrance_language' });
  if (!candidate.canTake && scope.side === 'own') return refuse({ kind: 'conflict', code: 'meetings.hindrance_not_asked' });
  return ok({
    meetingId: meeting.id,
    slotId: slot.id,
    placeId: placeId ?? candidate.placeId,
    interpreterId: candidate.interpreterId,
    pinned: true,
  });
}

/**
 * Takes a candidate for a free slot and publishes the change. A side may take who asked for it; the organiser anybody whose meeting is open.
 * Refuses `meetings.seat_taken`, `meetings.table_taken` where somebody else was faster, `meetings.slot_over` where it is too late.
 */
export async function acceptCandidate(
  work: Work,
  input: Asked<'acceptCandidate'>,
  origin: string,
): Promise<Result<Answer<'acceptCandidate'>>> {
  const opened = await openParticipant(work, input.editionId, input.participantId, 'editor');
  if (!opened.ok) return opened;
  const { edition, participant, scope } = opened.value;
  const slot = edition.slots.find((s) => s.id === input.slotId);
  if (slot === undefined) return notFound('meetings.slot_unknown');
  if (isOver(slot, work.now.getTime(), null)) return refuse(slotOver);
  if (input.placeId !== undefined && !edition.places.some((p) => p.id === input.placeId)) return notFound('meetings.place_unknown');
  const published = await actingFor(work, mayBookFor(scope), async (acting): Promise<Result<Published>> => {
    const organiser = mayOrganise(acting.actor, edition);
    if (!organiser.ok) return organiser;
    const pair = [participant.id, input.withId] as const;
    // A "no" that is said at this moment is read before or after the booking, never beside it.
    const counters = await lockRequests(acting.tx, organiser.value, pair);
    const [isTaken, around] = await Promise.all([
      meetThen(acting.tx, input.editionId, pair, slot.id),
      surroundingsOf(acting, edition, [slot], [participant.id]),
    ]);
    // Somebody of the same side was faster.
    if (isTaken) return refuse(refusals.seat);
    const booking = bookingFor(around, { us: participant.id, withId: input.withId, slot, placeId: input.placeId, scope });
    if (!booking.ok) return booking;
    const { meetingId, placeId } = booking.value;
    const schedule = await scheduleAround(acting, organiser.value, {
      counters,
      meetings: [meetingId],
      slots: [slot.id],
      places: [placeId],
    });
    if (!schedule.ok) return schedule;
    const problems = targetProblems(schedule.value.edition, booking.value);
    if (problems.length > 0) return refuseInput(problems);
    return publishChange(acting, schedule.value, [...schedule.value.held, booking.value], { origin });
  });
  if (!published.ok) return published;
  const meetings = published.value.changes.map((c) => c.meeting.id);
  await audit(work, {
    useCase: 'accept-candidate',
    office: scope.office,
    subjects: [participant.id, ...meetings],
    fields: ['slot', 'place', 'interpreter'],
  });
  const shown = showChangeRelease(work, published.value);
  return ok(scope.side === 'own' ? { ...shown, changes: shown.changes.map((change) => withoutStrength(change, participant.id)) } : shown);
}

/** How strongly the other side wished a meeting stays between it and the organiser. */
function withoutStrength(change: Answer<'acceptCandidate'>['changes'][number], us: string): Answer<'acceptCandidate'>['changes'][number] {
  const { meeting } = change;
  const ours = meeting.a.id === us ? meeting.wishOfA : meeting.wishOfB;
  const veiled = (side: 'a' | 'b', wish: 'must' | 'want' | null) => (wish === null || meeting[side].id === us ? wish : ('want' as const));
  return {
    ...change,
    meeting: { ...meeting, wish: ours ?? 'want', wishOfA: veiled('a', meeting.wishOfA), wishOfB: veiled('b', meeting.wishOfB) },
  };
}
