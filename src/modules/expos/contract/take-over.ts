// Taking over the setup of an earlier edition.
import { z } from 'zod';
import { guarded, id, multilingual, signedIn } from '#kernel/procedure.ts';
import { setupParts } from '../domain/take-over.ts';

const tags = ['expos'];
const editionId = id.brand<'Edition'>();
const count = z.number().int();
const ofEdition = z.object({ editionId: id });
const parts = z.array(z.enum(setupParts)).min(1).max(setupParts.length);
const changed = z.object({ version: count });
const path = '/editions/{editionId}/take-over';

export const takeOver = {
  /** The organiser's other editions, those of the same expo first, the latest first. `first`: the first that has something which this one lacks; null where none has. `taken`: what was taken over and not changed since, of each part. */
  listTakeOvers: signedIn
    .route({ method: 'GET', path: `${path}/editions`, summary: 'Editions whose setup could be taken over', tags })
    .input(ofEdition)
    .output(
      changed.extend({
        taken: z.array(z.object({ part: z.enum(setupParts), count })),
        entries: z.array(z.object({ id: editionId, name: multilingual(200), firstDay: z.string() })),
        first: editionId.nullable(),
      }),
    ),

  /** What an earlier edition of the same organiser would bring, part by part: `has` is here already, `leftOut` does not fit the days or goes with exhibitors. */
  previewTakeOver: signedIn
    .route({ method: 'GET', path, summary: 'What would be taken over from an earlier edition', tags })
    .input(ofEdition.extend({ earlierId: id }))
    .output(changed.extend({ parts: z.array(z.object({ part: z.enum(setupParts), has: count, brings: count, leftOut: count })) })),

  takeOverSetup: guarded
    .route({ method: 'POST', path, summary: 'Take parts of the setup over from an earlier edition', tags })
    .input(ofEdition.extend({ earlierId: id, parts }))
    .output(changed),

  undoTakeOver: guarded
    .route({ method: 'POST', path: `${path}/undo`, summary: 'Remove what was taken over and not changed since', tags })
    .input(ofEdition.extend({ parts }))
    .output(changed),
};
