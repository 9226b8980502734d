// The API of what a city is known by elsewhere, which bodies it hangs together with, and what else is called so.
import { z } from 'zod';
import { guarded, id, multilingual, open, signedIn } from '#kernel/procedure.ts';
import { cityKinds } from '../domain/city.ts';
import { relationKinds } from '../domain/identity.ts';

const reason = z.string().trim().min(1).max(500);
/** The number, or the address of its page, as it is copied there. */
export const wikidataId = z
  .string()
  .trim()
  .max(200, { abort: true })
  .transform(
    (typed) =>
      /^(?:https?:\/\/)?(?:www\.|m\.)?wikidata\.org\/(?:wiki|entity)\/(?:Special:EntityPage\/)?(Q\d+)(?:[?#].*)?$/i
        .exec(typed)?.[1]
        ?.toUpperCase() ?? typed,
  )
  .pipe(z.string().regex(/^Q[1-9][0-9]{0,11}$/));

/** Another city as it is told apart from this one: by country, kind and distance. */
const otherCity = z.object({
  id: id.brand<'City'>(),
  slug: z.string(),
  name: multilingual(200),
  kind: z.enum(cityKinds),
  country: z.string(),
  countryName: multilingual(200),
  /** Along the great circle; null where one of the two has no coordinates. */
  kilometres: z.number().int().nullable(),
});
export type OtherCity = z.infer<typeof otherCity>;

const relation = z.object({
  id: id.brand<'CityRelation'>(),
  kind: z.enum(relationKinds),
  /** `this`: the city is that to the other one; `other`: the other one is that to the city. */
  side: z.enum(['this', 'other']),
  city: otherCity,
  reason: z.string(),
  mayRemove: z.boolean(),
});
export type CityRelation = z.infer<typeof relation>;

const identity = z.object({
  id: id.brand<'City'>(),
  /** Of the city. */
  version: z.number().int(),
  slug: z.string(),
  geonamesId: z.number().int().nullable(),
  wikidataId: z.string().nullable(),
  wikidataReason: z.string().nullable(),
  relations: z.array(relation),
  /** Others of the same name, the nearest first. */
  namesakes: z.array(otherCity),
});
export type CityIdentity = z.infer<typeof identity>;

const tags = ['cities'];
const ofCity = z.object({ cityId: id.brand<'City'>() });

export const identityOfCities = {
  getCityIdentity: open
    .route({ method: 'GET', path: '/cities/{cityId}/identity', summary: 'Identifiers, related places and namesakes of a city', tags })
    .input(ofCity)
    .output(identity),

  identifyCity: guarded
    .route({
      method: 'PUT',
      path: '/cities/{cityId}/wikidata',
      summary: 'State which Wikidata item a city is, with the reason',
      tags,
    })
    .input(ofCity.extend({ wikidataId: wikidataId.nullable(), reason: reason.nullable().default(null) }))
    .output(identity),

  relateCities: signedIn
    .route({
      method: 'POST',
      path: '/cities/{cityId}/relations',
      successStatus: 201,
      summary: 'Record how a city is related to another place',
      tags,
    })
    .input(ofCity.extend({ otherId: id.brand<'City'>(), kind: z.enum(relationKinds), reason }))
    .output(relation),

  unrelateCities: signedIn
    .route({ method: 'DELETE', path: '/city-relations/{relationId}', summary: 'Remove the link between two places', tags })
    .input(z.object({ relationId: id }))
    .output(z.object({ id })),
};
