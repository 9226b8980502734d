// Places and days of what is sought or brought, as callers write them.
import { z } from 'zod';
import { hasMarkup } from '#kernel/writing/markup.ts';
import { day } from '#kernel/procedure.ts';
import { longestPlace, mostPlaces } from '../domain/profile/extent.ts';

export const plainWords = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => !hasMarkup(text), { params: { code: 'cities.plain_words' } });

export const extentShape = {
  places: z
    .array(plainWords(longestPlace).refine((place) => !/[;；]/u.test(place), { params: { code: 'cities.place_by_place' } }))
    .max(mostPlaces),
  from: day.nullable(),
  until: day.nullable(),
};

interface Days {
  readonly from: string | null;
  readonly until: string | null;
}

export const daysInOrder = ({ from, until }: Days): boolean => from === null || until === null || from <= until;
export const notInOrder = { path: ['until'], params: { code: 'cities.ends_before_start' } };

/** Null where nobody said. */
export const entryExtent = z.object(extentShape).refine(daysInOrder, notInOrder).nullable();
