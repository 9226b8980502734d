// The API of which visit of a tie a group of an edition is.
import { z } from 'zod';
import { id, multilingual, officeId, signedIn } from '#kernel/procedure.ts';

const tags = ['expos'];
const visitId = id.brand<'Exchange'>();

/** A group with its edition; `isOf`: it is said to be the visit, `mayLink`: the caller's office leads it and may say so. */
const group = z.object({
  editionId: id.brand<'Edition'>(),
  slug: z.string(),
  edition: multilingual(),
  groupId: id.brand<'Group'>(),
  code: z.string(),
  name: multilingual(),
  isOf: z.boolean(),
  mayLink: z.boolean(),
});
export type GroupOfVisitShown = z.infer<typeof group>;

export const groupVisits = {
  listVisitGroups: signedIn
    .route({
      method: 'GET',
      path: '/visits/{visitId}/groups',
      tags,
      summary: 'Groups of editions that a visit is, and those an office leads',
    })
    .input(z.object({ visitId, office: officeId.optional() }))
    .output(z.object({ entries: z.array(group) })),
  setGroupVisit: signedIn
    .route({
      method: 'POST',
      path: '/editions/{editionId}/groups/{groupId}/visit',
      tags,
      summary: 'State for the lead of a group which visit it is',
    })
    .input(z.object({ editionId: id, groupId: id.brand<'Group'>(), visitId: visitId.nullable() }))
    .output(z.object({ editionId: id, groupId: id, visitId: visitId.nullable() })),
};
