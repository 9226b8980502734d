// The programme against everything else that people do at the time: what clashes, and releasing it.
import { z } from 'zod';
import { id, multilingual, signedIn } from '#kernel/procedure.ts';
import { count, inEdition, reason } from './shapes.ts';

const tags = ['meetings: programme'];

export const programme = {
  checkProgramme: signedIn
    .route({ method: 'GET', path: '/editions/{editionId}/programme-clashes', summary: 'What clashes in the draft of the programme', tags })
    .input(inEdition)
    .output(
      z.object({
        clashes: z.array(reason.extend({ items: z.array(id) })),
        /** Speakers who were or could be asked and have not said of everything whether they come. */
        unanswered: z.array(multilingual()),
      }),
    ),
  checkVisit: signedIn
    .route({
      method: 'GET',
      path: '/visits/{visitId}/clashes',
      summary: 'What of a visit’s itinerary clashes with itself, or with the editions at which its delegation is a group',
      tags,
    })
    .input(z.object({ visitId: id.brand<'Exchange'>() }))
    .output(z.object({ clashes: z.array(reason.extend({ items: z.array(id) })) })),
  releaseProgramme: signedIn
    .route({ method: 'POST', path: '/editions/{editionId}/programme-releases', successStatus: 201, summary: 'Release the programme', tags })
    .input(inEdition)
    .output(z.object({ number: z.number().int(), items: count })),
};
