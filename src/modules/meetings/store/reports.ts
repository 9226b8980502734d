// SQL of what is said at and after a meeting: who is not here, and how it went.
import { sql } from 'kysely';
import type { MeetingsFeedback } from '#platform/postgres/schema.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { ParticipantScope } from '../domain/scopes.ts';

const audience = (scope: ParticipantScope, organiserToo: readonly string[]): string[] =>
  [...new Set([...scope.offices, ...organiserToo])].filter((o) => o !== scope.office);

/** Reports that the other side is not here; a report that stands already is left as it is, and false answered. Who came meanwhile, or whose meeting was moved to a later time, may be missing once more. `start`: UTC milliseconds. */
export async function insertAbsence(
  tx: Tx,
  scope: ParticipantScope,
  report: { readonly id: string; readonly meetingId: string; readonly absent: string; readonly at: Date; readonly start: number },
): Promise<boolean> {
  const result = await tx
    .insertInto('meetings.absence')
    .values({
      edition_id: scope.editionId,
      id: report.id,
      owner_office: scope.office,
      shared_with: audience(scope, [scope.organiser]),
      meeting_id: report.meetingId,
      by_participant: scope.participantId,
      absent_participant: report.absent,
      reported_at: report.at,
    })
    .onConflict((c) =>
      c
        .columns(['edition_id', 'meeting_id', 'by_participant'])
        .where('withdrawn_at', 'is', null)
        .doUpdateSet({ reported_at: report.at })
        .where(
          sql<boolean>`(absence.reported_at < ${new Date(report.start)} or meetings.came_after(absence.edition_id, absence.absent_participant, absence.reported_at))`,
        ),
    )
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Takes a report back; false when none of the actor's offices made one that stands. */
export async function withdrawAbsenceRow(tx: Tx, scope: ParticipantScope, meetingId: string, at: Date): Promise<boolean> {
  const result = await tx
    .updateTable('meetings.absence')
    .set({ withdrawn_at: at })
    .where('edition_id', '=', scope.editionId)
    .where('meeting_id', '=', meetingId)
    .where('by_participant', '=', scope.participantId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export interface Feedback {
  readonly meetingId: string;
  readonly result: MeetingsFeedback['result'];
  readonly nextStep: MeetingsFeedback['next_step'];
  readonly note: string;
  readonly at: Date;
}

/** Keeps how it went, one word per office of the side; the organiser does not see it. */
export async function saveFeedback(tx: Tx, scope: ParticipantScope, feedback: Feedback): Promise<void> {
  const said = { result: feedback.result, next_step: feedback.nextStep, note: feedback.note, given_at: feedback.at };
  await tx
    .insertInto('meetings.feedback')
    .values({
      edition_id: scope.editionId,
      meeting_id: feedback.meetingId,
      participant_id: scope.participantId,
      owner_office: scope.office,
      shared_with: audience(scope, []),
      ...said,
    })
    .onConflict((c) => c.columns(['edition_id', 'participant_id', 'meeting_id', 'owner_office']).doUpdateSet(said))
    .execute();
}

/** Removes what this office of the side has said of a meeting; false where it had not. */
export async function deleteFeedback(tx: Tx, scope: ParticipantScope, meetingId: Feedback['meetingId']): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('meetings.feedback')
    .where('edition_id', '=', scope.editionId)
    .where('participant_id', '=', scope.participantId)
    .where('meeting_id', '=', meetingId)
    .where('owner_office', '=', scope.office)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
