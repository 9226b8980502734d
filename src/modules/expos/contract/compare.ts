// The API of two editions of one expo beside each other.
import { z } from 'zod';
import { languages } from '#kernel/language.ts';
import { id, multilingual, open } from '#kernel/procedure.ts';
import { shownFirst } from '#modules/evidence/contract/shapes.ts';
import { editionAttributes, participationAttributes } from '../domain/said-attributes.ts';
import { relations } from '../domain/compare.ts';
import { edition } from './edition.ts';

const count = z.number().int();
const change = z.object({
  relation: z.enum(relations),
  /** Of the earlier figure, signed, to a tenth; null where none can be said. */
  percent: z.number().nullable(),
  qualifier: z.enum(['exact', 'about', 'at_least', 'up_to']),
});
const said = <A extends z.ZodType>(attribute: A) =>
  z.object({ attribute, earlier: shownFirst.nullable(), later: shownFirst.nullable(), change });
const stand = z
  .object({
    participantId: id.brand<'Participant'>(),
    name: multilingual(200),
    /** Others at the stand that it leads, as the directory has them; null where it leads none. */
    brought: count.nullable(),
    /** Of the stand that it leads, m², as its organiser let it; null where it is not entered. */
    area: z.number().nullable(),
  })
  .nullable();

export const comparison = z.object({
  earlier: edition,
  later: edition,
  /** Whose exhibitors are counted below: everybody who takes part, those in the public directory, or nobody, since nobody claims an edition. */
  counted: z.enum(['all', 'listed', 'none']),
  said: z.array(said(z.enum(editionAttributes))),
  stands: z.array(z.object({ earlier: stand, later: stand, said: z.array(said(z.enum(participationAttributes))) })),
  hasMoreStands: z.boolean(),
  exhibitors: z.object({ earlier: count, later: count, both: count }).nullable(),
  countries: z
    .object({
      both: z.array(z.string()),
      earlier: z.array(z.string()),
      later: z.array(z.string()),
      /** Exhibitors whose country is not entered. */
      notEntered: z.object({ earlier: count, later: count }),
    })
    .nullable(),
});
export type Comparison = z.infer<typeof comparison>;

const two = z.object({ edition: z.string().min(1).max(120), with: z.string().min(1).max(120) });

export const compare = {
  getEditionComparison: open
    .route({
      method: 'GET',
      path: '/editions/{edition}/comparison',
      summary: 'An edition beside another of the same expo',
      tags: ['expos'],
    })
    .input(two)
    .output(comparison),
  exportEditionComparison: open
    .route({
      method: 'GET',
      path: '/editions/{edition}/comparison-file',
      summary: 'The same as a table, with the source of each figure that was stated',
      tags: ['expos'],
    })
    .input(two.extend({ format: z.enum(['xlsx', 'csv']), language: z.enum(languages).optional() }))
    .output(z.file()),
};
