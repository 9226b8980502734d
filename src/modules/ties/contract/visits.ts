// The API of who travels in a visit and of what is done there day by day.
import { z } from 'zod';
import { confirmed, flexDate, guarded, id, multilingual, multilingualOrNone, officeId, open, signedIn } from '#kernel/procedure.ts';
import { READ_AT_ONCE } from '#kernel/result.ts';
import { isTimeZone } from '#modules/cities/domain/city-attributes.ts';
import { nameOrders } from '#modules/organisations/domain/contact.ts';
import { visitParts } from '../domain/visit/audience.ts';
import { dayParts } from '../domain/visit/itinerary.ts';
import { party, partyInput } from './shapes.ts';

const tags = ['ties'];
const ofVisit = z.object({ visitId: id.brand<'Exchange'>() });
const visibility = z.enum(['private', 'shared', 'public']);
const travellerId = id.brand<'Traveller'>();
const clock = z
  .string()
  .max(5, { abort: true })
  .refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), { params: { code: 'ties.bad_time' } });
const timeZone = z
  .string()
  .max(60, { abort: true })
  .refine(isTimeZone, { params: { code: 'cities.zone_unknown' } });

const personName = z.object({
  surname: z.string().trim().min(1).max(100),
  givenName: z.string().trim().max(100).default(''),
  nameOrder: z.enum(nameOrders).default('given_first'),
  contactId: id.nullable().default(null),
});

const travellerFacts = {
  leads: z.boolean().default(false),
  post: multilingual(200).nullable().default(null),
  organisation: multilingual(200).nullable().default(null),
  organisationId: id.nullable().default(null),
};

/** In order of rank. `id` null: new. `name` null: not known, or no longer kept. */
const enteredTraveller = z.object({
  id: travellerId.nullable().default(null),
  ...travellerFacts,
  name: personName.nullable().default(null),
});

/** `organisationId` and `name.contactId` are told to whoever may see these. */
const traveller = z.object({
  id: travellerId,
  leads: z.boolean(),
  post: multilingual().nullable(),
  organisation: multilingual().nullable(),
  organisationId: id.nullable(),
  name: personName.nullable(),
});
export type TravellerShown = z.infer<typeof traveller>;

const stopFacts = {
  date: flexDate,
  part: z.enum(dayParts).nullable().default(null),
  starts: clock.nullable().default(null),
  ends: clock.nullable().default(null),
  place: multilingual(300).nullable().default(null),
  travellerIds: z.array(travellerId).max(200).default([]),
  agreementId: id.brand<'Agreement'>().nullable().default(null),
};

const enteredStop = z.object({
  id: id.brand<'Stop'>().nullable().default(null),
  ...stopFacts,
  title: multilingualOrNone(300),
  parties: z.array(partyInput).max(20).default([]),
});

/** An agreement that the reader may not see is not told. `outside`: not within the days of the visit. */
const stop = z.object({
  id: id.brand<'Stop'>(),
  ...stopFacts,
  title: multilingual(300),
  parties: z.array(party),
  outside: z.boolean(),
});
export type StopShown = z.infer<typeof stop>;

/** Whom it is shared with is told to its own office. */
const seen = { visibility, sharedWith: z.array(z.object({ id: officeId, name: multilingual() })) };

const visit = z.object({
  visitId: id.brand<'Exchange'>(),
  mayEdit: z.boolean(),
  /** null: none was entered, or the reader may not see it. */
  delegation: z
    .object({
      ...seen,
      version: z.number().int(),
      travellers: z.array(traveller),
      names: z.object({ ...seen, keepUntil: z.iso.date() }).nullable(),
    })
    .nullable(),
  itinerary: z.object({ ...seen, version: z.number().int(), timeZone: z.string(), stops: z.array(stop) }).nullable(),
});
export type VisitShown = z.infer<typeof visit>;

const count = z.number().int();

export const visits = {
  countTravel: signedIn
    .route({ method: 'GET', path: '/offices/{officeId}/travel', tags, summary: 'How many people an office has sent abroad, year by year' })
    .input(z.object({ officeId }))
    .output(
      z.object({
        years: z.array(
          z.object({
            /** Null: of visits whose year is not known. */
            year: z.string().nullable(),
            visits: count,
            people: count,
            /** Visits of which nobody said how many travelled. */
            unknown: count,
            costs: z.array(z.object({ value: z.string(), currency: z.string() })),
          }),
        ),
      }),
    ),
  getVisit: open
    .route({
      method: 'GET',
      path: '/visits/{visitId}',
      tags,
      summary: 'Who travels in a visit and what is done there, as far as the caller can see it',
    })
    .input(ofVisit)
    .output(visit),
  setDelegation: guarded
    .route({
      method: 'PUT',
      path: '/visits/{visitId}/delegation',
      tags,
      summary: 'Set who travels, in order of rank; names are kept until a date (version 0: none was entered yet)',
    })
    /** `keepUntil` may be left out where no name is given. */
    .input(ofVisit.extend({ travellers: z.array(enteredTraveller).max(200), keepUntil: z.iso.date().nullable().default(null) }))
    .output(visit),
  setItinerary: guarded
    .route({
      method: 'PUT',
      path: '/visits/{visitId}/itinerary',
      tags,
      summary: 'Set what is done in a visit day by day (version 0: none was entered yet)',
    })
    .input(ofVisit.extend({ timeZone, stops: z.array(enteredStop).max(300), confirmed: confirmed([READ_AT_ONCE]) }))
    .output(visit),
  setVisitAudience: guarded
    .route({
      method: 'PUT',
      path: '/visits/{visitId}/audience',
      tags,
      summary: 'Set who can see the delegation, its names or the itinerary; never more than can see the visit',
    })
    .input(ofVisit.extend({ part: z.enum(visitParts), visibility, sharedWith: z.array(officeId).max(200).default([]) }))
    .output(visit),
};
