// SQL of what one who was asked lets the asking side know besides a request back.
import { sql } from 'kysely';
import type { Tx } from '#platform/postgres/database.ts';
import { insertRows } from '#platform/postgres/insert-rows.ts';
import { queryOf } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import type { ParticipantScope } from '../domain/scopes.ts';

export type ReplyKind = 'declined' | 'another_time';

export interface Reply {
  readonly from: string;
  readonly to: string;
  readonly kind: ReplyKind;
  readonly session: number | null;
  readonly note: string;
  readonly madeAt: Date;
}

const repliesTo = queryOf(
  (_, editionId: string, participants: readonly string[]) => sql<Reply>`
    select from_participant as "from", to_participant as "to", kind, session, note, made_at as "madeAt" from meetings.reply
    where edition_id = ${editionId} and to_participant = any (${participants}::uuid[]) order by made_at desc limit 2000`,
);

/** What these participants were told by those they asked. */
export async function listReplies(tx: Tx, editionId: string, participants: readonly string[]): Promise<readonly Reply[]> {
  const rows = await read(tx, repliesTo(editionId, participants));
  return rows.map((row) => ({ ...row, madeAt: new Date(row.madeAt) }));
}

export interface NewReply {
  /** The request back, which is the answer. */
  readonly requestId: string;
  readonly scope: ParticipantScope;
  readonly to: string;
  readonly toOffices: readonly string[];
  readonly kind: ReplyKind;
  readonly session: number | null;
  readonly note: string;
  readonly madeAt: Date;
}

/** Tells the asking side; the word is the organiser's, so that it can follow whoever acts for that side. */
export const insertReply = (tx: Tx, { requestId, scope, to, toOffices, kind, session, note, madeAt }: NewReply): Promise<void> =>
  insertRows(tx, 'meetings.reply', [
    {
      edition_id: scope.editionId,
      request_id: requestId,
      owner_office: scope.organiser,
      visibility: 'shared',
      shared_with: [...toOffices],
      from_participant: scope.participantId,
      to_participant: to,
      kind,
      session,
      note,
      made_at: madeAt,
    },
  ]);

/** Takes back what was told with this answer: it was changed or withdrawn. */
export const deleteReply = async (tx: Tx, editionId: string, requestId: string): Promise<void> =>
  void (await tx.deleteFrom('meetings.reply').where('edition_id', '=', editionId).where('request_id', '=', requestId).execute());
