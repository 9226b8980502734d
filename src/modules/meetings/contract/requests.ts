// Requests to meet: what each side enters and what it may know of the other.
import { z } from 'zod';
import { guarded, id, page, pageQuery, signedIn } from '#kernel/procedure.ts';
import { instant, version, inEdition, onParticipant, wish, participantRef, session, note } from './shapes.ts';

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
export const invitation = z.object({ requestId: id, from: participantRef, to: participantRef, madeAt: instant, answered: z.boolean() });

const newRequest = z.object({
  fromId: id,
  toId: id,
  wish,
  session: session.default(null),
  round: z.number().int().min(1).max(9).default(1),
  note: note.default(''),
});

export const requests = {
  listRequests: signedIn
    .route({ method: 'GET', path: '/editions/{editionId}/requests', summary: 'All requests of an edition, for the organiser', tags })
    .input(inEdition.extend({ ...pageQuery.shape, participantId: id.optional(), wish: wish.optional(), state: requestState.optional() }))
    .output(page(request)),
  listMyRequests: signedIn
    .route({
      method: 'GET',
      path: '/editions/{editionId}/my-requests',
      summary: 'Requests of our participants, and requests to meet them',
      tags,
    })
    .input(inEdition.extend({ participantId: id.optional() }))
    .output(z.object({ participants: z.array(participantRef), made: z.array(request), received: z.array(invitation) })),
  listCounterparts: signedIn
    .route({
      method: 'GET',
      path: '/editions/{editionId}/participants/{participantId}/counterparts',
      summary: 'Participants whom a participant can ask to meet',
      tags,
    })
    .input(onParticipant.extend({ ...pageQuery.shape, q: z.string().trim().max(100).optional() }))
    .output(page(z.object({ participant: participantRef, askedUs: z.boolean(), request: request.nullable() }))),
  createRequests: signedIn
    .route({ method: 'POST', path: '/editions/{editionId}/requests', successStatus: 201, summary: 'Enter requests, all or none', tags })
    .input(inEdition.extend({ requests: z.array(newRequest).min(1).max(500) }))
    .output(z.object({ requests: z.array(request) })),
  updateRequest: guarded
    .route({
      method: 'PATCH',
      path: '/editions/{editionId}/requests/{requestId}',
      summary: 'Change the wish, session or note of a request',
      tags,
    })
    .input(inEdition.extend({ requestId: id, wish: wish.optional(), session: session.optional(), note: note.optional() }))
    .output(request),
  withdrawRequest: guarded
    .route({ method: 'DELETE', path: '/editions/{editionId}/requests/{requestId}', summary: 'Withdraw a request', tags })
    .input(inEdition.extend({ requestId: id }))
    .output(z.object({ id })),
};
