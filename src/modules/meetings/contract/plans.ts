// Draft plans: the search, the grid, changes by hand, and the release.
import { z } from 'zod';
import { guarded, id, page, pageQuery, signedIn, steady } from '#kernel/procedure.ts';
import {
  instant,
  count,
  version,
  code,
  inEdition,
  onPlan,
  onPlanned,
  sentence,
  reason,
  participantRef,
  slotRef,
  placeRef,
  interpreterRef,
  meetingRef,
  editionRef,
  releaseRef,
} from './shapes.ts';

const tags = ['meetings: plans'];

export const planStatus = z.enum(['running', 'ready', 'cancelled', 'failed']);
/** Counts of meetings unless the name says otherwise; `bound`: no plan can place more, null while unknown; `breaks`: idle gaps over all participants. */
export const planFigures = z.object({
  wished: count,
  placed: count,
  unplaced: count,
  musts: count,
  mustsPlaced: count,
  breaks: count,
  bound: count.nullable(),
  breaksBound: count.nullable(),
  hard: count,
  warnings: count,
});
export const plan = z.object({
  id,
  number: z.number().int(),
  status: planStatus,
  seconds: z.number().int(),
  seed: z.number().int(),
  engine: z.string(),
  startedAt: instant,
  endedAt: instant.nullable(),
  /** Free to move what the schedule in force holds; else it stays there unless moving places more. */
  movesFreely: z.boolean(),
  /** Asked to end before its time; the best plan until then is kept. */
  stopped: z.boolean(),
  copiedFrom: z.number().int().nullable(),
  releasedAs: z.number().int().nullable(),
  failure: sentence.nullable(),
  figures: planFigures.nullable(),
  version,
});
/** One step of the search: milliseconds since its start, meetings placed, most that can be placed, breaks, fewest breaks possible. */
export const progressPoint = z.object({
  elapsedMs: count,
  placed: count,
  bound: count.nullable(),
  breaks: count,
  breaksBound: count.nullable(),
});
/** `newerSchedule`: the number of the schedule in force where it is newer than this draft. */
export const planDetail = plan.extend({
  summary: sentence.nullable(),
  progress: z.array(progressPoint),
  requestsSince: count,
  newerSchedule: z.number().int().nullable(),
});
export const placement = z.object({ slotId: id, placeId: id, interpreterId: id.nullable(), pinned: z.boolean() });
/**
 * Of a grid so many tables from one on (the first is 0), or one time, or one meeting alone; nothing asked: all of it. What is held at stands comes with every
 * part; participants are then those of its cells.
 */
export const gridPart = z.object({
  fromTable: z.coerce.number().int().min(0).max(100_000).optional(),
  tables: z.coerce.number().int().min(1).max(200).optional(),
  slotId: id.optional(),
  meetingId: id.optional(),
});
/** Indexes point into the arrays of the same answer. */
export const gridCell = z.object({
  meetingId: id,
  number: z.number().int(),
  ...{ slot: count, place: count, a: count, b: count, interpreter: count.nullable() },
  pinned: z.boolean(),
  state: z.enum(['fine', 'warning', 'hard']),
  reasons: z.array(reason),
  /** When it was held in the live queue, ahead of its time here; left out where it was not. */
  metAt: z.iso.datetime().optional(),
});
export const grid = z.object({
  edition: editionRef,
  version,
  slots: z.array(slotRef),
  places: z.array(placeRef.extend({ seats: z.number().int() })),
  /** `seats`: meetings that they can hold at the same time. */
  participants: z.array(participantRef.extend({ seats: count })),
  interpreters: z.array(interpreterRef),
  shut: z.array(z.object({ slot: count, place: count })),
  /** Slots in which a participant is not there. */
  away: z.array(z.object({ slot: count, participant: count })),
  cells: z.array(gridCell),
  /** What of the grid this is; null: all of it. */
  part: z.object({ fromTable: count, tables: count, slotId: id.nullable() }).nullable(),
  /** Venue days of the whole edition, of which `day` of the query chooses one, and how many meetings stand on each. */
  ...{ days: z.array(z.iso.date()), meetingsOnDays: z.array(count) },
});
/** Where one of the meetings of a conflict could go without a new hard conflict. */
const suggestion = z.object({ meetingId: id, slotId: id, startsAt: instant, placeId: id, placeCode: code });
/** One reason against the plan with all that it concerns; `startsAt` is null where it concerns a whole day. */
export const conflict = z.object({
  severity: z.enum(['hard', 'warning']),
  reason: sentence,
  startsAt: instant.nullable(),
  meetings: z.array(z.object({ meeting: meetingRef, startsAt: instant, place: placeRef, pinned: z.boolean() })),
  participants: z.array(participantRef),
  suggestion: suggestion.nullable(),
});
export const unplacedMeeting = z.object({
  meeting: meetingRef,
  reasons: z.array(reason),
  /** Alternatives, cheapest first; the changes of one alternative help only together. */
  helps: z.array(z.array(sentence)),
});
export const lack = z.enum(['nothing', 'interpreter', 'rest', 'place', 'time', 'limit', 'order']);
/** Meetings without a place that lack the same; `languages` by their names; `canTry`: more of it can be tried (`tryMending`). */
export const unplacedGroup = z.object({
  key: z.string().max(80),
  lack,
  languages: z.string().nullable(),
  meetings: count,
  musts: count,
  canTry: z.boolean(),
});
/** One possible move with the conflicts it would cause; `places` are free ones unless all are taken. */
const option = z.object({ slot: slotRef, place: placeRef.nullable(), reasons: z.array(reason) });
export const plannedMeeting = z.object({
  meeting: meetingRef,
  placement: placement.nullable(),
  reasons: z.array(reason),
  language: sentence,
  why: sentence,
  options: z.array(option),
  version,
});
/** What a change of a draft did: `before` is what undo puts back, `caused` are the conflicts that were not there before. */
export const placementChange = z.object({
  meetingId: id,
  before: placement.nullable(),
  after: placement.nullable(),
  caused: z.array(z.object({ meetingId: id, number: z.number().int(), reasons: z.array(reason) })),
  figures: planFigures,
  version,
});
export const target = z.object({ slotId: id, placeId: id, interpreterId: id.nullable().optional() });
/** Difference of two plans or releases for one meeting; a side that has no place is null. */
export const difference = z.object({
  meeting: meetingRef,
  kind: z.enum(['added', 'removed', 'moved', 'place', 'interpreter']),
  before: z.object({ startsAt: instant, placeCode: code, interpreter: z.string().nullable() }).nullable(),
  after: z.object({ startsAt: instant, placeCode: code, interpreter: z.string().nullable() }).nullable(),
});
/** What a draft would do to the meetings of the schedule in force. */
export const upheaval = z.object({
  schedule: z.number().int(),
  meetings: count,
  moved: count,
  removed: count,
  added: count,
  interpreted: count,
});
export const releaseCheck = z.object({
  ready: z.boolean(),
  /** Why it cannot be released. */
  hindrance: sentence.nullable(),
  hard: z.array(conflict),
  figures: planFigures,
  unplacedMusts: count,
  /** That the edition has begun. */
  begun: sentence.nullable(),
  agendas: count,
  mails: count,
  /** Participants whose agenda would be new or another than before. */
  concerned: count,
  /** Of these, those whose company or lead is told by e-mail. */
  told: count,
  /** Who takes part and has no meeting in the draft. */
  withoutMeeting: count,
  /** From the schedule in force: the first thousand of so many; none before the first release. */
  changes: z.array(difference),
  changed: count,
  upheaval: upheaval.nullable(),
  version,
});
/** What is known before any search; `entries` wait for somebody to mend them. */
export const outlook = z.object({
  begun: sentence.nullable(),
  slotsAhead: count,
  entries: z.array(z.object({ title: sentence, detail: sentence.nullable() })),
});
export const release = releaseRef.extend({
  id,
  planNumber: z.number().int().nullable(),
  kind: z.enum(['plan', 'change']),
  /** Put right after something had changed on the day. */
  onTheDay: z.boolean(),
  /** Number of the change that it takes back. */
  takesBack: z.number().int().nullable(),
  meetings: count,
  /** From the schedule before: the first thousand of so many; the first release has none. */
  changes: z.array(difference),
  changed: count,
});

export const plans = {
  listPlans: signedIn
    .route({ method: 'GET', path: '/editions/{editionId}/plans', summary: 'Plans of an edition, newest first', tags })
    .input(inEdition.extend(pageQuery.shape))
    .output(page(plan)),
  getOutlook: signedIn
    .route({ method: 'GET', path: '/editions/{editionId}/outlook', summary: 'What a plan has to reckon with, before any search', tags })
    .input(inEdition)
    .output(outlook),
  startPlan: signedIn
    .route({ method: 'POST', path: '/editions/{editionId}/plans', successStatus: 201, summary: 'Start planning', tags })
    .input(
      inEdition.extend({
        seconds: z.number().int().min(1).max(3600).default(60),
        seed: z.number().int().min(0).max(2147483647).default(1),
        keepPinsOf: id.optional(),
        movesFreely: z.boolean().optional(),
      }),
    )
    .output(plan),
  getPlan: signedIn
    .route({ method: 'GET', path: '/editions/{editionId}/plans/{planId}', summary: 'A plan with its figures and its search so far', tags })
    .input(onPlan)
    .output(planDetail),
  stopPlan: signedIn
    .route({
      method: 'POST',
      path: '/editions/{editionId}/plans/{planId}/stop',
      summary: 'Stop the search and keep the best plan so far',
      tags,
    })
    .input(onPlan)
    .output(plan),
  planGrid: steady
    .route({ method: 'GET', path: '/editions/{editionId}/plans/{planId}/grid', summary: 'A plan as times and places', tags })
    .input(onPlan.extend(gridPart.shape).extend({ day: z.iso.date().optional() }))
    .output(grid),
  listConflicts: signedIn
    .route({
      method: 'GET',
      path: '/editions/{editionId}/plans/{planId}/conflicts',
      summary: 'Conflicts and warnings of a plan, hard ones first',
      tags,
    })
    .input(onPlan)
    .output(z.object({ entries: z.array(conflict), version })),
  listUnplaced: signedIn
    .route({
      method: 'GET',
      path: '/editions/{editionId}/plans/{planId}/unplaced',
      summary: 'Unplaced meetings: why, and what would help, as worked out at `workedOut`: nothing it follows from has changed since',
      tags,
    })
    .input(onPlan.extend(pageQuery.shape).extend({ participantId: id.optional(), group: z.string().max(80).optional() }))
    .output(page(unplacedMeeting).extend({ workedOut: instant.nullable() })),
  groupUnplaced: signedIn
    .route({
      method: 'GET',
      path: '/editions/{editionId}/plans/{planId}/unplaced-groups',
      summary: 'Unplaced meetings by what they lack',
      tags,
    })
    .input(onPlan)
    .output(z.object({ groups: z.array(unplacedGroup), version })),
  /** `more` interpreters or tables let a trial plan place `places` more meetings; `of` the group. */
  tryMending: signedIn
    .route({
      method: 'GET',
      path: '/editions/{editionId}/plans/{planId}/trial',
      summary: 'Try how many more interpreters or tables would place a group of unplaced meetings',
      tags,
    })
    .input(onPlan.extend({ group: z.string().max(80) }))
    .output(z.object({ more: count, places: count, of: count })),
  getPlannedMeeting: signedIn
    .route({
      method: 'GET',
      path: '/editions/{editionId}/plans/{planId}/meetings/{meetingId}',
      summary: 'One meeting of a plan with its possible moves',
      tags,
    })
    .input(onPlanned)
    .output(plannedMeeting),
  movePlacement: guarded
    .route({
      method: 'PUT',
      path: '/editions/{editionId}/plans/{planId}/meetings/{meetingId}',
      summary: 'Place a meeting in a slot and place; conflicts are reported, not refused',
      tags,
    })
    .input(onPlanned.extend(target.shape))
    .output(placementChange),
  previewExchange: signedIn
    .route({
      method: 'GET',
      path: '/editions/{editionId}/plans/{planId}/meetings/{meetingId}/exchange',
      summary: 'What an exchange of two meetings of a plan would cause',
      tags,
    })
    .input(onPlanned.extend({ withMeetingId: id }))
    .output(placementChange.pick({ caused: true })),
  exchangePlacements: guarded
    .route({
      method: 'PUT',
      path: '/editions/{editionId}/plans/{planId}/meetings/{meetingId}/exchange',
      summary: 'Exchange two meetings of a plan, times and tables; conflicts are reported, not refused',
      tags,
    })
    .input(onPlanned.extend({ withMeetingId: id }))
    .output(
      z.object({
        changes: z.array(placementChange.pick({ meetingId: true, before: true, after: true })),
        ...placementChange.pick({ caused: true, figures: true, version: true }).shape,
      }),
    ),
  unplaceMeeting: guarded
    .route({
      method: 'DELETE',
      path: '/editions/{editionId}/plans/{planId}/meetings/{meetingId}',
      summary: 'Remove a meeting from a plan',
      tags,
    })
    .input(onPlanned)
    .output(placementChange),
  placeUnplaced: guarded
    .route({
      method: 'POST',
      path: '/editions/{editionId}/plans/{planId}/meetings/{meetingId}/place',
      summary: 'Place a meeting where there is no conflict',
      tags,
    })
    .input(onPlanned)
    .output(placementChange),
  pinMeeting: guarded
    .route({
      method: 'PUT',
      path: '/editions/{editionId}/plans/{planId}/meetings/{meetingId}/pin',
      summary: 'Pin a meeting where it is',
      tags,
    })
    .input(onPlanned)
    .output(placementChange),
  unpinMeeting: guarded
    .route({ method: 'DELETE', path: '/editions/{editionId}/plans/{planId}/meetings/{meetingId}/pin', summary: 'Unpin a meeting', tags })
    .input(onPlanned)
    .output(placementChange),
  copyPlan: signedIn
    .route({
      method: 'POST',
      path: '/editions/{editionId}/plans/{planId}/copy',
      successStatus: 201,
      summary: 'Copy a plan to a new draft',
      tags,
    })
    .input(onPlan)
    .output(plan),
  comparePlans: signedIn
    .route({ method: 'GET', path: '/editions/{editionId}/plans/{planId}/differences', summary: 'What differs from another plan', tags })
    .input(onPlan.extend({ from: id }))
    .output(z.object({ from: plan, to: plan, changes: z.array(difference), changed: count })),
  checkRelease: signedIn
    .route({
      method: 'GET',
      path: '/editions/{editionId}/plans/{planId}/release-check',
      summary: 'What a release would do and what prevents it',
      tags,
    })
    .input(onPlan)
    .output(releaseCheck),
  releasePlan: guarded
    .route({
      method: 'POST',
      path: '/editions/{editionId}/plans/{planId}/release',
      successStatus: 201,
      summary: 'Release a plan to all participants',
      tags,
    })
    .input(onPlan)
    .output(release),
};
