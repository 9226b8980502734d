// How requests and invitations look to those who may see them.
import { holds } from '#kernel/actor.ts';
import type { Work } from '#platform/work.ts';
import type { Answer } from '../../contract.ts';
import { instantText } from '../../domain/agenda/venue-clock.ts';
import { lapsesAt, type RequestRules } from '../../domain/request-rules.ts';
import type { InvitationRow, RequestRow } from '../../store/requests.ts';
import type { Reply } from '../../store/replies.ts';
import { participantRef, unknownParticipant } from '../show-refs.ts';

export type ShownRequest = Answer<'updateRequest'>;

/** A request under the names of both sides. */
export const showRequest = (work: Work, row: RequestRow): ShownRequest => ({
  id: row.id,
  from: participantRef(row.fromSide ?? unknownParticipant(row.from)),
  to: participantRef(row.toSide ?? unknownParticipant(row.to)),
  wish: row.wish,
  session: row.session,
  round: row.round,
  note: row.note,
  state: row.state,
  enteredAt: row.enteredAt.toISOString(),
  canEdit: holds(work.actor, row.office, 'editor'),
  version: row.version,
});

/** `rules` say when it lapses while nobody has answered. */
export const showInvitation = (row: InvitationRow, rules: RequestRules): Answer<'listMyRequests'>['received'][number] => ({
  requestId: row.requestId,
  from: participantRef(row.fromSide ?? unknownParticipant(row.from)),
  to: participantRef(row.toSide ?? unknownParticipant(row.to)),
  madeAt: row.madeAt.toISOString(),
  answer: row.answer,
  // What stands in the schedule does not lapse any more.
  lapsesAt: row.answer === null && row.scheduledAt === null ? lapseText(rules, row.madeAt) : null,
  scheduledAt: row.scheduledAt === null ? null : instantText(row.scheduledAt.getTime()),
  scheduledPlace: row.scheduledPlace,
});

const lapseText = (rules: RequestRules, madeAt: Date): string | null => {
  const lapse = lapsesAt(rules, madeAt.getTime());
  return lapse === null ? null : new Date(lapse).toISOString();
};

export const showReply = ({ kind, session, note, madeAt }: Reply): Answer<'listMyRequests'>['replies'][number]['reply'] => ({
  kind,
  session,
  note,
  madeAt: madeAt.toISOString(),
});
