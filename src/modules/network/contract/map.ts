// The map of ties as columns: one list a property, so that tens of thousands of ties stay small and are read at once.
import { z } from 'zod';
import { id, open } from '#kernel/procedure.ts';

const index = z.number().int().nonnegative();

/** Every list has one entry a place, in the order of addresses. */
const places = z.object({
  slug: z.array(z.string()),
  name: z.array(z.string()),
  /** The language of a name where it is not the caller's, else an empty text. */
  nameLanguage: z.array(z.string()),
  country: z.array(z.string()),
  /** Degrees; null where the position is not known. */
  latitude: z.array(z.number().nullable()),
  longitude: z.array(z.number().nullable()),
});

/** Every list has one entry a tie, in the order of its places. */
const ties = z.object({
  /** Places of its two cities by their number in `places`; the smaller first. */
  a: z.array(index),
  b: z.array(index),
  /** 1 where an office keeps the tie in its register. */
  kept: z.array(index),
  /** 1 where only one of the two sides names the other. */
  oneSided: z.array(index),
  /** Which group of `listedBy` lists it. */
  listed: z.array(index),
  /** Number in `classes`, from 1; 0 where none is stated. */
  class: z.array(index),
});

export const map = {
  drawMap: open
    .route({
      method: 'GET',
      path: '/tie-map',
      tags: ['network'],
      summary: 'Places and the ties between them, of one city or of all, as columns',
    })
    .input(z.object({ city: z.string().min(1).max(120).optional() }))
    .output(
      z.object({
        places,
        ties,
        /** Numbers of ties that not everybody may see; none where the public asks. */
        notPublic: z.array(index),
        /** Groups of reference sets, by their ids; the empty group is that of ties that only registers have. */
        listedBy: z.array(z.array(id)),
        /** Codes of classes. */
        classes: z.array(z.string()),
        /** The place that was asked for by its number; null where all were. */
        centre: index.nullable(),
      }),
    ),
};
