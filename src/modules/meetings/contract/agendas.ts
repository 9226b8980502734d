// Agendas: one participant’s day, a group’s day, attendance, feedback, calendar addresses, and what waits for the organiser.
import { z } from 'zod';
import { guardedLinked, id, linked, multilingual, signedIn, steady } from '#kernel/procedure.ts';
import {
  instant,
  count,
  code,
  inEdition,
  onParticipant,
  sentence,
  participantRef,
  slotRef,
  placeRef,
  interpreterRef,
  editionRef,
  releaseRef,
  note,
  personRef,
} from './shapes.ts';

const tags = ['meetings: agendas'];

export const feedbackResult = z.enum(['no_interest', 'good_to_know', 'go_on', 'agreed']);
export const nextStep = z.enum(['we_offer', 'they_write', 'visit', 'sample', 'none']);
/** `version`: what a change names as seen; 0 where nothing was said. */
export const feedback = z.object({ result: feedbackResult, nextStep, note: z.string(), givenAt: instant, version: z.number().int() });
export const agendaEntry = z.object({
  meetingId: id,
  number: z.number().int(),
  slotId: id,
  startsAt: instant,
  endsAt: instant,
  place: placeRef,
  with: participantRef,
  /** What they say of themselves, where they said it; topics are ids. */
  about: z.object({
    offer: multilingual().nullable(),
    need: multilingual().nullable(),
    offerTopics: z.array(id),
    needTopics: z.array(id),
    offerTitle: multilingual().nullable(),
    needTitle: multilingual().nullable(),
  }),
  person: personRef.nullable(),
  why: sentence,
  language: sentence,
  interpreter: z.string().nullable(),
  /** Start before the last release, where it differs. */
  movedFrom: instant.nullable(),
  /** Came after the first release, with the last plan or since. */
  added: z.boolean(),
  /** Changes so far, as a calendar counts them. */
  sequence: count,
  /** Reported by our side that they are not here. */
  absence: z.object({ reportedAt: instant }).nullable(),
  /** When the two met in the live queue, where that was before this time. */
  metAt: instant.nullable(),
  feedback: feedback.nullable(),
});
/** Free time in which somebody to meet is free too; `canTake`: how many of them asked for us and may be taken at once. */
export const hole = z.object({ slotId: id, startsAt: instant, endsAt: instant, candidates: count, canTake: count });
/** `itemId`: of the programme, where that is what they are away for; the reason is then its title. */
const away = z.object({ startsAt: instant, endsAt: instant, reason: z.string(), itemId: id.nullable() });
export const agenda = z.object({
  edition: editionRef.extend({ venue: multilingual() }),
  /** Whose eyes see it: the participant's own side, or the organiser. Feedback is for one's own side alone. */
  side: z.enum(['own', 'organiser']),
  participant: participantRef.extend({ standCode: code.nullable(), meetsAt: z.enum(['table', 'stand']), seats: z.number().int() }),
  release: releaseRef.nullable(),
  entries: z.array(agendaEntry),
  cancelled: z.array(z.object({ meetingId: id, startsAt: instant, endsAt: instant, sequence: count, with: participantRef })),
  holes: z.array(hole),
  away: z.array(away),
});
export const myAgenda = z.object({
  edition: editionRef.extend({ firstDay: z.iso.date(), lastDay: z.iso.date() }),
  participant: participantRef,
  meetings: count,
  nextStartsAt: instant.nullable(),
});
export const candidate = z.object({
  participant: participantRef,
  meetingId: id.nullable(),
  asked: z.enum(['they', 'we', 'both']),
  why: sentence,
  place: placeRef.nullable(),
  language: sentence,
  interpreter: interpreterRef.nullable(),
  canTake: z.boolean(),
  /** Why it cannot be taken at once. */
  hindrance: sentence.nullable(),
});
const groupRef = z.object({ id, name: multilingual(), kind: z.enum(['delegation', 'trading_group']) });
export const groupGrid = z.object({
  edition: editionRef,
  group: groupRef,
  release: releaseRef.nullable(),
  slots: z.array(slotRef),
  figures: z.object({ meetings: count, holes: count, atLeast: count, fewer: count, withoutInterpreter: count }),
  rows: z.array(
    z.object({
      participant: participantRef,
      booked: count,
      /** Meetings that it wants at least; null: nothing was said. */
      least: count.nullable(),
      /** `slot` points into `slots`. */
      meetings: z.array(
        z.object({
          slot: count,
          meetingId: id,
          startsAt: instant,
          endsAt: instant,
          with: participantRef,
          placeCode: code,
          interpreter: z.string().nullable(),
          /** As things stand nobody interprets although they share no language: there is no interpreter, or theirs cannot come. */
          lacksInterpreter: z.boolean(),
          metAt: instant.nullable(),
        }),
      ),
      holes: z.array(z.object({ slot: count, candidates: count, canTake: count })),
      away: z.array(away),
    }),
  ),
  interpreters: z.array(z.object({ interpreter: interpreterRef, meetings: z.array(z.object({ slot: count, row: count })) })),
});
export const calendarAddress = z.object({ id, createdAt: instant, revokedAt: instant.nullable() });
const feed = calendarAddress.extend({ participantId: id });
export const decisionKind = z.enum([
  'no_participants',
  'no_slots',
  'without_languages',
  'no_language',
  'few_interpreters',
  'lack_interpreter',
  'no_plan',
  'plan_failed',
  'hard_conflicts',
  'plan_not_verified',
  'unplaced_musts',
  'requests_since',
  'plan_ready',
  'queue_calls',
  'absence',
  'came_after_all',
  'met_in_queue',
  'withdrawn',
  'declined',
  'participant_away',
  'interpreter_away',
  'not_understood',
  'move_proposed',
  'move_asked',
  'cancel_asked',
  'not_told',
  'speaker_not_coming',
  'without_meeting',
]);
/** One thing that waits for the organiser; `attention`: it hinders somebody now. */
export const decision = z.object({
  kind: decisionKind,
  title: sentence,
  detail: sentence.nullable(),
  attention: z.boolean(),
  since: instant.nullable(),
  planId: id.nullable(),
  /** Where several meetings are meant, the first of them. */
  meetingId: id.nullable(),
  interpreterId: id.nullable(),
  participants: z.array(participantRef),
});

/** `release`: the newest schedule of which they do not know. */
const untold = z.object({
  entries: z.array(
    z.object({
      participant: participantRef,
      release: z.number().int().describe('The newest schedule that changed their agenda and of which they do not know'),
      inForce: z.number().int(),
    }),
  ),
});

export const agendas = {
  listMyAgendas: linked
    .route({ method: 'GET', path: '/my-agendas', summary: 'Agendas of our participants in all editions', tags })
    .output(z.object({ entries: z.array(myAgenda) })),
  getAgenda: linked
    .meta({ access: 'signed-in', link: true, steady: true })
    .route({
      method: 'GET',
      path: '/editions/{editionId}/participants/{participantId}/agenda',
      summary: 'The agenda of one participant',
      tags,
    })
    .input(onParticipant)
    .output(agenda),
  groupGrid: steady
    .route({
      method: 'GET',
      path: '/editions/{editionId}/groups/{groupId}/schedule',
      summary: 'A group’s participants against time, with free slots',
      tags,
    })
    .input(inEdition.extend({ groupId: id, atLeast: z.coerce.number().int().min(0).max(50).default(3) }))
    .output(groupGrid),
  groupPack: signedIn
    .route({ method: 'GET', path: '/editions/{editionId}/groups/{groupId}/pack', summary: 'All agendas of a group, to print', tags })
    .input(inEdition.extend({ groupId: id }))
    .output(z.object({ edition: editionRef, group: groupRef, release: releaseRef.nullable(), agendas: z.array(agenda) })),
  reportAbsence: linked
    .route({
      method: 'POST',
      path: '/editions/{editionId}/participants/{participantId}/agenda/{meetingId}/absence',
      summary: 'Report that the other side is not there',
      tags,
    })
    .input(onParticipant.extend({ meetingId: id }))
    .output(agendaEntry),
  withdrawAbsence: linked
    .route({
      method: 'DELETE',
      path: '/editions/{editionId}/participants/{participantId}/agenda/{meetingId}/absence',
      summary: 'Withdraw a report of absence',
      tags,
    })
    .input(onParticipant.extend({ meetingId: id }))
    .output(agendaEntry),
  giveFeedback: guardedLinked
    .route({
      method: 'POST',
      path: '/editions/{editionId}/participants/{participantId}/agenda/{meetingId}/feedback',
      summary: 'Give feedback on a meeting',
      tags,
    })
    .input(onParticipant.extend({ meetingId: id, result: feedbackResult, nextStep, note: note.default('') }))
    .output(agendaEntry),
  withdrawFeedback: guardedLinked
    .route({
      method: 'DELETE',
      path: '/editions/{editionId}/participants/{participantId}/agenda/{meetingId}/feedback',
      summary: 'Withdraw one’s feedback on a meeting',
      tags,
    })
    .input(onParticipant.extend({ meetingId: id }))
    .output(agendaEntry),
  listFeeds: linked
    .route({
      method: 'GET',
      path: '/editions/{editionId}/participants/{participantId}/feeds',
      summary: 'Calendar addresses of an agenda',
      tags,
    })
    .input(onParticipant)
    .output(z.object({ entries: z.array(feed) })),
  createFeed: linked
    .meta({ access: 'signed-in', secret: true })
    .route({
      method: 'POST',
      path: '/editions/{editionId}/participants/{participantId}/feeds',
      successStatus: 201,
      summary: 'Create a calendar address; it is shown once, and an Idempotency-Key does not show it again',
      tags,
    })
    .input(onParticipant)
    .output(feed.extend({ path: z.string() })),
  revokeFeed: linked
    .route({
      method: 'DELETE',
      path: '/editions/{editionId}/participants/{participantId}/feeds/{feedId}',
      summary: 'Revoke a calendar address',
      tags,
    })
    .input(onParticipant.extend({ feedId: id }))
    .output(feed),
  listDecisions: signedIn
    .route({ method: 'GET', path: '/editions/{editionId}/decisions', summary: 'What needs the organiser’s decision', tags })
    .input(inEdition)
    .output(z.object({ entries: z.array(decision) })),
  listUntold: signedIn
    .route({
      method: 'GET',
      path: '/editions/{editionId}/untold',
      summary: 'Participants who could not be told of the schedule, whom neither a person nor a letter nor their link has reached since',
      tags,
    })
    .input(inEdition)
    .output(untold),
  markTold: signedIn
    .route({
      method: 'POST',
      path: '/editions/{editionId}/untold',
      summary: 'Say that participants were told by telephone or on paper, or take it back',
      tags,
    })
    .input(inEdition.extend({ participantIds: z.array(id).min(1).max(5000), told: z.boolean() }))
    .output(untold),
};
