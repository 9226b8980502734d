// The current schedule: releases, changes on the day, and free time that can be filled.
import { z } from 'zod';
import { languages } from '#kernel/language.ts';
import { id, inTurn, inTurnLinked, page, pageQuery, signedIn, linked } from '#kernel/procedure.ts';
import { letterWays } from '#modules/expos/domain/letters/letter-way.ts';
import { difference, grid, gridPart, release, target } from './plans.ts';
import { candidate } from './agendas.ts';
import {
  code,
  count,
  inEdition,
  instant,
  meetingRef,
  onMeeting,
  onParticipant,
  onPlan,
  participantRef,
  sentence,
  slotRef,
} from './shapes.ts';

const tags = ['meetings: schedule'];

/** Something that has changed on the day; a place is withdrawn in one slot or, with null, from now on. */
const dayChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('no_show'), participantId: id, fromSlotId: id }),
  z.object({ kind: z.literal('late'), participantId: id, fromSlotId: id.optional(), untilSlotId: id }),
  z.object({ kind: z.literal('arrived'), participantId: id }),
  z.object({ kind: z.literal('place_withdrawn'), placeId: id, slotId: id.nullable() }),
  z.object({ kind: z.literal('slot_closed'), slotId: id }),
  z.object({ kind: z.literal('interpreter_away'), interpreterId: id }),
  z.object({ kind: z.literal('added'), meetingId: id }),
]);
const dayChanges = inEdition.extend({ changes: z.array(dayChange).min(1).max(50) });
const heldMeeting = z.object({ meeting: meetingRef, startsAt: instant, placeCode: code });
/** What a repair would do. `fewestMoved`: no schedule that holds the same meetings moves fewer, as far as proven. */
const repairPreview = z.object({
  schedule: z.number().int(),
  /** What the person sees; `repairSchedule` repeats it. */
  digest: z.string(),
  moved: count,
  fewestMoved: count,
  /** Moved, and added. */
  changes: z.array(difference),
  /** Of those who do not come. */
  cancelled: z.array(heldMeeting),
  /** Cannot be held any more, or not yet: why, and what would help. `before` is null for one that was not in the schedule. */
  unheld: z.array(
    z.object({
      meeting: meetingRef,
      before: heldMeeting.omit({ meeting: true }).nullable(),
      reasons: z.array(sentence),
      helps: z.array(z.array(sentence)),
    }),
  ),
  /** Going on, although the change speaks against it: somebody has to tell them. */
  running: z.array(heldMeeting),
  /** Participants whose day changes, and people who get a mail. */
  agendas: count,
  /** Of those whose agendas change, how many an e-mail or a letter reaches. */
  told: count,
  mails: count,
});

/** How many people a channel reaches. */
const ways = z.array(z.object({ channel: z.enum(letterWays), count }));

export const schedule = {
  listReleases: signedIn
    .route({
      method: 'GET',
      path: '/editions/{editionId}/releases',
      summary: 'Releases of an edition with their differences, newest first',
      tags,
    })
    .input(inEdition.extend(pageQuery.shape))
    // `wayBack`: the change that could be taken back now.
    .output(page(release).extend({ wayBack: release.nullable() })),
  scheduleGrid: signedIn
    .route({
      method: 'GET',
      path: '/editions/{editionId}/schedule',
      summary: 'The current schedule as times and places, for the organiser',
      tags,
    })
    .input(inEdition.extend(gridPart.shape).extend({ day: z.iso.date().optional() }))
    .output(grid),
  previewReleaseLetter: signedIn
    .route({
      method: 'GET',
      path: '/editions/{editionId}/plans/{planId}/release-letter',
      summary: 'The letter of a release to one company, before it goes',
      tags,
    })
    .input(onPlan.extend({ toId: id.optional() }))
    .output(
      z.object({
        /** Null where the release would concern nobody. */
        company: participantRef.nullable(),
        texts: z.partialRecord(z.enum(languages), z.object({ subject: z.string(), body: z.string() })),
        next: id.nullable(),
      }),
    ),
  previewTold: signedIn
    .route({
      method: 'GET',
      path: '/editions/{editionId}/schedule/{meetingId}/told',
      summary: 'Who would be told of a change of a meeting, or of two that are exchanged, by which way; no way: cannot be reached',
      tags,
    })
    .input(onMeeting.extend({ withMeetingId: id.optional() }))
    .output(
      z.object({
        sides: z.array(z.object({ participant: participantRef, ways })),
        interpreters: z.array(z.object({ name: z.string(), ways })),
      }),
    ),
  moveBooking: inTurn
    .route({
      method: 'POST',
      path: '/editions/{editionId}/schedule/{meetingId}/move',
      summary: 'Move a meeting of the current schedule; publishes a change',
      tags,
    })
    .input(onMeeting.extend(target.shape))
    .output(release),
  exchangeBookings: inTurn
    .route({
      method: 'POST',
      path: '/editions/{editionId}/schedule/{meetingId}/exchange',
      summary: 'Exchange two meetings of the current schedule, times and tables; publishes one change',
      tags,
    })
    .input(onMeeting.extend({ withMeetingId: id }))
    .output(release),
  cancelBooking: inTurn
    .route({
      method: 'POST',
      path: '/editions/{editionId}/schedule/{meetingId}/cancel',
      summary: 'Cancel a meeting of the current schedule; publishes a change',
      tags,
    })
    .input(onMeeting)
    .output(release),
  listOpenMeetings: signedIn
    .route({
      method: 'GET',
      path: '/editions/{editionId}/schedule/open-meetings',
      summary: 'Requested meetings that are not in the current schedule, musts first',
      tags,
    })
    .input(inEdition)
    .output(z.object({ entries: z.array(meetingRef) })),
  previewRepair: signedIn
    .route({
      method: 'POST',
      path: '/editions/{editionId}/schedule/repair-preview',
      summary: 'What would move after a change on the day; changes nothing',
      tags,
    })
    .input(dayChanges)
    .output(repairPreview),
  repairSchedule: inTurn
    .route({
      method: 'POST',
      path: '/editions/{editionId}/schedule/repair',
      summary: 'Adjust the current schedule after a change on the day; publishes a change',
      tags,
    })
    .input(dayChanges.extend({ digest: z.string().min(1).max(100) }))
    .output(z.object({ release: release.nullable() })),
  undoChange: inTurn
    .route({
      method: 'POST',
      path: '/editions/{editionId}/schedule/undo-change',
      summary: 'Take back the latest change that was not taken back yet; publishes a change',
      tags,
    })
    .input(inEdition.extend({ number: z.number().int().min(1).max(1_000_000) }))
    .output(release),
  listCandidates: linked
    .route({
      method: 'GET',
      path: '/editions/{editionId}/participants/{participantId}/holes/{slotId}',
      summary: 'Who could fill a free slot of a participant',
      tags,
    })
    .input(onParticipant.extend({ slotId: id }))
    .output(z.object({ participant: participantRef, slot: slotRef, candidates: z.array(candidate) })),
  acceptCandidate: inTurnLinked
    .route({
      method: 'POST',
      path: '/editions/{editionId}/participants/{participantId}/holes/{slotId}',
      successStatus: 201,
      summary: 'Arrange a meeting in a free slot; publishes a change',
      tags,
    })
    .input(onParticipant.extend({ slotId: id, withId: id, placeId: id.optional() }))
    .output(release),
};
