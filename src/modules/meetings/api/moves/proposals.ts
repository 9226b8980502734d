// Proposals to move a meeting: how they are shown, kept and told, whoever answers them.
import { notFound, ok, refuse, type Refusal, type Result } from '#kernel/result.ts';
import { readAs } from '#kernel/written-language.ts';
import { listEditors } from '#modules/accounts/api/list-recipients.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { queueMails } from '#platform/mail/outbox.ts';
import type { Work } from '#platform/work.ts';
import type { Answer } from '../../contract.ts';
import { instantText } from '../../domain/agenda/venue-clock.ts';
import { moveLetter, type MoveNews } from '../../domain/agenda/letters.ts';
import { stateOf, type MoveState } from '../../domain/agenda/moving.ts';
import type { OrganiserScope, ParticipantScope } from '../../domain/scopes.ts';
import { loadRules } from '../../store/request-rules.ts';
import { closeMoves, insertMove, loadExchange, loadMove, type MoveRow } from '../../store/moves.ts';
import { reachOf, tellOffices } from '../agenda/tell-participants.ts';
import { participantRef, slotRef, unknownParticipant } from '../show-refs.ts';
import type { HeldNow, Moving } from './moving-schedule.ts';

export type Shown = Answer<'proposeMove'>;

export const gone: Refusal = { kind: 'conflict', code: 'meetings.move_over' };
export const tooLate: Refusal = { kind: 'conflict', code: 'meetings.move_too_late' };
export const taken: Refusal = { kind: 'conflict', code: 'meetings.move_time_taken' };

/** The slot in which the meeting of a proposal stands now. */
export const standsIn = ({ schedule }: Moving, row: Pick<MoveRow, 'meetingId'>): string | null =>
  schedule.held.find(({ meetingId }) => meetingId === row.meetingId)?.slotId ?? null;

/** A proposal as one of the two sides sees it; null where its times are no more. */
export function show(moving: Moving, us: string, row: MoveRow, now: number): Shown | null {
  const { edition, meetings } = moving.schedule;
  const { slots, participants } = edition;
  const meeting = meetings.find(({ id }) => id === row.meetingId);
  const [from, to] = [row.fromSlot, row.toSlot].map((id) => slots.find((slot) => slot.id === id));
  if (meeting === undefined || from === undefined || (row.toSlot !== null && to === undefined)) return null;
  const otherId = meeting.a === us ? meeting.b : meeting.a;
  return {
    ...{
      id: row.id,
      meetingId: row.meetingId,
      from: slotRef(from),
      to: to === undefined ? null : slotRef(to),
      isOwn: row.fromParticipant === us,
    },
    with: participantRef(participants.find(({ id }) => id === otherId) ?? unknownParticipant(otherId)),
    state: stateOf(row, now, standsIn(moving, row)),
    lapsesAt: instantText(row.lapsesAt),
    ...{ asks: row.asks, wants: row.wants, note: row.note, exchangeId: row.exchangeId },
  };
}

export const only = (meetingId: string) => () => Promise.resolve([meetingId]);

/** The meeting of a proposal, and the other one of an exchange; none where there is no such proposal. */
export const ofMove =
  (moveId: string) =>
  async (acting: Work, { editionId }: Pick<OrganiserScope, 'editionId'>) => {
    const row = await loadMove(acting.tx, editionId, moveId);
    if (row === null) return [];
    const rows = row.exchangeId === null ? [row] : await loadExchange(acting.tx, editionId, row.exchangeId);
    return rows.map(({ meetingId }) => meetingId);
  };

export const officesOf = ({ schedule: { edition } }: Moving, id: string) =>
  edition.participants.find((one) => one.id === id)?.offices ?? [];

/** Whether anybody on that side would be told. */
export const isReached = async (acting: Work, moving: Moving, id: string): Promise<boolean> =>
  (await reachOf(acting, moving.schedule.scope, officesOf(moving, id))).mails > 0;

/** Writes to one side alone: that a time was proposed, that theirs was declined, or that a meeting stays as it is. */
export async function tellOther(
  acting: Work,
  moving: Moving,
  news: { readonly otherId: string; readonly kind: MoveNews['kind']; readonly origin: string },
): Promise<void> {
  const { edition, scope } = moving.schedule;
  await tellOffices(acting, scope, {
    ...{ edition, offices: officesOf(moving, news.otherId), origin: news.origin },
    letterOf: (language, address) => moveLetter(language, { edition: readAs(edition.name, language), kind: news.kind, address }),
  });
}

/** Writes to whoever may answer at the organiser's that a side asks for what the other was not or could not be asked; who asks for them knows it, and so does an organiser who wants
 * no such letters. */
export async function tellOrganiser(
  acting: Work,
  { schedule: { edition, scope } }: Moving,
  { side, origin }: Pick<ParticipantScope, 'side'> & { readonly origin: string },
): Promise<void> {
  if (side === 'organiser' || !(await loadRules(acting.tx, scope.editionId)).rules.mailsOrganiser) return;
  const address = `${origin}/editions/${edition.slug}/work`;
  const letters = (await listEditors(acting, scope.office)).map(({ email, language }) => ({
    ...{ recipient: email, language },
    ...moveLetter(language, { edition: readAs(edition.name, language), kind: 'asked', address }),
  }));
  await queueMails(acting, letters);
}

export const audited = (
  work: Work,
  scope: ParticipantScope,
  useCase: 'propose-move' | 'propose-exchange' | 'ask-organiser' | 'answer-move' | 'withdraw-move',
  row: Pick<MoveRow, 'id' | 'meetingId'>,
) => audit(work, { useCase, office: scope.office, subjects: [scope.participantId, row.meetingId, row.id], fields: ['slot'] });

export type Kept = MoveRow & { readonly shown: Shown | null };

/** Keeps what a side proposes in place of what it proposed before for this meeting. */
export async function keepMove(acting: Work, moving: Moving, { slot, meeting }: HeldNow, said: SaidMove): Promise<Kept> {
  const { scope } = moving.schedule;
  const now = acting.now.getTime();
  const move = { id: acting.newId<'Move'>(), meetingId: meeting.id, fromSlot: slot.id, proposedAt: now, ...said };
  await closeMoves(acting.tx, scope, move, acting.now);
  await insertMove(acting.tx, scope, move);
  const kept = { ...move, state: 'open' as const };
  return { ...kept, shown: show(moving, said.fromParticipant, kept, now) };
}

export type SaidMove = Pick<MoveRow, 'fromParticipant' | 'toSlot' | 'lapsesAt' | 'asks' | 'wants' | 'note' | 'exchangeId'>;

/** The proposal of the other side, or of one's own, that stands in one of these states. */
export async function openMove(
  acting: Work,
  moving: Moving,
  us: string,
  { moveId, states }: { readonly moveId: string; readonly states: readonly MoveState[] },
): Promise<Result<MoveRow>> {
  const row = await loadMove(acting.tx, moving.schedule.scope.editionId, moveId);
  const meeting = moving.schedule.meetings.find(({ id }) => id === row?.meetingId);
  if (row === null || meeting === undefined || ![meeting.a, meeting.b].includes(us)) return notFound('meetings.move_unknown');
  return states.includes(row.state) && stateOf(row, acting.now.getTime(), standsIn(moving, row)) === row.state ? ok(row) : refuse(gone);
}
