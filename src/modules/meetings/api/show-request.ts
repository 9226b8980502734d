// How requests and invitations look to those who may see them.
import { holds, type Actor } from '#kernel/actor.ts';
import type { RequestRow, InvitationRow } from '../store/requests.ts';

export const showRequest = (actor: Actor, row: RequestRow) => ({
  id: row.id,
  from: row.from,
  to: row.to,
  wish: row.wish,
  session: row.session,
  round: row.round,
  note: row.note,
  state: row.state,
  enteredAt: row.enteredAt.toISOString(),
  canEdit: holds(actor, row.office, 'editor'),
  version: row.version,
});

export const showInvitation = (row: InvitationRow) => ({
  requestId: row.requestId,
  from: row.from,
  to: row.to,
  madeAt: row.madeAt.toISOString(),
  answered: row.answered,
});
