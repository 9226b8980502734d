// The shapes of the net that ties make: a city's own part of it, ways between two cities, and cities that could become partners.
import { z } from 'zod';
import { id, open } from '#kernel/procedure.ts';
import { candidateSizes, reasonKinds } from '../domain/candidates.ts';
import { cityOfTie, domain } from '#modules/ties/contract/shapes.ts';

const tags = ['network'];
const city = z.string().min(1).max(120);

/** Degrees; null where the position is not known. */
const cityOfNet = cityOfTie.extend({ latitude: z.number().nullable(), longitude: z.number().nullable() });
export type CityOfNet = z.output<typeof cityOfNet>;

/** `a` and `b` are ids of cities of the same answer; `kept`: an office keeps the tie, else a list of the world's ties alone has it; `isPublic`: everybody may see it. */
const tieOfNet = z.object({ slug: z.string(), a: id, b: id, kept: z.boolean(), isPublic: z.boolean() });
export type TieOfNet = z.output<typeof tieOfNet>;

const net = z.object({ cities: z.array(cityOfNet), ties: z.array(tieOfNet) });
export type Net = z.output<typeof net>;

/** Ids of cities of the same answer: `by` is tied with both. */
const introduction = z.object({ known: id, by: id, to: id });

const reason = z.object({
  kind: z.enum(reasonKinds),
  points: z.number().int(),
  /** Ids of the shared sisters, or the domain that both speak of, or how many people live there. */
  cities: z.array(id),
  domain: domain.nullable(),
  domains: z.array(domain),
  population: z.number().int().nullable(),
  count: z.number().int(),
});

export const paths = {
  getNetwork: open
    .route({
      method: 'GET',
      path: '/cities/{city}/network',
      tags,
      summary: 'The sister cities of a city, and their ties with each other',
    })
    .input(z.object({ city }))
    .output(net.extend({ city: id })),
  listSharedSisters: open
    .route({ method: 'GET', path: '/shared-sisters', tags, summary: 'The cities that have ties with both of two cities' })
    .input(z.object({ city, withCity: city }))
    .output(net.extend({ city: id, withCity: id, shared: z.array(id) })),
  findPath: open
    .route({
      method: 'GET',
      path: '/tie-paths',
      tags,
      summary: 'The shortest ways between two cities from sister to sister, and who could introduce whom',
    })
    .input(z.object({ city, withCity: city }))
    .output(
      net.extend({
        city: id,
        withCity: id,
        /** Ties from one to the other; null where no way is known. */
        distance: z.number().int().nullable(),
        /** How many shortest ways there are; `ways` are the first of them, those with more ties kept in registers before others. */
        total: z.number(),
        ways: z.array(z.object({ cities: z.array(id), kept: z.number().int(), introductions: z.array(introduction) })),
      }),
    ),
  findCandidates: open
    .route({
      method: 'GET',
      path: '/cities/{city}/partner-candidates',
      tags,
      summary: 'Cities similar to the partners of a city that are not yet its own, with reasons',
    })
    .input(
      z.object({
        city,
        country: z
          .string()
          .regex(/^[A-Z]{2}$/)
          .optional(),
        size: z.enum(candidateSizes).optional(),
        /** A published strength or practice in this domain. */
        strength: domain.optional(),
        /** A published challenge or need in this domain. */
        challenge: domain.optional(),
        /** Only cities with an open call for a partner that fits. */
        seeks: z.literal('yes').optional(),
      }),
    )
    .output(
      z.object({
        city: cityOfNet,
        /** How many fit the filters; `entries` are the first of them. */
        total: z.number().int(),
        entries: z.array(z.object({ city: cityOfNet, points: z.number().int(), reasons: z.array(reason) })),
        /** The sisters that reasons name. */
        sisters: z.array(cityOfNet),
        /** Countries of all candidates, to choose from. */
        countries: z.array(z.string()),
      }),
    ),
};
