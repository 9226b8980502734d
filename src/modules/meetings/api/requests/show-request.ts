// How requests and invitations look to those who may see them.
import { holds } from '#kernel/actor.ts';
import type { Work } from '#platform/work.ts';
import type { Answer } from '../../contract.ts';
import type { InvitationRow, RequestRow } from '../../store/requests.ts';
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

export const showInvitation = (row: InvitationRow): Answer<'listMyRequests'>['received'][number] => ({
  requestId: row.requestId,
  from: participantRef(row.fromSide ?? unknownParticipant(row.from)),
  to: participantRef(row.toSide ?? unknownParticipant(row.to)),
  madeAt: row.madeAt.toISOString(),
  answered: row.answered,
});
