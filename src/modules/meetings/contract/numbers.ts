// How far the meetings of an edition came, from wishes to next steps; for its organiser.
import { z } from 'zod';
import { languages } from '#kernel/language.ts';
import { multilingual, signedIn } from '#kernel/procedure.ts';
import { dimensions } from '../domain/numbers.ts';
import { inEdition } from './shapes.ts';

const tags = ['meetings: numbers'];
const count = z.number().int();
/** Null of fewer than five meetings: what sides say of how it went is not told of any one of them. */
const countOfMany = count.nullable();

const steps = {
  participants: count,
  /** Participants that withdrew. */
  withdrawn: count,
  /** Pairs of whom one at least wished to meet; a wish said twice is one. */
  asked: count,
  /** Of those asked: with a wish back, a "no", or another time. */
  answered: count,
  declined: count,
  /** On the schedule in force, or called in the live queue. */
  placed: count,
  /** Of those placed, whose time is over. */
  isOver: count,
  /** Of which a side told how it went, or whose talk in the queue was ended. */
  held: count,
  /** Of which a side said that the other was not there, and nobody told how it went. */
  missed: count,
  told: countOfMany,
  toldByBoth: countOfMany,
  /** Of those told by both: both wish to go on, or agreed. */
  usefulToBoth: countOfMany,
  /** Either side named a next step. */
  nextStep: countOfMany,
  /** Meetings from which somebody noted a lead, and of those, from which something was signed or realised. */
  leads: countOfMany,
  agreed: countOfMany,
};

export const editionNumbers = z.object({
  total: z.object(steps),
  /** By what they came of ('suggested', or null), group (with those below it), country, city, topic. A meeting counts for both its sides, so that rows do not add up. */
  rows: z.array(
    z.object({
      dimension: z.enum(dimensions),
      /** Null of those of whom it is not entered. */
      key: z.string().nullable(),
      code: z.string().nullable(),
      name: multilingual(200).nullable(),
      country: z.string().nullable(),
      city: z.string().nullable(),
      ...steps,
    }),
  ),
  /** Of the schedule in force: meetings at places, and what the places hold in all slots; interpreters' slots taken, and those they have. */
  use: z.object({ places: z.object({ used: count, of: count }), interpreters: z.object({ used: count, of: count }) }),
  /** Meetings that were released and are cancelled. */
  cancelled: count,
  /** Who was checked in at the door or for the live queue, of those who have not withdrawn; none: perhaps nobody was at the door. */
  checkedIn: z.object({ came: count, of: count }),
});

export const numbers = {
  getEditionNumbers: signedIn
    .route({ method: 'GET', path: '/editions/{editionId}/numbers', summary: 'From wishes to next steps, in numbers', tags })
    .input(inEdition)
    .output(editionNumbers),
  exportNumbers: signedIn
    .route({ method: 'GET', path: '/editions/{editionId}/numbers-file', summary: 'The numbers of an edition as a table', tags })
    .input(inEdition.extend({ format: z.enum(['xlsx', 'csv']), language: z.enum(languages).optional() }))
    .output(z.file()),
};
