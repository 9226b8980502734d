// The current schedule: releases, changes on the day, and free time that can be filled.
import { z } from 'zod';
import { id, page, pageQuery } from '#kernel/procedure.ts';
import { grid, release, target } from './plans.ts';
import { candidate } from './agendas.ts';
import { signedIn, inEdition, onMeeting, onParticipant, participantRef, slotRef } from './shapes.ts';

const tags = ['meetings: schedule'];

export const schedule = {
  listReleases: signedIn
    .route({
      method: 'GET',
      path: '/editions/{editionId}/releases',
      summary: 'Releases of an edition with their differences, newest first',
      tags,
    })
    .input(inEdition.extend(pageQuery.shape))
    .output(page(release)),
  scheduleGrid: signedIn
    .route({
      method: 'GET',
      path: '/editions/{editionId}/schedule',
      summary: 'The current schedule as times and places, for the organiser',
      tags,
    })
    .input(inEdition.extend({ day: z.iso.date().optional() }))
    .output(grid),
  moveBooking: signedIn
    .route({
      method: 'POST',
      path: '/editions/{editionId}/schedule/{meetingId}/move',
      summary: 'Move a meeting of the current schedule; publishes a change',
      tags,
    })
    .input(onMeeting.extend(target.shape))
    .output(release),
  cancelBooking: signedIn
    .route({
      method: 'POST',
      path: '/editions/{editionId}/schedule/{meetingId}/cancel',
      summary: 'Cancel a meeting of the current schedule; publishes a change',
      tags,
    })
    .input(onMeeting)
    .output(release),
  listCandidates: signedIn
    .route({
      method: 'GET',
      path: '/editions/{editionId}/participants/{participantId}/holes/{slotId}',
      summary: 'Who could fill a free slot of a participant',
      tags,
    })
    .input(onParticipant.extend({ slotId: id }))
    .output(z.object({ participant: participantRef, slot: slotRef, candidates: z.array(candidate) })),
  acceptCandidate: signedIn
    .route({
      method: 'POST',
      path: '/editions/{editionId}/participants/{participantId}/holes/{slotId}',
      successStatus: 201,
      summary: 'Take a candidate for a free slot; publishes a change',
      tags,
    })
    .input(onParticipant.extend({ slotId: id, withId: id, placeId: id.optional() }))
    .output(release),
};
