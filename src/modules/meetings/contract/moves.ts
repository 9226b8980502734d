// Moving a meeting of the schedule by agreement of its two sides, where the edition allows it.
import { z } from 'zod';
import { id, inTurnLinked, linked } from '#kernel/procedure.ts';
import { instant, note, onParticipant, participantRef, placeRef, slotRef } from './shapes.ts';

const tags = ['meetings: agendas'];
const path = '/editions/{editionId}/participants/{participantId}/moves';

const move = z.object({
  id,
  meetingId: id,
  with: participantRef,
  from: slotRef,
  /** null: any other time, or none. */
  to: slotRef.nullable(),
  /** Our own side proposed it; else we may answer. */
  isOwn: z.boolean(),
  /** agreed: an exchange to which this other side has agreed and the other has not yet · lapsed: nobody answered in time, or the meeting was moved or cancelled meanwhile. */
  state: z.enum(['open', 'agreed', 'accepted', 'declined', 'withdrawn', 'lapsed']),
  lapsesAt: instant,
  /** Whose answer it waits for; the organiser decides where the other side cannot be told, or where no time is named. */
  asks: z.enum(['other_side', 'organiser']),
  wants: z.enum(['move', 'cancel']),
  note,
  /** Of both proposals of two meetings that change times: they hold together or not at all; null: the meeting moves alone. */
  exchangeId: id.nullable(),
});
const onMove = onParticipant.extend({ moveId: id });

export const moves = {
  listMoves: linked
    .route({ method: 'GET', path, summary: 'Proposals to move meetings of a participant, the newest first', tags })
    .input(onParticipant)
    .output(
      z.object({
        /** How long before either time a move can still be agreed; null: only the organiser moves meetings. */
        movesUntilMinutes: z.number().int().nullable(),
        entries: z.array(move),
      }),
    ),
  listMoveTimes: linked
    .route({
      method: 'GET',
      path: `${path}/times/{meetingId}`,
      summary: 'Times at which both sides, a place and an interpreter are free',
      tags,
    })
    .input(onParticipant.extend({ meetingId: id }))
    .output(
      z.object({
        times: z.array(z.object({ slot: slotRef, place: placeRef, interpreter: z.string().nullable(), until: instant })),
        /** Meetings of the same participant with which this one could change times. */
        exchanges: z.array(z.object({ meetingId: id, with: participantRef, slot: slotRef, until: instant })),
        /** Whether the other side would be told of a proposal; else the organiser is asked. */
        reached: z.boolean(),
        /** How long before either time a move can still be agreed; null: only the organiser moves meetings, and no time is offered. */
        movesUntilMinutes: z.number().int().nullable(),
      }),
    ),
  proposeMove: linked
    .route({ method: 'POST', path, successStatus: 201, summary: 'Propose another time for a meeting to its other side', tags })
    .input(onParticipant.extend({ meetingId: id, slotId: id }))
    .output(move),
  proposeExchange: linked
    .route({
      method: 'POST',
      path: `${path}/exchanges`,
      successStatus: 201,
      summary: 'Propose that two meetings of a participant change times: both other sides are asked',
      tags,
    })
    .input(onParticipant.extend({ meetingId: id, withMeetingId: id }))
    .output(move),
  /** Also where the two sides may not move meetings themselves. */
  askOrganiser: linked
    .route({
      method: 'POST',
      path: `${path}/asked`,
      successStatus: 201,
      summary: 'Ask the organiser to move or cancel a meeting',
      tags,
    })
    .input(onParticipant.extend({ meetingId: id, wants: z.enum(['move', 'cancel']), note: note.default('') }))
    .output(move),
  answerMove: inTurnLinked
    .route({
      method: 'POST',
      path: `${path}/{moveId}/answer`,
      summary: 'Accept a proposal, which moves or cancels the meeting, or decline it',
      tags,
    })
    .input(onMove.extend({ answer: z.enum(['accept', 'decline']) }))
    .output(move),
  withdrawMove: linked
    .route({ method: 'POST', path: `${path}/{moveId}/withdraw`, summary: 'Take back a proposal of one’s own that is not answered', tags })
    .input(onMove)
    .output(move),
};
