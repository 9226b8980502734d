// The API of what cities seek beside what others bring.
import { z } from 'zod';
import { flexDate, id, multilingual, open, page, pageQuery, signedIn } from '#kernel/procedure.ts';
import { typedSearch } from '#kernel/writing/typed.ts';
import { entryText } from '#modules/cities/contract/profile.ts';
import { citedSource } from '#modules/evidence/contract/shapes.ts';
import { country } from '#modules/cities/contract/naming.ts';
import { domains } from '#modules/cities/domain/profile/domains.ts';
import { market } from '#modules/expos/contract/roster.ts';
import { compared } from '../domain/cities/told.ts';
import { bill } from './bill.ts';

const tags = ['matching: cities'];
const count = z.number().int().min(0);
const name = multilingual(200);

const told = entryText.omit({ sought: true, kind: true }).extend({ id: id.brand<'ProfileEntry'>(), kind: z.enum(compared) });
export const place = z.object({ id, slug: z.string(), name, country: z.string() });
/** Whole thousandths, the sum of all lines of the bill; null: a related field and no more. */
export const score = count.nullable();

/** As everybody reads it. */
export const published = told.extend({ source: citedSource.nullable(), saidBy: z.string().nullable() });

const cityMatch = z.object({
  entry: published,
  city: place,
  /** The tie with that city, where there is one. */
  tie: z.object({ id, slug: z.string() }).nullable(),
  /** What our office has begun from this match, whatever it is called by now; the newest first. */
  begun: z.array(
    z.object({
      ...{ what: z.enum(['exchange', 'item']), id, at: z.iso.datetime(), state: z.enum(['kept', 'waits', 'answered', 'withdrawn']) },
      /** When the exchange begins, by when the item is due. */
      on: flexDate.nullable(),
    }),
  ),
  score,
  bill,
});
const companyMatch = z.object({
  editionId: id,
  participant: z.object({ id, name, country: z.string().nullable() }),
  offer: multilingual(1000).nullable(),
  offerDetails: market.offerDetails,
  score,
  bill,
});
const edition = z.object({ id, slug: z.string(), name, firstDay: z.string() });

export const cityMatching = {
  listTold: open
    .route({ method: 'GET', path: '/challenges', summary: 'Published challenges and practices of all cities, by theme or words', tags })
    .input(
      pageQuery.extend({
        kind: z.enum(compared).optional(),
        domain: z.enum(domains).optional(),
        country: country.optional(),
        /** In English or Chinese; what is written in the other language is found, too. */
        q: typedSearch(200).optional(),
      }),
    )
    .output(page(z.object({ entry: published, city: place })).extend({ total: count, countries: z.array(z.string()) })),

  listCityMatches: signedIn
    .route({
      method: 'GET',
      path: '/cities/{cityId}/matches',
      summary: 'What answers to each challenge and practice of a city, drafts included, with reasons that sum to the score',
      tags,
    })
    // `withCity`: with one other city alone.
    .input(z.object({ cityId: id, withCity: id.optional() }))
    .output(
      z.object({
        city: place.omit({ country: true }),
        entries: z.array(
          told.extend({
            /** What others read of it: nothing, this, or an earlier text. */
            state: z.enum(['draft', 'published', 'changed']),
            /** Whether it is not valid today, so that no city is compared, and the editions on whose days that are left it is not. */
            lapsed: z.object({ today: z.boolean(), editions: z.array(id) }),
            sisters: z.array(cityMatch),
            others: z.array(cityMatch),
            companies: z.array(companyMatch),
          }),
        ),
        /** With how many cities and texts of theirs it was compared. */
        compared: z.object({ sisters: count, cities: count, entries: count }),
        /** Coming editions whose offers were compared - `mayAsk` where the reader acts for somebody there, who can ask for meetings - and those whose offers are for those who take part alone. */
        editions: z.array(edition.extend({ mayAsk: z.boolean() })),
        closedEditions: z.array(edition),
      }),
    ),
};
