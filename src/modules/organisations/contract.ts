// The API of organisations and their contacts, as server and browser both read it.
import { z } from 'zod';
import { hasMarkup } from '#kernel/writing/markup.ts';
import { day, guarded, id, multilingual, officeId, open, page, pageQuery, signedIn } from '#kernel/procedure.ts';
import { isCountry, isLanguageTag, spokenLanguage } from '#kernel/codes.ts';
import { typedEmail, typedSearch } from '#kernel/writing/typed.ts';
import { daysInOrder, extentShape, notInOrder, plainWords } from '#modules/cities/contract/extent.ts';
import { goals } from '#modules/cities/domain/profile/goals.ts';
import { longestSource, longestTitle } from './domain/entry.ts';
import { organisationKinds } from './domain/organisation.ts';

const instant = z.iso.datetime();
/** A country as callers write it; also used by the contracts of modules below. */
export const country = z
  .string()
  .min(1, { abort: true })
  .length(2, { abort: true })
  .refine(isCountry, { params: { code: 'organisations.country_unknown' } });
/** A language as callers write it. */
/** A language that somebody speaks: two tags of one language are the same to whoever plans. */
export const language = z
  .string()
  .max(35, { abort: true })
  .refine(isLanguageTag, { params: { code: 'organisations.language_unknown' } })
  .overwrite(spokenLanguage);
const entryTitle = multilingual(longestTitle)
  .refine((title) => Object.keys(title).every(isLanguageTag), { params: { code: 'organisations.language_unknown' } })
  .refine((title) => !Object.values(title).some(({ text }) => hasMarkup(text)), { params: { code: 'cities.plain_words' } });
/** What is said of an offer or a need beside its words; empty or null where nobody said. */
export const entryDetails = z
  .object({
    title: entryTitle.nullable().default(null),
    goals: z.array(z.literal(goals)).max(goals.length),
    ...extentShape,
    source: plainWords(longestSource).nullable(),
  })
  .refine(daysInOrder, notInOrder);

const website = z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(300);
const visibility = z.enum(['private', 'shared', 'public']);

/**
 * An organisation as its readers see it. `officeId` is the office that is this organisation, if it works in Hansa; `sharedWith` is
 * told to the office that keeps the entry, to others it is empty.
 */
export const organisation = z.object({
  id: id.brand<'Organisation'>(),
  version: z.number().int(),
  kind: z.enum(organisationKinds),
  name: multilingual(200),
  country: z.string().nullable(),
  city: z.string().nullable(),
  website: z.string().nullable(),
  officeId: officeId.nullable(),
  ownerOffice: officeId,
  visibility,
  sharedWith: z.array(z.object({ id, name: multilingual(200) })),
  mayEdit: z.boolean(),
  updatedAt: instant,
});
export type Organisation = z.infer<typeof organisation>;

const organisationFields = z.object({
  kind: z.enum(organisationKinds).default('company'),
  name: multilingual(200),
  country: country.nullable().default(null),
  city: z.string().trim().min(1).max(120).nullable().default(null),
  website: website.nullable().default(null),
  officeId: officeId.nullable().default(null),
});

const organisationChange = z.object({
  kind: z.enum(organisationKinds).optional(),
  name: multilingual(200).optional(),
  country: country.nullable().optional(),
  city: z.string().trim().min(1).max(120).nullable().optional(),
  website: website.nullable().optional(),
  officeId: officeId.nullable().optional(),
});

/** A person in a post of an organisation; dates are inclusive days, null where not known. */
export const contact = z.object({
  id: id.brand<'Contact'>(),
  version: z.number().int(),
  organisationId: id.brand<'Organisation'>(),
  surname: z.string(),
  givenName: z.string(),
  nameOrder: z.enum(['surname_first', 'given_first']),
  title: multilingual(120).nullable(),
  post: multilingual(200).nullable(),
  languages: z.array(z.string()),
  email: z.string().nullable(),
  fromDate: z.string().nullable(),
  toDate: z.string().nullable(),
});
export type Contact = z.infer<typeof contact>;

const contactFields = z.object({
  surname: z.string().trim().min(1).max(80),
  givenName: z.string().trim().max(80).default(''),
  nameOrder: z.enum(['surname_first', 'given_first']).default('given_first'),
  title: multilingual(120).nullable().default(null),
  post: multilingual(200).nullable().default(null),
  languages: z.array(language).max(20).default([]),
  email: typedEmail().nullable().default(null),
  fromDate: day.nullable().default(null),
});

const contactChange = z.object({
  surname: z.string().trim().min(1).max(80).optional(),
  givenName: z.string().trim().max(80).optional(),
  nameOrder: z.enum(['surname_first', 'given_first']).optional(),
  title: multilingual(120).nullable().optional(),
  post: multilingual(200).nullable().optional(),
  languages: z.array(language).max(20).optional(),
  email: typedEmail().nullable().optional(),
  fromDate: day.nullable().optional(),
});

const tags = ['organisations'];
const ofOrganisation = z.object({ organisationId: id.brand<'Organisation'>() });
const ofContact = z.object({ organisationId: id.brand<'Organisation'>(), contactId: id.brand<'Contact'>() });

export const organisations = {
  listOrganisations: open
    .route({ method: 'GET', path: '/organisations', summary: 'Organisations the caller can see, by name in any language', tags })
    .input(
      pageQuery.extend({
        q: typedSearch(120).optional(),
        country: country.optional(),
        kind: z.enum(organisationKinds).optional(),
        ownerOffice: officeId.optional(),
      }),
    )
    .output(page(organisation).extend({ countries: z.array(z.string()) })),

  getOrganisation: open
    .route({ method: 'GET', path: '/organisations/{organisationId}', summary: 'One organisation', tags })
    .input(ofOrganisation)
    .output(organisation),

  createOrganisation: signedIn
    .route({ method: 'POST', path: '/organisations', successStatus: 201, summary: 'Record an organisation for an office', tags })
    .input(organisationFields.extend({ office: officeId }))
    .output(organisation),

  updateOrganisation: guarded
    .route({ method: 'PATCH', path: '/organisations/{organisationId}', summary: 'Correct an organisation', tags })
    .input(organisationChange.extend({ organisationId: id.brand<'Organisation'>() }))
    .output(organisation),

  /** What the public would see, before it does. */
  previewOrganisation: signedIn
    .route({ method: 'GET', path: '/organisations/{organisationId}/public-preview', summary: 'What would become public', tags })
    .input(ofOrganisation)
    .output(
      z.object({
        version: z.number().int(),
        becomesPublic: z.array(z.object({ field: z.enum(['kind', 'name', 'country', 'city', 'website']), value: z.string() })),
        staysPrivate: z.object({ contacts: z.number().int() }),
      }),
    ),

  setOrganisationAudience: guarded
    .route({ method: 'PUT', path: '/organisations/{organisationId}/audience', summary: 'Set who can see an organisation', tags })
    .input(ofOrganisation.extend({ visibility, sharedWith: z.array(officeId).max(200).default([]) }))
    .output(organisation),

  listContacts: signedIn
    .route({ method: 'GET', path: '/organisations/{organisationId}/contacts', summary: 'People in posts of an organisation', tags })
    .input(pageQuery.extend({ organisationId: id.brand<'Organisation'>(), at: day.optional() }))
    .output(page(contact)),

  addContact: signedIn
    .route({
      method: 'POST',
      path: '/organisations/{organisationId}/contacts',
      successStatus: 201,
      summary: 'Add a person in a post',
      tags,
    })
    .input(contactFields.extend({ organisationId: id.brand<'Organisation'>() }))
    .output(contact),

  updateContact: guarded
    .route({ method: 'PATCH', path: '/organisations/{organisationId}/contacts/{contactId}', summary: 'Correct a contact', tags })
    .input(contactChange.extend(ofContact.shape))
    .output(contact),

  endContact: guarded
    .route({
      method: 'PUT',
      path: '/organisations/{organisationId}/contacts/{contactId}/end',
      summary: 'Record the last day of a person in a post',
      tags,
    })
    /** null: they are still in the post. */
    .input(ofContact.extend({ toDate: day.nullable() }))
    .output(contact),

  eraseContact: guarded
    .route({
      method: 'POST',
      path: '/organisations/{organisationId}/contacts/{contactId}/erase',
      summary: 'Take a person out of their entry for good; the post and its dates stay',
      tags,
    })
    .input(ofContact)
    .output(contact),
};

/** What a use case is handed once its input has been read: `Asked<'createOrganisation'>`. */
export type Asked<P extends keyof typeof organisations> = z.output<NonNullable<(typeof organisations)[P]['~orpc']['inputSchema']>>;
/** A page of entries as the API gives it. */
export type Page<E> = { entries: E[]; nextCursor: string | null };
