// What an edition, its slots and its places look like to those who call the API.
import { z } from 'zod';
import { id, multilingual, officeId } from '#kernel/procedure.ts';

const instant = z.iso.datetime();
const count = z.number().int();
const version = z.number().int();
export const visibility = z.enum(['private', 'shared', 'public']);

/** An edition; `mayEdit` says whether the caller may change it. Days are dates at the venue. */
export const edition = z.object({
  id: id.brand<'Edition'>(),
  version,
  slug: z.string(),
  name: multilingual(200),
  venue: multilingual(200),
  description: multilingual(4000).nullable(),
  website: z.string().nullable(),
  timeZone: z.string(),
  firstDay: z.string(),
  lastDay: z.string(),
  organiser: officeId,
  organiserName: multilingual(200),
  /** Nobody claims it: the register office keeps the entry, and holds no expo itself. */
  isUnclaimed: z.boolean(),
  /** The expo over the years; null where none is named, or the caller cannot see it. */
  expo: z.object({ id: id.brand<'Expo'>(), name: multilingual(200) }).nullable(),
  visibility,
  publishedAt: instant.nullable(),
  /** Since when it is in no list but that of archived editions. */
  archivedAt: instant.nullable(),
  counts: z.object({ exhibitors: count, buyers: count.nullable(), countries: count, stands: count }),
  mayEdit: z.boolean(),
  updatedAt: instant,
});
export type Edition = z.infer<typeof edition>;

export const slot = z.object({ id: id.brand<'Slot'>(), number: count, startsAt: instant, endsAt: instant, session: count });

/** A table (with a number) or a stand at which meetings are held (with its code); `seats` = meetings at once. */
export const place = z.object({
  id: id.brand<'Place'>(),
  kind: z.enum(['table', 'stand']),
  number: z.number().int().nullable(),
  code: z.string(),
  hall: z.string(),
  seats: count,
  standId: id.brand<'Stand'>().nullable(),
  closedSlots: z.array(id),
});
export type Place = z.infer<typeof place>;

/** Slots and places of an edition; `version` is the edition's. */
export const setup = z.object({ editionId: id.brand<'Edition'>(), version, slots: z.array(slot), places: z.array(place) });
export type Setup = z.infer<typeof setup>;
