// The live queue: exhibitors sit, buyers are called to them when both are free; the organiser's view, the big screen, a company's own part.
import { z } from 'zod';
import { id, linked, signedIn } from '#kernel/procedure.ts';
import {
  code,
  count,
  editionRef,
  inEdition,
  instant,
  interpreterRef,
  note,
  onParticipant,
  participantRef,
  placeRef,
  sentence,
} from './shapes.ts';

const tags = ['meetings: live queue'];

/** Why a person acts against the queue; kept with it. */
const because = note.min(1);
const minutes = z.number().int().min(1).max(240);
/** unscheduled: only pairs that have no meeting in the schedule in force; all: these as well. */
const queuePairs = z.enum(['unscheduled', 'all']);
export const queueState = z.enum(['open', 'paused', 'closed']);

const arrive = z.object({ kind: z.literal('arrive'), participantId: id, until: instant.optional() });
const leave = z.object({ kind: z.literal('leave'), participantId: id });
const begin = z.object({ kind: z.literal('begin'), talkId: id });
const end = z.object({ kind: z.literal('end'), talkId: id });
const interpreterComes = z.object({ kind: z.literal('interpreterComes'), interpreterId: id, until: instant.optional() });
const interpreterGoes = z.object({ kind: z.literal('interpreterGoes'), interpreterId: id });
/**
 * What has happened. A person's `call` is shown at once; `hold` calls a call off and keeps the pair back for so many minutes; `hours`: from when to when
 * it calls from now on.
 */
const happening = z.discriminatedUnion('kind', [
  arrive,
  leave,
  begin,
  end,
  z.object({ kind: z.literal('notHere'), talkId: id, participantId: id }),
  z.object({ kind: z.literal('hold'), talkId: id, minutes: z.number().int().min(1).max(120), reason: because }),
  z.object({ kind: z.literal('letGo'), meetingId: id }),
  z.object({
    kind: z.literal('call'),
    meetingId: id,
    placeId: id,
    interpreterId: id.nullable(),
    reason: because,
    insteadOf: id.optional(),
  }),
  z.object({ kind: z.literal('placeOpens'), placeId: id }),
  z.object({ kind: z.literal('placeCloses'), placeId: id }),
  interpreterComes,
  interpreterGoes,
  z.object({ kind: z.literal('hours'), opensAt: instant, closesAt: instant }),
]);
const ownHappening = z.discriminatedUnion('kind', [arrive.omit({ participantId: true }), leave.omit({ participantId: true }), begin, end]);
const interpreterHappening = z.discriminatedUnion('kind', [
  interpreterComes.omit({ interpreterId: true }),
  interpreterGoes.omit({ interpreterId: true }),
]);
/** A happening under a name that its teller gave it: told again, it has happened once. `at`: when it happened; now unless said. */
export const told = <T extends z.ZodType>(what: T) => z.object({ told: id, at: instant.optional(), what });
/** Each happening by itself: entered (or known already), or why not. */
export const tellings = z.object({ results: z.array(z.object({ told: id, problem: sentence.nullable() })) });

const talk = z.object({
  id,
  meetingId: id,
  rotating: participantRef,
  seated: participantRef,
  place: placeRef,
  interpreter: interpreterRef.nullable(),
  must: z.boolean(),
  /** Since when both are here for each other. */
  waitsSince: instant.nullable(),
  calledAt: instant,
  goesOutAt: instant,
  begunAt: instant.nullable(),
  /** Called a while ago and not at the table. */
  late: z.boolean(),
  reasons: z.array(sentence),
  /** Why a person called them instead of the queue. */
  because: z.string().nullable(),
});
const rules = z.object({
  opensAt: instant,
  closesAt: instant,
  talkMinutes: z.object({ shortest: minutes, usual: minutes, longest: minutes }),
  changeMinutes: z.number().int().min(0).max(60),
  standsSeconds: z.number().int().min(0).max(300),
});
const board = rules.extend({
  id,
  state: queueState,
  pairs: queuePairs,
  at: instant,
  figures: z.object({ exhibitors: count, buyers: count, talksEnded: count, mustsEnded: count, musts: count, wishes: count }),
  talks: z.array(talk),
  held: z.array(z.object({ meetingId: id, seated: participantRef, rotating: participantRef, until: instant, because: z.string() })),
  tables: z.array(
    z.object({
      place: placeRef,
      state: z.enum(['closed', 'unused', 'free', 'called', 'talking', 'over']),
      talkIds: z.array(id),
      since: instant.nullable(),
      owner: participantRef.nullable(),
    }),
  ),
  waiting: z.array(z.object({ reason: sentence, pairs: count, longestMinutes: count })),
  languages: z.array(z.object({ language: code, here: count, free: count })),
  /** Each of them; `from`: when they are expected, `until`: when they go, where that was said. */
  interpreters: z.array(
    interpreterRef.extend({
      languages: z.array(code),
      state: z.enum(['free', 'working', 'expected', 'gone']),
      ...{ from: instant.nullable(), until: instant.nullable() },
    }),
  ),
});
const choice = z.object({
  meetingId: id,
  rotating: participantRef,
  place: placeRef,
  interpreter: interpreterRef.nullable(),
  must: z.boolean(),
  waitedMinutes: count,
  /** What it costs who is passed over; `losesMust`: hardly another chance for a must. */
  cost: sentence,
  losesMust: z.boolean(),
});
const ownTalk = talk.omit({ reasons: true, because: true, late: true, must: true, waitsSince: true }).extend({ with: participantRef });
const hours = z.object({ from: instant, until: instant });
const queuePath = '/editions/{editionId}/queue';

export const queue = {
  getQueue: signedIn
    .route({ method: 'GET', path: queuePath, summary: 'The live queue as its organiser sees it; null where none was opened', tags })
    .input(inEdition)
    .output(z.object({ edition: editionRef, queue: board.nullable() })),
  openQueue: signedIn
    .route({ method: 'POST', path: queuePath, successStatus: 201, summary: 'Open the live queue of a day', tags })
    .input(
      inEdition.extend(rules.shape).extend({
        seating: z.enum(['own', 'any']).default('any'),
        pairs: queuePairs.default('unscheduled'),
        expected: z
          .array(
            z.object({
              participantId: id,
              placeIds: z.array(id).min(1).max(20).optional(),
              from: instant.optional(),
              until: instant.optional(),
            }),
          )
          .max(20_000)
          .default([]),
        bound: z
          .array(z.object({ interpreterId: id, placeId: id }))
          .max(1000)
          .default([]),
      }),
    )
    // `sameSide`: wishes that have no place in a queue, since both would sit or both would come; `scheduled`: left out, since the schedule holds them.
    .output(z.object({ id, exhibitors: count, buyers: count, wishes: count, sameSide: count, scheduled: count })),
  getQueueHours: signedIn
    .route({
      method: 'GET',
      path: `${queuePath}/hours`,
      summary: 'What a live queue would begin with: requests, those the schedule holds, and the hours without meetings or pauses',
      tags,
    })
    .input(inEdition)
    .output(
      z.object({
        requests: count,
        scheduled: count,
        days: z.array(z.object({ day: z.iso.date(), free: z.array(hours), proposed: hours.nullable() })),
      }),
    ),
  setQueueState: signedIn
    .route({ method: 'POST', path: `${queuePath}/state`, summary: 'Pause the live queue, let it go on, or end its day', tags })
    .input(inEdition.extend({ state: queueState }))
    .output(z.object({ state: queueState })),
  tellQueue: signedIn
    .route({ method: 'POST', path: `${queuePath}/happenings`, summary: 'Tell the live queue what has happened, or act against it', tags })
    .input(inEdition.extend({ happenings: z.array(told(happening)).min(1).max(500) }))
    .output(tellings),
  listQueueChoices: signedIn
    .route({
      method: 'GET',
      path: `${queuePath}/talks/{talkId}/choices`,
      summary: 'Whom a table could call instead, and what each choice costs',
      tags,
    })
    .input(inEdition.extend({ talkId: id }))
    .output(z.object({ choices: z.array(choice) })),
  getOwnQueue: linked
    .route({
      method: 'GET',
      path: '/editions/{editionId}/participants/{participantId}/queue',
      summary: 'A participant’s own part of the live queue',
      tags,
    })
    .input(onParticipant)
    .output(
      z.object({
        edition: editionRef,
        participant: participantRef,
        mayTell: z.boolean(),
        queue: z
          .object({
            state: queueState,
            opensAt: instant,
            closesAt: instant,
            own: z.enum(['expected', 'here', 'gone']),
            arrivedAt: instant.nullable(),
            soon: z.boolean(),
            talks: z.array(ownTalk),
            wishes: z.array(
              z.object({
                with: participantRef,
                /** Our own wish; the other side’s is theirs. */
                must: z.boolean(),
                state: z.enum(['waiting', 'called', 'talking', 'ended']),
                here: z.boolean(),
                /** About when the other side is free; an estimate. */
                freeAbout: instant.nullable(),
              }),
            ),
          })
          .nullable(),
      }),
    ),
  tellInterpreterQueue: linked
    .route({
      method: 'POST',
      path: '/editions/{editionId}/interpreters/{interpreterId}/queue/happenings',
      summary: 'Say that one is here to interpret in the live queue, until when, or goes',
      tags,
    })
    .input(inEdition.extend({ interpreterId: id, happenings: z.array(told(interpreterHappening)).min(1).max(50) }))
    .output(tellings),
  tellOwnQueue: linked
    .route({
      method: 'POST',
      path: '/editions/{editionId}/participants/{participantId}/queue/happenings',
      summary: 'Say that one is here, goes, or that an own talk begins or ends',
      tags,
    })
    .input(onParticipant.extend({ happenings: z.array(told(ownHappening)).min(1).max(50) }))
    .output(tellings),
};
