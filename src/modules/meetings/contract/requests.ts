// Requests to meet: what each side enters and what it may know of the other.
import { z } from 'zod';
import { guarded, guardedLinked, id, linked, multilingual, page, pageQuery, signedIn } from '#kernel/procedure.ts';
import { typedSearch } from '#kernel/writing/typed.ts';
import { market } from '#modules/expos/contract/roster.ts';
import { listingFilter } from '#modules/expos/contract/topics.ts';
import { code, instant, version, inEdition, onParticipant, role, wish, participantRef, session, note } from './shapes.ts';

const tags = ['meetings: requests'];

/** `open`: not in a plan or schedule yet; `scheduled`: in the current schedule; `excluded`: a "no" stands between the two. */
export const requestState = z.enum(['open', 'scheduled', 'excluded']);
export const request = z.object({
  id,
  from: participantRef,
  to: participantRef,
  wish,
  session: z.number().int().nullable(),
  round: z.number().int(),
  note: z.string(),
  state: requestState,
  enteredAt: instant,
  canEdit: z.boolean(),
  version,
});
/** What a participant may know of another side's request: that it was made. */
export const invitation = z.object({
  requestId: id,
  from: participantRef,
  to: participantRef,
  madeAt: instant,
  /** What our side said of it; null: nothing yet, which is not a "no". */
  answer: wish.nullable(),
  /** When it lapses while nobody answers. */
  lapsesAt: instant.nullable(),
  /** When the meeting of the two begins in the schedule in force; null: it is not in it. */
  scheduledAt: instant.nullable(),
  /** Code of its table or stand. */
  scheduledPlace: z.string().nullable(),
});
/** What the side we asked let us know: that it wants to meet us, cannot, or asks for another time. A "no" that it kept to itself shows as nothing. */
export const reply = z.object({
  kind: z.enum(['accepted', 'declined', 'another_time']),
  session: z.number().int().nullable(),
  note: z.string(),
  madeAt: instant,
});
const most = z.number().int().min(0).max(500);
/** Wishes of its own that a participant may have; null: of every group, of both roles. */
export const requestQuota = z.object({ groupId: id.nullable(), role: role.nullable(), most, mostMusts: most.nullable() });
const rules = z.object({
  closesAt: instant.nullable(),
  sameSide: z.boolean(),
  agreedOnly: z.boolean(),
  answerDays: z.number().int().min(1).max(90).nullable(),
  /** How long before a meeting, and its new time, its two sides can still agree to move it; null: only the organiser moves meetings. */
  movesUntilMinutes: z.number().int().min(0).max(10_080).nullable(),
  /** Whether the organiser’s editors get an e-mail when a company asks them to move or cancel a meeting; it stands in their to-do all the same. */
  mailsOrganiser: z.boolean().default(true),
  quotas: z.array(requestQuota).max(200),
});
export const requestRules = rules.extend({ mayEdit: z.boolean(), version });

/** Whom one may ask, with what they offer and look for, and where they stand. */
const counterpart = z.object({
  participant: participantRef,
  offer: multilingual(1000).nullable(),
  need: multilingual(1000).nullable(),
  ...market,
  city: z.string().nullable(),
  standCode: code.nullable(),
  /** How many pictures and papers stand in its entry. */
  files: z.number().int(),
  askedUs: z.boolean(),
  invitationId: id.nullable(),
  request: request.nullable(),
});
const newRequest = z.object({
  fromId: id,
  toId: id,
  wish,
  session: session.default(null),
  round: z.number().int().min(1).max(9).default(1),
  note: note.default(''),
  /** It is made from a suggestion: counted, and told of no single one. */
  suggested: z.boolean().optional(),
});

export const requests = {
  listRequests: signedIn
    .route({ method: 'GET', path: '/editions/{editionId}/requests', summary: 'All requests of an edition, for the organiser', tags })
    .input(inEdition.extend({ ...pageQuery.shape, participantId: id.optional(), wish: wish.optional(), state: requestState.optional() }))
    .output(page(request)),
  listMyRequests: linked
    .route({
      method: 'GET',
      path: '/editions/{editionId}/my-requests',
      summary: 'Requests of our participants, and requests to meet them',
      tags,
    })
    .input(inEdition.extend({ participantId: id.optional() }))
    .output(
      z.object({
        participants: z.array(participantRef),
        made: z.array(request),
        received: z.array(invitation),
        replies: z.array(z.object({ requestId: id, reply })),
        /** Of those of ours who have a quota: how many wishes of their own they may have, and how many they have; answers do not count. */
        quotas: z.array(
          z.object({ participantId: id, most, mostMusts: most.nullable(), asked: z.number().int(), musts: z.number().int() }),
        ),
      }),
    ),
  listCounterparts: linked
    .route({
      method: 'GET',
      path: '/editions/{editionId}/participants/{participantId}/counterparts',
      summary: 'Participants whom a participant can ask to meet',
      tags,
    })
    .input(onParticipant.extend({ ...pageQuery.shape, ...listingFilter, q: typedSearch(100).optional() }))
    // With the first page: the countries and regions that any of them are from.
    .output(page(counterpart).extend({ countries: z.array(z.string()) })),
  createRequests: linked
    .route({
      method: 'POST',
      path: '/editions/{editionId}/requests',
      successStatus: 201,
      summary: 'Enter requests, all or none; the same one said twice is joined',
      tags,
    })
    .input(inEdition.extend({ requests: z.array(newRequest).min(1).max(500) }))
    .output(z.object({ requests: z.array(request), joined: z.array(z.number().int().min(0)) })),
  answerRequest: linked
    .route({
      method: 'POST',
      path: '/editions/{editionId}/requests/{requestId}/answer',
      successStatus: 201,
      summary: 'Answer a request to meet one of our participants',
      tags,
    })
    .input(
      inEdition.extend({
        requestId: id,
        answer: z.enum(['accept', 'decline', 'another_time']),
        wish: z.enum(['must', 'want']).default('want'),
        session: session.default(null),
        note: note.default(''),
        /** Whether the other side may know that it was declined; it is told that we cannot, and no more. */
        tell: z.boolean().default(false),
      }),
    )
    .output(request),
  getRequestRules: linked
    .route({ method: 'GET', path: '/editions/{editionId}/request-rules', summary: 'Rules of asking to meet', tags })
    .input(inEdition)
    .output(requestRules),
  changeRequestRules: guarded
    .route({ method: 'PUT', path: '/editions/{editionId}/request-rules', summary: 'Set the rules of asking to meet', tags })
    .input(inEdition.extend(rules.shape))
    .output(requestRules),
  updateRequest: guardedLinked
    .route({
      method: 'PATCH',
      path: '/editions/{editionId}/requests/{requestId}',
      summary: 'Change the wish, session or note of a request',
      tags,
    })
    .input(inEdition.extend({ requestId: id, wish: wish.optional(), session: session.optional(), note: note.optional() }))
    .output(request),
  withdrawRequest: guardedLinked
    .route({ method: 'DELETE', path: '/editions/{editionId}/requests/{requestId}', summary: 'Withdraw a request', tags })
    .input(inEdition.extend({ requestId: id }))
    .output(z.object({ id })),
};
