// The API of who carries a tie: organisations, posts, and the people in these.
import { z } from 'zod';
import { confirmed, flexDate, guarded, id, multilingual, officeId, signedIn } from '#kernel/procedure.ts';
import { citedSource, describedSource } from '#modules/evidence/contract/shapes.ts';
import { carrierKinds } from '../domain/carriers.ts';

const tags = ['ties'];
const ofCarrier = z.object({ carrierId: id.brand<'Carrier'>() });
const ofHolder = z.object({ holderId: id });
const side = z.enum(['a', 'b']);
const words = (most: number) => z.string().trim().min(1).max(most);

const carrierFacts = {
  kind: z.enum(carrierKinds),
  /** null for both sides or neither. */
  side: side.nullable(),
  organisationId: id.nullable(),
  name: words(200).nullable(),
  /** The body at which a post is. */
  body: words(200).nullable(),
  /** What it does for the tie. */
  role: words(300).nullable(),
  starts: flexDate.nullable(),
  ends: flexDate.nullable(),
};

/** `source` as anywhere else, null where none is stated; left out of a correction it stays. */
const source = { source: describedSource.nullable().optional() };

const person = {
  surname: words(100),
  givenName: z.string().trim().max(100),
  nameOrder: z.enum(['surname_first', 'given_first']),
  /** Why the name is kept, and the last day on which it is. */
  reason: words(300),
  keepUntil: z.iso.date(),
};
const holderFacts = { ...person, starts: flexDate.nullable(), ends: flexDate.nullable() };

/** Who holds a post, told to the office that keeps the name; `person` is null once it is erased. */
export const holder = z.object({
  id: id.brand<'Holder'>(),
  office: officeId,
  version: z.number().int(),
  mayEdit: z.boolean(),
  person: z.object(person).nullable(),
  starts: flexDate.nullable(),
  ends: flexDate.nullable(),
});
export type HolderShown = z.infer<typeof holder>;

export const carrier = z.object({
  ...{ id: id.brand<'Carrier'>(), tieId: id, office: officeId, officeName: multilingual().nullable() },
  visibility: z.enum(['private', 'shared', 'public']),
  sharedWith: z.array(officeId),
  mayEdit: z.boolean(),
  version: z.number().int(),
  ...carrierFacts,
  source: citedSource.nullable(),
  /** The name of one on record; null where it is none, or not shared with the reader. */
  organisationName: multilingual().nullable(),
  holders: z.array(holder),
});
export type CarrierShown = z.infer<typeof carrier>;

export const carriers = {
  addCarrier: signedIn
    .route({ method: 'POST', path: '/ties/{tieId}/carriers', successStatus: 201, tags, summary: 'Add a key partner of a tie' })
    .input(z.object({ tieId: id, office: officeId, ...carrierFacts, ...source }))
    .output(carrier),
  updateCarrier: guarded
    .route({ method: 'PATCH', path: '/carriers/{carrierId}', tags, summary: 'Change a key partner of a tie' })
    .input(
      z
        .object(carrierFacts)
        .partial()
        .extend({ ...source, ...ofCarrier.shape }),
    )
    .output(carrier),
  withdrawCarrier: guarded
    .route({
      method: 'PUT',
      path: '/carriers/{carrierId}/withdrawal',
      tags,
      summary: 'Withdraw a key partner; names kept with it are erased',
    })
    .input(ofCarrier.extend({ confirmed: confirmed(['kernel.read_by_others']) }))
    .output(ofCarrier),
  addHolder: signedIn
    .route({
      method: 'POST',
      path: '/carriers/{carrierId}/holders',
      successStatus: 201,
      tags,
      summary: 'Enter the person in a post; for the office only, with the reason and the date until which the name is kept',
    })
    // `endsEarlier`: whoever is in the post without an end leaves it when this one begins.
    .input(ofCarrier.extend({ office: officeId, ...holderFacts, endsEarlier: z.boolean() }))
    .output(holder),
  updateHolder: guarded
    .route({ method: 'PATCH', path: '/holders/{holderId}', tags, summary: 'Correct the person in a post, or keep the name longer' })
    .input(z.object(holderFacts).partial().extend(ofHolder.shape))
    .output(holder),
  eraseHolder: guarded
    .route({ method: 'PUT', path: '/holders/{holderId}/erasure', tags, summary: 'Erase a person’s name; the dates of the post stay' })
    .input(ofHolder.extend({ confirmed: confirmed(['ties.name_is_erased']) }))
    .output(holder),
};
