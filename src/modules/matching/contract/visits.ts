// The API of who here should meet a visiting delegation.
import { z } from 'zod';
import { id, multilingual, officeId, signedIn } from '#kernel/procedure.ts';
import { bill } from './bill.ts';
import { place, published, score } from './cities.ts';

const count = z.number().int().min(0);

export const visitMatching = {
  listVisitMatches: signedIn
    .route({
      method: 'GET',
      path: '/visits/{visitId}/matches',
      summary: 'Whom each organisation of a visiting delegation should meet in the city, with reasons that sum to the score',
      tags: ['matching: cities'],
    })
    .input(z.object({ visitId: id.brand<'Exchange'>(), office: officeId }))
    .output(
      z.object({
        city: place,
        /** By organisation of the delegation, in its order; without one that the delegation names there is nothing to compare. */
        visitors: z.array(
          z.object({
            organisation: multilingual(),
            people: count,
            told: z.array(z.object({ entry: published, score, bill })),
            organisations: z.array(z.object({ id, name: multilingual(), score, bill })),
          }),
        ),
        compared: z.object({ entries: count, organisations: count }),
      }),
    ),
};
