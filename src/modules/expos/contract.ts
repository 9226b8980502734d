// The API of expos: editions, their setup, stands, groups, participants and interpreters.
import { z } from 'zod';
import { day, guarded, id, linked, multilingual, officeId, open, page, pageQuery, signedIn } from '#kernel/procedure.ts';
import { typedSearch } from '#kernel/writing/typed.ts';
import { country, language } from '#modules/organisations/contract.ts';
import { contactFields, interpreterContact } from './contract/contact-fields.ts';
import { compare } from './contract/compare.ts';
import { programme } from './contract/programme.ts';
import { edition, setup, visibility } from './contract/edition.ts';
import { code, group, hall, interpreter, listed, listing, market, participant, stand, standFields } from './contract/roster.ts';
import { saying } from './contract/saying.ts';
import { saidOfExpos } from './contract/said.ts';
import { floor } from './contract/floor.ts';
import { series } from './contract/series.ts';
import { letters } from './contract/letters.ts';
import { ownSide } from './contract/own-side.ts';
import { profileFiles } from './contract/profile-files.ts';
import { registrations } from './contract/registration.ts';
import { takeOver } from './contract/take-over.ts';
import { listingFilter, topics } from './contract/topics.ts';
import { groupVisits } from './contract/group-visits.ts';
import { isTimeZone } from './domain/time-zone.ts';
import { groupKinds, meetingPoints, participantRoles } from './domain/roster.ts';
import { limits } from './domain/limits.ts';

/** An instant in UTC, within the years the product can hold. */
const instant = z.iso
  .datetime({ abort: true })
  .refine((text) => text >= '1800' && text < '2200', { params: { code: 'kernel.bad_instant' } });

const timeZone = z
  .string()
  .max(60, { abort: true })
  .refine(isTimeZone, { params: { code: 'expos.time_zone_unknown' } });
const website = z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(300);
const version = z.number().int();
const count = z.number().int();
const role = z.enum(participantRoles);
const city = z.string().trim().min(1).max(120);

const editionFields = {
  name: multilingual(200),
  venue: multilingual(200),
  description: multilingual(4000).nullable(),
  website: website.nullable(),
  timeZone,
  firstDay: day,
  lastDay: day,
  expoId: id.brand<'Expo'>().nullable(),
};

const [groupId, organisationId] = [id.brand<'Group'>(), id.brand<'Organisation'>()];

const span = z.object({ startsAt: instant, endsAt: instant, reason: z.string().trim().max(200).default('') });
const meetingLimit = z.number().int().min(0).max(limits.meetings);
const participantFields = {
  code,
  name: multilingual(200),
  country: country.nullable(),
  city: city.nullable(),
  role,
  offer: saying.nullable(),
  need: saying.nullable(),
  ...market,
  seats: z.number().int().min(1).max(limits.participantSeats),
  languages: z.array(language).max(limits.languages),
  minMeetings: meetingLimit.nullable(),
  maxMeetings: meetingLimit.nullable(),
  groupId: groupId.nullable(),
  standId: id.brand<'Stand'>().nullable(),
  leadsStand: z.boolean(),
  meetsAt: z.enum(meetingPoints),
  officeId: officeId.nullable(),
  contacts: z.array(contactFields).max(limits.contacts),
  listed: z.boolean(),
};

const interpreterFields = {
  name: z.string().trim().min(1).max(120),
  languages: z.array(language).min(1).max(limits.languages),
  unavailable: z.array(span).max(limits.unavailable),
  longestMinutes: z.number().int().min(limits.longestMinutes[0]).max(limits.longestMinutes[1]).nullable(),
  restMinutes: z.number().int().min(limits.restMinutes[0]).max(limits.restMinutes[1]).nullable(),
  contact: interpreterContact,
};

const interpreterDefaults = {
  unavailable: interpreterFields.unavailable.default([]),
  longestMinutes: interpreterFields.longestMinutes.default(null),
  restMinutes: interpreterFields.restMinutes.default(null),
  contact: interpreterContact.prefault({}),
};

const groupFields = {
  ...{ code, kind: z.enum(groupKinds), name: multilingual(200) },
  ...{ parentId: groupId.nullable(), leadOffice: officeId.nullable() },
};

const tags = ['expos'];
const ofEdition = z.object({ editionId: id });
const ofStand = z.object({ editionId: id, standId: id.brand<'Stand'>() });
const ofGroup = z.object({ editionId: id, groupId });
const ofParticipant = z.object({ editionId: id, participantId: id.brand<'Participant'>() });
const ofInterpreter = z.object({ editionId: id, interpreterId: id });
const gone = z.object({ id });

export const expos = {
  ...groupVisits,
  ...saidOfExpos,
  ...compare,
  ...series,
  ...ownSide,
  ...profileFiles,
  ...letters,
  ...topics,
  ...takeOver,
  ...floor,
  ...registrations,

  listEditions: open
    .route({ method: 'GET', path: '/editions', summary: 'Editions the caller can see, newest first', tags })
    .input(
      pageQuery.extend({
        among: z.enum(['listed', 'archived']).optional(),
        organiser: officeId.optional(),
        expo: id.brand<'Expo'>().optional(),
        q: typedSearch(120).optional(),
        from: day.optional(),
        to: day.optional(),
      }),
    )
    .output(page(edition)),

  /** `edition` is an id or a slug. */
  getEdition: open
    .route({ method: 'GET', path: '/editions/{edition}', summary: 'One edition by id or slug', tags })
    .input(z.object({ edition: z.string().min(1).max(120) }))
    .output(edition),

  createEdition: signedIn
    .route({ method: 'POST', path: '/editions', successStatus: 201, summary: 'Add an edition for an organiser', tags })
    .input(z.object(editionFields).partial({ description: true, website: true, expoId: true }).extend({ office: officeId }))
    .output(edition),

  updateEdition: guarded
    .route({ method: 'PATCH', path: '/editions/{editionId}', summary: 'Change an edition', tags })
    .input(
      z
        .object(editionFields)
        .partial()
        .extend({
          ...ofEdition.shape,
          /** All slots and absences move with the first day, by as many days. */
          moveSlots: z.boolean().optional(),
          /** Takes it out of the lists, or brings it back. */
          archived: z.boolean().optional(),
        }),
    )
    .output(edition),

  /** What the public would see; `digest` must be handed to `publishEdition`. */
  previewPublication: signedIn
    .route({ method: 'GET', path: '/editions/{editionId}/publication', summary: 'Preview of what would become public', tags })
    .input(ofEdition)
    .output(
      z.object({
        editionId: id,
        version,
        visibility,
        digest: z.string(),
        fields: z.array(z.enum(['name', 'expo', 'organiser', 'venue', 'description', 'website', 'firstDay', 'lastDay', 'timeZone'])),
        counts: z.object({ slots: count, tables: count, stands: count, exhibitors: count, buyers: count, countries: count }),
        exhibitors: z.array(listing),
        keptBack: z.object({ exhibitors: count, buyers: count }),
      }),
    ),

  publishEdition: guarded
    .route({ method: 'PUT', path: '/editions/{editionId}/publication', summary: 'Make an edition and its exhibitors public', tags })
    .input(ofEdition.extend({ digest: z.string().min(1).max(100) }))
    .output(edition),

  unpublishEdition: guarded
    .route({ method: 'DELETE', path: '/editions/{editionId}/publication', summary: 'Make an edition private again', tags })
    .input(ofEdition)
    .output(edition),

  getSetup: open
    .route({ method: 'GET', path: '/editions/{editionId}/setup', summary: 'Slots and places of an edition', tags })
    .input(ofEdition)
    .output(setup),

  /** Slots keep their identity by their span: what is not in the new list goes, unless a plan uses it. */
  replaceSlots: guarded
    .route({ method: 'PUT', path: '/editions/{editionId}/slots', summary: 'Set all slots of an edition', tags })
    .input(
      ofEdition.extend({
        slots: z.array(z.object({ startsAt: instant, endsAt: instant, session: z.number().int().min(1).max(limits.sessions) })).max(2000),
      }),
    )
    .output(setup),

  /** Tables keep their identity by their number; `closedSlots` are ids of slots. */
  replaceTables: guarded
    .route({ method: 'PUT', path: '/editions/{editionId}/tables', summary: 'Set all tables of an edition', tags })
    .input(
      ofEdition.extend({
        tables: z
          .array(
            z.object({
              number: z.number().int().min(1).max(99999),
              hall: hall.default(''),
              seats: z.number().int().min(1).max(limits.placeSeats).default(1),
              closedSlots: z.array(id).max(limits.slots).default([]),
            }),
          )
          .max(2000),
      }),
    )
    .output(setup),

  closePlace: guarded
    .route({
      method: 'PUT',
      path: '/editions/{editionId}/places/{placeId}/closed-slots',
      summary: 'Set the slots in which a place is unavailable',
      tags,
    })
    .input(ofEdition.extend({ placeId: id, closedSlots: z.array(id).max(limits.slots) }))
    .output(setup),

  listDirectory: open
    .route({ method: 'GET', path: '/editions/{editionId}/directory', summary: 'Participants the caller can see', tags })
    .input(
      pageQuery.extend({
        ...listingFilter,
        editionId: id,
        role: role.optional(),
        q: typedSearch(120).optional(),
        // Everybody, to choose from, in a few pages.
        limit: z.coerce.number().int().min(1).max(1000).default(50),
      }),
    )
    // With the first page: the countries and regions that any of that role are from, whatever else is asked for.
    .output(page(listed).extend({ countries: z.array(z.string()) })),

  listStands: open
    .route({ method: 'GET', path: '/editions/{editionId}/stands', summary: 'Stands with lead exhibitor and co-exhibitors', tags })
    .input(pageQuery.extend({ editionId: id, q: typedSearch(120).optional() }))
    .output(page(stand)),

  createStand: signedIn
    .route({ method: 'POST', path: '/editions/{editionId}/stands', successStatus: 201, summary: 'Add a stand', tags })
    .input(z.object(standFields).partial().required({ code: true }).extend(ofEdition.shape))
    .output(stand),

  updateStand: guarded
    .route({ method: 'PATCH', path: '/editions/{editionId}/stands/{standId}', summary: 'Change a stand', tags })
    .input(z.object(standFields).partial().extend(ofStand.shape))
    .output(stand),

  removeStand: guarded
    .route({ method: 'DELETE', path: '/editions/{editionId}/stands/{standId}', summary: 'Remove an empty stand', tags })
    .input(ofStand)
    .output(gone),

  listGroups: signedIn
    .route({ method: 'GET', path: '/editions/{editionId}/groups', summary: 'Delegations and trading groups', tags })
    .input(pageQuery.extend({ editionId: id }))
    .output(page(group)),

  createGroup: signedIn
    .route({ method: 'POST', path: '/editions/{editionId}/groups', successStatus: 201, summary: 'Add a delegation or trading group', tags })
    .input(z.object(groupFields).partial({ parentId: true, leadOffice: true }).extend(ofEdition.shape))
    .output(group),

  updateGroup: guarded
    .route({ method: 'PATCH', path: '/editions/{editionId}/groups/{groupId}', summary: 'Change a group', tags })
    .input(z.object(groupFields).partial().extend(ofGroup.shape))
    .output(group),

  removeGroup: guarded
    .route({ method: 'DELETE', path: '/editions/{editionId}/groups/{groupId}', summary: 'Remove an empty group', tags })
    .input(ofGroup)
    .output(gone),

  listParticipants: signedIn
    .route({ method: 'GET', path: '/editions/{editionId}/participants', summary: 'Participants with their planning details', tags })
    .input(
      pageQuery.extend({
        editionId: id,
        role: role.optional(),
        groupId: groupId.optional(),
        standId: id.brand<'Stand'>().optional(),
        country: country.optional(),
        state: z.enum(['active', 'withdrawn', 'all']).default('active'),
        q: typedSearch(120).optional(),
      }),
    )
    .output(page(participant)),

  getParticipant: linked
    .route({ method: 'GET', path: '/editions/{editionId}/participants/{participantId}', summary: 'One participant', tags })
    .input(ofParticipant)
    .output(participant),

  /** Either an organisation on record, or a new one by name, which is recorded with it. */
  createParticipant: signedIn
    .route({ method: 'POST', path: '/editions/{editionId}/participants', successStatus: 201, summary: 'Add a participant', tags })
    .input(
      z
        .object(participantFields)
        .partial()
        .required({ code: true, role: true })
        .extend({
          ...{ editionId: id, organisationId: organisationId.optional() },
          unavailable: z.array(span).max(limits.unavailable).default([]),
        }),
    )
    .output(participant),

  updateParticipant: guarded
    .route({ method: 'PATCH', path: '/editions/{editionId}/participants/{participantId}', summary: 'Change a participant', tags })
    .input(z.object(participantFields).partial().extend(ofParticipant.shape))
    .output(participant),

  replaceUnavailable: guarded
    .route({
      method: 'PUT',
      path: '/editions/{editionId}/participants/{participantId}/unavailable',
      summary: 'Set when a participant is unavailable',
      tags,
    })
    .input(ofParticipant.extend({ unavailable: z.array(span).max(limits.unavailable) }))
    .output(participant),

  withdrawParticipant: guarded
    .route({
      method: 'PUT',
      path: '/editions/{editionId}/participants/{participantId}/withdrawal',
      summary: 'Withdraw a participant; nothing is deleted',
      tags,
    })
    .input(ofParticipant)
    .output(participant),

  reinstateParticipant: guarded
    .route({
      method: 'DELETE',
      path: '/editions/{editionId}/participants/{participantId}/withdrawal',
      summary: 'Reinstate a withdrawn participant',
      tags,
    })
    .input(ofParticipant)
    .output(participant),

  listInterpreters: signedIn
    .route({ method: 'GET', path: '/editions/{editionId}/interpreters', summary: 'Interpreters of an edition', tags })
    .input(pageQuery.extend({ editionId: id }))
    .output(page(interpreter)),

  createInterpreter: signedIn
    .route({ method: 'POST', path: '/editions/{editionId}/interpreters', successStatus: 201, summary: 'Add an interpreter', tags })
    .input(ofEdition.extend({ ...interpreterFields, ...interpreterDefaults }))
    .output(interpreter),

  updateInterpreter: guarded
    .route({ method: 'PATCH', path: '/editions/{editionId}/interpreters/{interpreterId}', summary: 'Change an interpreter', tags })
    .input(z.object(interpreterFields).partial().extend(ofInterpreter.shape))
    .output(interpreter),

  removeInterpreter: guarded
    .route({
      method: 'DELETE',
      path: '/editions/{editionId}/interpreters/{interpreterId}',
      summary: 'Remove an interpreter that no plan uses',
      tags,
    })
    .input(ofInterpreter)
    .output(gone),

  ...programme,
};

/** What a use case is handed once its input has been read: `Asked<'createEdition'>`. */
export type Asked<P extends keyof typeof expos> = z.output<NonNullable<(typeof expos)[P]['~orpc']['inputSchema']>>;
/** What it answers. */
export type Answer<P extends keyof typeof expos> = z.output<NonNullable<(typeof expos)[P]['~orpc']['outputSchema']>>;
