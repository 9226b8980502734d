// The API of cities as server and browser both read it.
import { z } from 'zod';
import { confirmed, flexDate, guarded, id, multilingual, officeId, open, page, pageQuery, signedIn } from '#kernel/procedure.ts';
import { typedSearch } from '#kernel/writing/typed.ts';
import { identityOfCities } from './contract/identity.ts';
import { country, naming } from './contract/naming.ts';
import { language, profile } from './contract/profile.ts';
import { reviewMail } from './contract/review-mail.ts';
import { saidOfCities } from './contract/said.ts';
import { cityKinds, nameKinds } from './domain/city.ts';

const slug = z
  .string()
  .min(3)
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const geonamesId = z.number().int().min(1).max(2_000_000_000);
const latitude = z.number().min(-90).max(90);
const longitude = z.number().min(-180).max(180);
const named = z.object({ id, name: multilingual(200) });

/** One name of a city; `former` names are found by search and shown among the names only. */
const cityName = z.object({
  language,
  text: z.string().trim().min(1).max(120),
  kind: z.enum(nameKinds).default('official'),
  origin: z.enum(['human', 'machine', 'import']).default('human'),
});

/**
 * A city as its readers see it. `name` and `countryName` have passed the naming policy; `names` are as they were entered.
 * Where it is not public, those alone see it who see something that names it. `steward` keeps the entry; `officeId` is the city's own office, null as long as it has none here.
 */
const city = z.object({
  id: id.brand<'City'>(),
  version: z.number().int(),
  slug: z.string(),
  name: multilingual(200),
  names: z.array(
    z.object({ language: z.string(), text: z.string(), kind: z.enum(nameKinds), origin: z.enum(['human', 'machine', 'import']) }),
  ),
  kind: z.enum(cityKinds),
  country: z.string(),
  countryName: multilingual(200),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  /**
   * A list of ties that the caller can see puts it `km` kilometres from the nearest place of its name. It is shown at the place of its name,
   * or, where several bear it, where the list puts it.
   */
  farInSets: z.object({ km: z.number().int(), shownBy: z.enum(['name', 'set']) }).nullable(),
  geonamesId: z.number().int().nullable(),
  steward: named,
  officeId: officeId.nullable(),
  isPublic: z.boolean(),
  mayEdit: z.boolean(),
  updatedAt: z.iso.datetime(),
});
export type City = z.infer<typeof city>;

/** A place of the gazetteer (GeoNames, CC BY 4.0); `slug` where it is in the register already; `near` where places are called alike. */
const gazetteerPlace = z.object({
  geonamesId: z.number().int(),
  name: z.string(),
  country: z.string(),
  countryName: multilingual(200),
  latitude: z.number(),
  longitude: z.number(),
  population: z.number().int(),
  region: z.string().optional(),
  timeZone: z.string().optional(),
  near: z.object({ name: z.string(), kilometres: z.number().int() }).optional(),
  slug: z.string().nullable(),
});
export type ListedPlace = z.infer<typeof gazetteerPlace>;

const adoption = z.object({
  id: id.brand<'Adoption'>(),
  city: z.object({ id: id.brand<'City'>(), slug: z.string(), name: multilingual(200) }),
  office: named,
  state: z.enum(['asked', 'approved', 'declined']),
  note: z.string().nullable(),
  askedAt: z.iso.datetime(),
  mayAnswer: z.boolean(),
});
export type Adoption = z.infer<typeof adoption>;

/**
 * Something called so: `fit` says whether by its whole name, a part of it, or only alike; `term` is the name by which it was found, or the line
 * that holds the words, `countryName` tells cities of one name apart. `place` is whose page it stands on, `day` when it was or began, `code`
 * of which kind it is, `what` of which class a tie. What is not public is found by members of the offices that may see it alone.
 */
const found = z.object({
  kind: z.enum([
    ...(['city', 'tie', 'organisation', 'outcome', 'entry', 'edition', 'programme'] as const),
    ...(['agreement', 'exchange', 'carrier', 'statement', 'person', 'source'] as const),
  ]),
  id,
  /** Of what is called by its place: of that. */
  slug: z.string(),
  label: multilingual(400),
  fit: z.enum(['whole', 'part', 'near']),
  term: z.string(),
  countryName: multilingual(200).nullable(),
  isPublic: z.boolean(),
  place: z
    .object({ kind: z.enum(['tie', 'city', 'edition', 'outcome', 'organisation']), slug: z.string(), label: multilingual(400) })
    .nullable(),
  day: flexDate.nullable(),
  code: z.string().nullable(),
  what: multilingual(200).nullable(),
  /** Of a tie how much is known of it, what came of it first: ties are ordered by it. */
  known: z.int().min(0),
});
export type Found = z.infer<typeof found>;

const tags = ['cities'];
const ofCity = z.object({ cityId: id });

export const cities = {
  search: open
    .route({
      method: 'GET',
      path: '/search',
      summary:
        'Search everything by name or words: cities, ties, agreements, exchanges, outcomes, statements, editions; for members their sources and people',
      tags,
    })
    .input(z.object({ q: typedSearch(120).min(1), limit: z.coerce.number().int().min(1).max(200).default(20) }))
    .output(z.object({ entries: z.array(found) })),

  listCities: open
    .route({ method: 'GET', path: '/cities', summary: 'Cities of the register, by name in any language', tags })
    .input(pageQuery.extend({ q: typedSearch(120).optional(), country: country.optional(), steward: officeId.optional() }))
    // With the first page: in which countries and regions any of them lie; none where they are very many.
    .output(page(city).extend({ countries: z.array(z.string()) })),

  getCity: open
    .route({ method: 'GET', path: '/cities/{city}', summary: 'One city, by its current or an earlier address, or its id', tags })
    .input(z.object({ city: z.string().min(1).max(120) }))
    .output(city),

  searchGazetteer: signedIn
    .route({ method: 'GET', path: '/gazetteer', summary: 'Places of the world to record as cities (GeoNames, CC BY 4.0)', tags })
    // One character of Chinese is a name.
    .input(z.object({ q: typedSearch(120).min(1) }))
    .output(z.object({ entries: z.array(gazetteerPlace) })),

  addCity: signedIn
    .route({ method: 'POST', path: '/cities', successStatus: 201, summary: 'Record a city, from the gazetteer or by hand', tags })
    .input(
      z.object({
        office: officeId,
        geonamesId: geonamesId.optional(),
        names: z.array(cityName).max(60).default([]),
        kind: z.enum(cityKinds).default('municipality'),
        country: country.optional(),
        latitude: latitude.optional(),
        longitude: longitude.optional(),
        /** For everybody, or for the office alone until something public names it; left out: what the register office enters is public. */
        visibility: z.enum(['private', 'public']).optional(),
        confirmed: confirmed(['cities.may_be_same']),
      }),
    )
    .output(city),

  updateCity: guarded
    .route({ method: 'PATCH', path: '/cities/{cityId}', summary: 'Correct a city; an earlier address leads to the new one', tags })
    .input(
      ofCity.extend({
        kind: z.enum(cityKinds).optional(),
        country: country.optional(),
        latitude: latitude.nullable().optional(),
        longitude: longitude.nullable().optional(),
        slug: slug.optional(),
      }),
    )
    .output(city),

  replaceNames: guarded
    .route({ method: 'PUT', path: '/cities/{cityId}/names', summary: 'Set the names of a city in all languages', tags })
    .input(ofCity.extend({ names: z.array(cityName).min(1).max(60) }))
    .output(city),

  listAdoptions: signedIn
    .route({ method: 'GET', path: '/city-adoptions', summary: 'Requests of your office, and those it answers', tags })
    .input(z.object({ state: z.enum(['asked', 'approved', 'declined']).optional() }))
    .output(z.object({ entries: z.array(adoption) })),

  askAdoption: signedIn
    .route({
      method: 'POST',
      path: '/cities/{cityId}/adoptions',
      successStatus: 201,
      summary: 'Ask to adopt a city as its own office',
      tags,
    })
    .input(ofCity.extend({ office: officeId, note: z.string().trim().min(1).max(1000).nullable().default(null) }))
    .output(adoption),

  answerAdoption: signedIn
    .route({
      method: 'POST',
      path: '/city-adoptions/{adoptionId}/answer',
      summary: 'Approve or decline; the history stays with the city',
      tags,
    })
    .input(z.object({ adoptionId: id.brand<'Adoption'>(), approved: z.boolean() }))
    .output(adoption),

  ...identityOfCities,
  ...profile,
  ...reviewMail,
  ...saidOfCities,
  ...naming,
};

/** What a use case answers: `Answer<'listCities'>`. */
export type Answer<P extends keyof typeof cities> = z.output<NonNullable<(typeof cities)[P]['~orpc']['outputSchema']>>;
/** What a use case is handed once its input has been read: `Asked<'addCity'>`. */
export type Asked<P extends keyof typeof cities> = z.output<NonNullable<(typeof cities)[P]['~orpc']['inputSchema']>>;
