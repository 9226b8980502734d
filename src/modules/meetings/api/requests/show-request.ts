// How requests and invitations look to those who may see them.
import { holds } from '#kernel/actor.ts';
import type { Work } from '#platform/work.ts';
import type { Answer } from '../../contract.ts';
import type { InvitationRow, RequestRow } from '../../store/requests.ts';
import { namesFor } from '../edition-facts.ts';
import { participantRef } from '../show-refs.ts';

export type ShownRequest = Answer<'updateRequest'>;

/** Requests under the names of both sides; one look for all names. */
export async function showRequests(work: Work, editionId: string, rows: readonly RequestRow[]): Promise<ShownRequest[]> {
  const nameOf = await namesFor(
    work,
    editionId,
    rows.flatMap((row) => [row.from, row.to]),
  );
  return rows.map((row) => ({
    id: row.id,
    from: participantRef(nameOf(row.from)),
    to: participantRef(nameOf(row.to)),
    wish: row.wish,
    session: row.session,
    round: row.round,
    note: row.note,
    state: row.state,
    enteredAt: row.enteredAt.toISOString(),
    canEdit: holds(work.actor, row.office, 'editor'),
    version: row.version,
  }));
}

export async function showInvitations(
  work: Work,
  editionId: string,
  rows: readonly InvitationRow[],
): Promise<Answer<'listMyRequests'>['received']> {
  const nameOf = await namesFor(
    work,
    editionId,
    rows.flatMap((row) => [row.from, row.to]),
  );
  return rows.map((row) => ({
    requestId: row.requestId,
    from: participantRef(nameOf(row.from)),
    to: participantRef(nameOf(row.to)),
    madeAt: row.madeAt.toISOString(),
    answered: row.answered,
  }));
}
