// What listings, stands, groups, participants and interpreters look like to those who call the API.
import { z } from 'zod';
import { id, multilingual, officeId } from '#kernel/procedure.ts';
import { country, entryDetails } from '#modules/organisations/contract.ts';
import { nameOrders } from '#modules/organisations/domain/contact.ts';
import { groupKinds, meetingPoints, participantRoles } from '../domain/roster.ts';
import { limits } from '../domain/limits.ts';
import { sizes } from '../domain/topic.ts';

const instant = z.iso.datetime();
const count = z.number().int();
/** The sign of a participant, group or stand, and the name of a hall, as they are entered. */
export const code = z.string().trim().min(1).max(30);
export const hall = z.string().trim().max(60);
const version = z.number().int();

/** Its place in the market: topics of the edition's own list, countries and regions, how many work there, and what is said of offer and need beside their words. */
export const market = {
  offerTopics: z.array(id.brand<'Topic'>()).max(limits.topics),
  needTopics: z.array(id.brand<'Topic'>()).max(limits.topics),
  markets: z.array(country).max(limits.markets),
  size: z.enum(sizes).nullable(),
  offerDetails: entryDetails.nullable(),
  needDetails: entryDetails.nullable(),
};

/** What others may know of a participant. */
export const listing = z.object({
  participantId: id.brand<'Participant'>(),
  /** By which it is known to have been at another edition, too. */
  organisationId: id.brand<'Organisation'>(),
  role: z.enum(participantRoles),
  /** What it brings and what it seeks at this edition; null where nobody said. */
  offer: multilingual(1000).nullable(),
  need: multilingual(1000).nullable(),
  ...market,
  code: z.string(),
  name: multilingual(200),
  country: z.string().nullable(),
  city: z.string().nullable(),
  standId: id.brand<'Stand'>().nullable(),
  standCode: z.string().nullable(),
  hall: z.string().nullable(),
  leadsStand: z.boolean(),
  meetsAt: z.enum(meetingPoints),
  /** How a name in Han characters is typed by its sound, whole and by initials; empty where there is none. */
  sound: z.string(),
});
export type Listing = z.infer<typeof listing>;

/** As who takes part is listed: with how many pictures and papers stand in the entry, for those who take part themselves. */
export const listed = listing.extend({ files: z.number().int() });
export type Listed = z.infer<typeof listed>;

/** What is entered of a stand. */
export const standFields = {
  ...{ code, hall, seats: count.min(0).max(limits.placeSeats) },
  /** m²; null where it is not known. */
  area: z.number().positive().max(100_000).nullable(),
};

export const stand = z.object({
  id: id.brand<'Stand'>(),
  version,
  ...standFields,
  exhibitors: z.array(
    z.object({ participantId: id.brand<'Participant'>(), code: z.string(), name: multilingual(200), isLead: z.boolean() }),
  ),
});
export type Stand = z.infer<typeof stand>;

export const group = z.object({
  id: id.brand<'Group'>(),
  version,
  code: z.string(),
  kind: z.enum(groupKinds),
  name: multilingual(200),
  parentId: id.brand<'Group'>().nullable(),
  leadOffice: officeId.nullable(),
  leadOfficeName: multilingual(200).nullable(),
  memberCount: count,
});
export type Group = z.infer<typeof group>;

const unavailable = z.object({ startsAt: instant, endsAt: instant, reason: z.string() });

/** A contact as its readers see it; the first of a participant's contacts is the one to ask first. */
export const contact = z.object({
  surname: z.string(),
  givenName: z.string(),
  nameOrder: z.enum(nameOrders),
  post: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  languages: z.array(z.string()),
});
export type Contact = z.infer<typeof contact>;

export const participant = z.object({
  id: id.brand<'Participant'>(),
  version,
  code: z.string(),
  organisationId: id.brand<'Organisation'>(),
  officeId: officeId.nullable(),
  officeName: multilingual(200).nullable(),
  name: multilingual(200),
  country: z.string().nullable(),
  city: z.string().nullable(),
  role: z.enum(participantRoles),
  offer: multilingual(1000).nullable(),
  need: multilingual(1000).nullable(),
  ...market,
  seats: count,
  languages: z.array(z.string()),
  minMeetings: count.nullable(),
  maxMeetings: count.nullable(),
  groupId: id.brand<'Group'>().nullable(),
  standId: id.brand<'Stand'>().nullable(),
  leadsStand: z.boolean(),
  meetsAt: z.enum(meetingPoints),
  contacts: z.array(contact),
  listed: z.boolean(),
  withdrawnAt: instant.nullable(),
  /** When the company itself last said that its entry is right, and when it can meet. */
  profileSaidAt: instant.nullable(),
  timesSaidAt: instant.nullable(),
  unavailable: z.array(unavailable),
  mayEdit: z.boolean(),
  /** What is kept of it and compared with nobody, and what to do about it, in the caller's language. */
  advice: z.array(z.object({ field: z.enum(['offerDetails', 'needDetails']), code: z.string(), message: z.string() })),
});
export type Participant = z.infer<typeof participant>;

export const interpreter = z.object({
  id: id.brand<'Interpreter'>(),
  version,
  name: z.string(),
  languages: z.array(z.string()),
  /** When they are away as the organiser has it, and when they cannot by their own word; both for the organiser alone. */
  unavailable: z.array(unavailable),
  saidAway: z.array(unavailable.omit({ reason: true })),
  timesSaidAt: instant.nullable(),
  /** What they interpret at most without a rest, in minutes; null: nothing was agreed. */
  longestMinutes: count.nullable(),
  /** How long a pause has to be to be a rest, in minutes; null: a quarter of an hour, as usual. */
  restMinutes: count.nullable(),
  /** For the organiser and the interpreter alone; null where nothing is entered. */
  contact: contact.omit({ post: true, languages: true }).nullable(),
});
export type Interpreter = z.infer<typeof interpreter>;
