// The API of an office's own words, which count for its own suggestions alone.
import { z } from 'zod';
import { id, officeId, signedIn } from '#kernel/procedure.ts';
import { wordLimits } from '../domain/words/own-words.ts';

const tags = ['matching: words'];
const ofOffice = z.object({ officeId });
const pair = z.object({ english: z.string(), chinese: z.string() });
const list = z.object({ entries: z.array(pair.extend({ id: id.brand<'OwnWord'>() })), mayEdit: z.boolean() });
/** Longer than any pair may be, so that what is wrong with each is told together with everything else. */
const typed = z.string().trim().max(1000);

export const ownWords = {
  listOwnWords: signedIn
    .route({ method: 'GET', path: '/offices/{officeId}/own-words', summary: 'Pairs of words that mean the same to an office', tags })
    .input(ofOffice)
    .output(list),
  addOwnWords: signedIn
    .route({ method: 'POST', path: '/offices/{officeId}/own-words', successStatus: 201, summary: 'Add pairs of words, all or none', tags })
    .input(
      ofOffice.extend({
        words: z
          .array(z.object({ english: typed, chinese: typed }))
          .min(1)
          .max(wordLimits.atOnce),
      }),
    )
    .output(list.extend({ added: z.array(id) })),
  removeOwnWords: signedIn
    .route({ method: 'POST', path: '/offices/{officeId}/own-words/removal', summary: 'Remove pairs of words', tags })
    .input(ofOffice.extend({ wordIds: z.array(id.brand<'OwnWord'>()).min(1).max(wordLimits.atOnce) }))
    .output(list),
};
