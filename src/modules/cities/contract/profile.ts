// The API of a city's profile: written as a draft, looked at as the public would see it, published, taken back.
import { z } from 'zod';
import { id, multilingual, procedure } from '#kernel/procedure.ts';
import { domains } from '../domain/domains.ts';
import { profileKinds } from '../domain/profile.ts';

const title = multilingual(200);
const body = multilingual(6000);
const kind = z.enum(profileKinds);
const domain = z.enum(domains);

/** What everybody reads. */
const publishedEntry = z.object({ id, kind, domain: domain.nullable(), title, body, publishedAt: z.iso.datetime() });
export type PublishedEntry = z.infer<typeof publishedEntry>;

/** What its office works on; `changed` is published, and has been edited since. */
const profileEntry = z.object({
  id,
  version: z.number().int(),
  cityId: id,
  kind,
  domain: domain.nullable(),
  title,
  body,
  state: z.enum(['draft', 'published', 'changed']),
  updatedAt: z.iso.datetime(),
});
export type ProfileEntry = z.infer<typeof profileEntry>;

const tags = ['cities'];
const ofCity = z.object({ cityId: id });
const ofEntry = z.object({ entryId: id });

export const profile = {
  getProfile: procedure
    .meta({ access: 'public' })
    .route({ method: 'GET', path: '/cities/{cityId}/profile', summary: 'What a city tells of itself', tags })
    .input(ofCity)
    .output(z.object({ entries: z.array(publishedEntry) })),

  listProfileEntries: procedure
    .meta({ access: 'signed-in' })
    .route({ method: 'GET', path: '/cities/{cityId}/profile-entries', summary: 'The profile as its office works on it', tags })
    .input(ofCity)
    .output(z.object({ entries: z.array(profileEntry) })),

  createProfileEntry: procedure
    .meta({ access: 'signed-in' })
    .route({ method: 'POST', path: '/cities/{cityId}/profile-entries', successStatus: 201, summary: 'Begin an entry as a draft', tags })
    .input(ofCity.extend({ kind, domain: domain.nullable().default(null), title, body }))
    .output(profileEntry),

  updateProfileEntry: procedure
    .meta({ access: 'signed-in', guarded: true })
    .route({
      method: 'PATCH',
      path: '/profile-entries/{entryId}',
      summary: 'Change an entry; what is published stays until published anew',
      tags,
    })
    .input(ofEntry.extend({ kind: kind.optional(), domain: domain.nullable().optional(), title: title.optional(), body: body.optional() }))
    .output(profileEntry),

  /** What the public would read, beside what it reads now. */
  previewProfileEntry: procedure
    .meta({ access: 'signed-in' })
    .route({ method: 'GET', path: '/profile-entries/{entryId}/public-preview', summary: 'What would become public', tags })
    .input(ofEntry)
    .output(z.object({ version: z.number().int(), becomes: publishedEntry.omit({ publishedAt: true }), now: publishedEntry.nullable() })),

  publishProfileEntry: procedure
    .meta({ access: 'signed-in', guarded: true })
    .route({ method: 'PUT', path: '/profile-entries/{entryId}/publication', summary: 'Publish the version that was previewed', tags })
    .input(ofEntry)
    .output(profileEntry),

  unpublishProfileEntry: procedure
    .meta({ access: 'signed-in', guarded: true })
    .route({ method: 'DELETE', path: '/profile-entries/{entryId}/publication', summary: 'Take an entry back; the draft stays', tags })
    .input(ofEntry)
    .output(profileEntry),
};
