// The API of a city's profile: written as a draft, read by a second person, looked at as the public would see it, published, taken back.
import { z } from 'zod';
import { isLanguageTag } from '#kernel/codes.ts';
import { day, guarded, id, multilingual, multilingualOrNone, open, page, pageQuery, signedIn } from '#kernel/procedure.ts';
import { citedSource, entrySource, saidBy } from '#modules/evidence/contract/shapes.ts';
import { domains } from '../domain/profile/domains.ts';
import { goals } from '../domain/profile/goals.ts';
import { citySizes, soughtTies } from '../domain/profile/partner-call.ts';
import { profileKinds, reviewStates, stepKinds } from '../domain/profile/profile.ts';
import { publishingWays } from '../domain/profile/review.ts';
import { worldRegions } from '../domain/world-regions.ts';
import { entryExtent } from './extent.ts';
import { country } from './naming.ts';

const title = multilingual(200);
const body = multilingual(6000);
const kind = z.enum(profileKinds);
const domain = z.enum(domains);
const goal = z.literal(goals);
export const language = z
  .string()
  .max(35, { abort: true })
  .refine(isLanguageTag, { params: { code: 'cities.language_unknown' } });

/** What partner a city looks for; a list that is empty leaves it open. `contact` is an office, `reach` its mailbox, page or number. */
const sought = z.object({
  countries: z.array(country).max(60).default([]),
  regions: z.array(z.enum(worldRegions)).max(worldRegions.length).default([]),
  sizes: z.array(z.enum(citySizes)).max(citySizes.length).default([]),
  domains: z.array(domain).max(domains.length).default([]),
  ties: z.array(z.enum(soughtTies)).max(soughtTies.length).default([]),
  languages: z.array(language).max(20).default([]),
  offers: multilingualOrNone(2000).default({}),
  contact: multilingual(200),
  reach: z.string().trim().min(3).max(200),
  until: day,
});
export type SoughtShape = z.output<typeof sought>;

export const entryText = z.object({
  kind,
  domain: domain.nullable(),
  goals: z.array(goal).max(goals.length),
  title,
  body,
  extent: entryExtent,
  sought: sought.nullable(),
});

/** With where it is said and by whom; the source is null where none is stated, or it is not shared with the reader. */
const saidText = entryText.extend({ source: citedSource.nullable(), saidBy: z.string().nullable() });

/** What everybody reads. */
const publishedEntry = saidText.extend({ id: id.brand<'ProfileEntry'>(), publishedAt: z.iso.datetime() });
export type PublishedEntry = z.infer<typeof publishedEntry>;

/** Somebody of the office; the name is null where they are no longer of it. */
const person = z.object({ name: z.string().nullable(), isReader: z.boolean() });

/** What its office works on; `changed` is published, and has been edited since. */
const profileEntry = saidText.extend({
  id: id.brand<'ProfileEntry'>(),
  version: z.number().int(),
  cityId: id,
  /** The number of the text of now; `publishedVersion` that of the text everybody reads. */
  textVersion: z.number().int(),
  publishedVersion: z.number().int().nullable(),
  state: z.enum(['draft', 'published', 'changed']),
  writtenBy: person.nullable(),
  review: z.enum(reviewStates),
  /** What was asked of the reviewer, or what they answered. */
  reviewNote: z.string().nullable(),
  /** Whether the reader is the one to answer. */
  mayReview: z.boolean(),
  publishing: z.enum(publishingWays),
  updatedAt: z.iso.datetime(),
});
export type ProfileEntry = z.infer<typeof profileEntry>;

/** One step of an entry; `content` where it wrote a text. */
const entryStep = z.object({
  id: id.brand<'EntryStep'>(),
  step: z.enum(stepKinds),
  textVersion: z.number().int(),
  /** The earlier text that was taken up again. */
  fromVersion: z.number().int().nullable(),
  by: person.nullable(),
  note: z.string().nullable(),
  content: saidText.nullable(),
  at: z.iso.datetime(),
});
export type EntryStep = z.infer<typeof entryStep>;

const partnerCall = entryText.omit({ extent: true }).extend({
  id: id.brand<'ProfileEntry'>(),
  publishedAt: z.iso.datetime(),
  sought,
  city: z.object({ id: id.brand<'City'>(), slug: z.string(), name: multilingual(200), country: z.string() }),
});
export type PartnerCall = z.infer<typeof partnerCall>;

const tags = ['cities'];
const ofCity = z.object({ cityId: id });
const ofEntry = z.object({ entryId: id.brand<'ProfileEntry'>() });
const note = z.string().trim().min(1).max(2000).nullable().default(null);

export const profile = {
  getProfile: open
    .route({ method: 'GET', path: '/cities/{cityId}/profile', summary: 'The published profile of a city', tags })
    .input(ofCity)
    .output(z.object({ entries: z.array(publishedEntry) })),

  listPartnerCalls: open
    .route({ method: 'GET', path: '/partner-calls', summary: 'Open partner calls of cities', tags })
    .input(
      pageQuery.extend({
        /** Where the city lies that calls. */
        country: country.optional(),
        /** A country that the call is open to. */
        from: country.optional(),
        domain: domain.optional(),
        tie: z.enum(soughtTies).optional(),
        language: language.optional(),
      }),
    )
    .output(page(partnerCall).extend({ countries: z.array(z.string()) })),

  listProfileEntries: signedIn
    .route({ method: 'GET', path: '/cities/{cityId}/profile-entries', summary: 'The profile as its office edits it', tags })
    .input(ofCity)
    .output(z.object({ entries: z.array(profileEntry) })),

  createProfileEntry: signedIn
    .route({ method: 'POST', path: '/cities/{cityId}/profile-entries', successStatus: 201, summary: 'Create an entry as a draft', tags })
    .input(
      ofCity.extend({
        kind,
        domain: domain.nullable().default(null),
        goals: entryText.shape.goals.default([]),
        title,
        body,
        extent: entryExtent.optional(),
        sought: sought.nullable().default(null),
        /** null or left out: none is stated. */
        source: entrySource.nullable().optional(),
        saidBy: saidBy.removeDefault().optional(),
      }),
    )
    .output(profileEntry),

  updateProfileEntry: guarded
    .route({
      method: 'PATCH',
      path: '/profile-entries/{entryId}',
      summary: 'Change an entry; the published text stays until the new one is published',
      tags,
    })
    .input(
      ofEntry.extend({
        ...entryText.partial().shape,
        /** null: none is stated; left out: it stays as it is. */
        source: entrySource.nullable().optional(),
        saidBy: saidBy.removeDefault().optional(),
      }),
    )
    .output(profileEntry),

  /** Everything that was done with an entry and each of its texts, the last first. */
  listEntryHistory: signedIn
    .route({ method: 'GET', path: '/profile-entries/{entryId}/history', summary: 'Who wrote, reviewed and published what, and when', tags })
    .input(ofEntry)
    .output(z.object({ entries: z.array(entryStep) })),

  restoreProfileEntry: guarded
    .route({ method: 'PUT', path: '/profile-entries/{entryId}/text', summary: 'Restore an earlier text as a draft', tags })
    .input(ofEntry.extend({ textVersion: z.number().int().min(1).max(1_000_000) }))
    .output(profileEntry),

  askEntryReview: guarded
    .route({
      method: 'PUT',
      path: '/profile-entries/{entryId}/review-request',
      summary: 'Request a review by a colleague',
      tags,
    })
    .input(ofEntry.extend({ note }))
    .output(profileEntry),

  answerEntryReview: guarded
    .route({
      method: 'PUT',
      path: '/profile-entries/{entryId}/review',
      summary: 'Approve a colleague’s text, or return it',
      tags,
    })
    .input(ofEntry.extend({ approved: z.boolean(), note }))
    .output(profileEntry),

  /** What the public would read, beside what it reads now. */
  previewProfileEntry: signedIn
    .route({ method: 'GET', path: '/profile-entries/{entryId}/public-preview', summary: 'What would become public', tags })
    .input(ofEntry)
    .output(z.object({ version: z.number().int(), becomes: publishedEntry.omit({ publishedAt: true }), now: publishedEntry.nullable() })),

  publishProfileEntry: guarded
    .route({ method: 'PUT', path: '/profile-entries/{entryId}/publication', summary: 'Publish the version that was previewed', tags })
    /** `note`: why nobody else has read it, where nobody else is there. */
    .input(ofEntry.extend({ note }))
    .output(profileEntry),

  discardProfileEntry: guarded
    .route({ method: 'DELETE', path: '/profile-entries/{entryId}', summary: 'Discard a draft that was never published', tags })
    .input(ofEntry)
    .output(profileEntry),

  unpublishProfileEntry: guarded
    .route({
      method: 'DELETE',
      path: '/profile-entries/{entryId}/publication',
      summary: 'Withdraw an entry from publication; the draft stays',
      tags,
    })
    .input(ofEntry)
    .output(profileEntry),
};
