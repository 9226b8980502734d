// Shapes that several parts of the contract share. A `sentence` is a key of this module's texts with its values;
// times inside values are venue clock times, ready to print.
import { z } from 'zod';
import { id, multilingual } from '#kernel/procedure.ts';
import { nameOrders } from '#modules/organisations/domain/contact.ts';

export const instant = z.iso.datetime();
export const count = z.number().int().min(0);
export const version = z.number().int().min(1);
export const code = z.string().max(40);

export const inEdition = z.object({ editionId: id });
export const onPlan = inEdition.extend({ planId: id });
export const onPlanned = onPlan.extend({ meetingId: id });
export const onMeeting = inEdition.extend({ meetingId: id });
export const onParticipant = inEdition.extend({ participantId: id });

/** Key of the texts and the values of its placeholders. */
export const sentence = z.object({ code: z.string().max(80), params: z.record(z.string(), z.union([z.string(), z.number()])) });
/** Why a placement is in conflict (`hard` hinders a release, `warning` does not) or why a meeting has no place. */
export const reason = sentence.extend({ severity: z.enum(['hard', 'warning']) });

export const wish = z.enum(['must', 'want', 'no']);
export const role = z.enum(['exhibitor', 'buyer']);
/** A participant as others may see it. */
export const participantRef = z.object({ id, code, name: multilingual(), country: z.string().length(2).nullable(), role });
export const slotRef = z.object({ id, number: z.number().int(), startsAt: instant, endsAt: instant, session: z.number().int() });
export const placeRef = z.object({ id, code, kind: z.enum(['table', 'stand']), hall: z.string().nullable() });
export const personRef = z.object({
  surname: z.string(),
  givenName: z.string(),
  nameOrder: z.enum(nameOrders).optional(),
  post: z.string(),
  /** How a name in Chinese characters is said, where that is sure. */
  spoken: z.string().optional(),
});
export const interpreterRef = z.object({ id, name: z.string() });
/** A meeting with what each side wished; null where that side did not ask. */
export const meetingRef = z.object({
  id,
  number: z.number().int(),
  a: participantRef,
  b: participantRef,
  wish: z.enum(['must', 'want']),
  wishOfA: z.enum(['must', 'want']).nullable(),
  wishOfB: z.enum(['must', 'want']).nullable(),
});
export const editionRef = z.object({ id, name: multilingual(), timeZone: z.string() });
export const releaseRef = z.object({ number: z.number().int(), publishedAt: instant });
/** Session asked for; null is any. */
export const session = z.number().int().min(1).max(9).nullable();
export const note = z.string().trim().max(500);
