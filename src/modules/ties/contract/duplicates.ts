// The API of entries that may be one city: what speaks for it and against it, what would become of what, and the way back.
import { z } from 'zod';
import { guarded, id, multilingual, officeId, signedIn } from '#kernel/procedure.ts';
import { cityKind, groundCode, nameKind, verdict } from '#modules/cities/contract/merging.ts';

const reason = z.string().trim().min(1).max(1000);

const cityId = id.brand<'City'>();

/** One entry as it stands beside the other. */
const side = z.object({
  id: cityId,
  slug: z.string(),
  name: multilingual(200),
  names: z.array(z.object({ language: z.string(), text: z.string(), kind: nameKind })),
  kind: cityKind,
  country: z.string(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  geonamesId: z.number().int().nullable(),
  wikidataId: z.string().nullable(),
  isPublic: z.boolean(),
  /** An office of its own keeps it. */
  hasOffice: z.boolean(),
  /** Cities it is tied with, as far as one may see. */
  sisters: z.number().int(),
});
export type DuplicateSide = z.infer<typeof side>;

const ground = z.object({
  code: groundCode,
  points: z.number().int(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type DuplicateGround = z.infer<typeof ground>;

/** Two entries that may be one; `stays` is the one that should. `score` from 0 to 100; grounds above zero points speak for it. */
const duplicate = z.object({
  stays: side,
  goes: side,
  score: z.number().int(),
  grounds: z.array(ground),
  /** What offices have said of it: the register office's own word, and who asks. */
  said: z.array(z.object({ verdict, office: z.object({ id, name: multilingual(200) }), reason: z.string().nullable() })),
});
export type Duplicate = z.infer<typeof duplicate>;

/** Codes of what stands in the way; what changes hands, as far as the actor may see it. */
const preview = z.object({
  pair: duplicate,
  problems: z.array(z.string()),
  becomes: z.object({
    /** The address that from then on leads to the one that stays. */
    formerSlug: z.string(),
    /** Ties that become ties of the one that stays; of them those that it has already. */
    ties: z.number().int(),
    tiesJoined: z.number().int(),
    agreements: z.number().int(),
    exchanges: z.number().int(),
    statements: z.number().int(),
    /** Names and numbers that it takes over. */
    names: z.array(z.string()),
    geonamesId: z.number().int().nullable(),
    wikidataId: z.string().nullable(),
  }),
});
export type MergePreview = z.infer<typeof preview>;

const merge = z.object({
  id: id.brand<'CityMerge'>(),
  version: z.number().int(),
  former: z.object({ slug: z.string(), name: z.string() }),
  city: z.object({ id: cityId, slug: z.string(), name: multilingual(200) }),
  reason: z.string(),
  score: z.number().int(),
  mergedAt: z.iso.datetime(),
});
export type CityMerge = z.infer<typeof merge>;

const tags = ['cities'];
const pair = z.object({ fromId: cityId, intoId: cityId });

export const duplicates = {
  listDuplicates: signedIn
    .route({ method: 'GET', path: '/city-duplicates', summary: 'Entries that may be one city, most likely first', tags })
    .input(
      z.object({
        state: z.enum(['open', 'asked', 'later', 'two']).default('open'),
        from: z.coerce.number().int().min(0).max(5000).default(0),
        limit: z.coerce.number().int().min(1).max(100).default(25),
      }),
    )
    .output(z.object({ entries: z.array(duplicate), of: z.number().int() })),

  judgeDuplicate: signedIn
    .route({
      method: 'PUT',
      path: '/city-duplicates/{oneId}/{otherId}',
      summary: 'Decide whether two entries are one city, two, or postpone',
      tags,
    })
    .input(z.object({ oneId: cityId, otherId: cityId, office: officeId, verdict, reason: reason.nullable().default(null) }))
    .output(duplicate),

  forgetVerdict: signedIn
    .route({ method: 'DELETE', path: '/city-duplicates/{oneId}/{otherId}', summary: 'Withdraw the decision on two entries', tags })
    .input(z.object({ oneId: cityId, otherId: cityId, office: officeId }))
    .output(z.object({ oneId: cityId, otherId: cityId })),

  previewMerge: signedIn
    .route({ method: 'GET', path: '/city-merges/preview', summary: 'Preview of a merge of two entries', tags })
    .input(pair)
    .output(preview),

  listMerges: signedIn
    .route({ method: 'GET', path: '/city-merges', summary: 'Current merges, most recent first', tags })
    .input(z.object({ after: id.brand<'CityMerge'>().optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }))
    .output(z.object({ entries: z.array(merge) })),

  mergeCities: signedIn
    .route({
      method: 'POST',
      path: '/city-merges',
      successStatus: 201,
      summary: 'Merge one entry of a city into the other, with everything linked to it',
      tags,
    })
    .input(pair.extend({ reason }))
    .output(merge),

  undoMerge: guarded
    .route({
      method: 'POST',
      path: '/city-merges/{mergeId}/undo',
      summary: 'Undo a merge; what was entered since stays with its tie',
      tags,
    })
    .input(z.object({ mergeId: id.brand<'CityMerge'>(), reason: reason.nullable().default(null) }))
    .output(z.object({ id })),
};
