// Pictures and papers in the entry of a company at an edition.
import { z } from 'zod';
import { guardedLinked, id, linked, multilingualOrNone } from '#kernel/procedure.ts';
import { profileFileKinds, profileFileTypes, profileLimits } from '../domain/profile/profile-file.ts';

const tags = ['expos: pictures and papers'];
const words = multilingualOrNone(profileLimits.words);
const ofParticipant = z.object({ editionId: id, participantId: id.brand<'Participant'>() });
const ofFile = ofParticipant.extend({ fileId: id.brand<'ProfileFile'>() });

const profileFile = z.object({
  id: id.brand<'ProfileFile'>(),
  version: z.number().int(),
  kind: z.enum(profileFileKinds),
  mediaType: z.enum(profileFileTypes),
  name: z.string(),
  /** Bytes. */
  size: z.number().int(),
  /** Pixels of a picture, as it is shown. */
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  /** What it shows, for who does not see it; empty as long as nobody has said. */
  words,
});
export type ProfileFileShown = z.infer<typeof profileFile>;

const path = '/editions/{editionId}/participants/{participantId}/files';

export const profileFiles = {
  listProfileFiles: linked
    .route({ method: 'GET', path, summary: 'Pictures and papers in the entry of a company', tags })
    .input(ofParticipant)
    .output(z.object({ entries: z.array(profileFile), mayChange: z.boolean() })),

  openProfileFile: linked
    .route({ method: 'GET', path: `${path}/{fileId}`, summary: 'A picture or paper as a file', tags })
    .input(ofFile)
    .output(z.file()),

  /** JPEG, PNG, WebP or PDF; the limits are lower and have sentences of their own. */
  addProfileFile: linked
    .meta({ access: 'signed-in', link: true, takesFile: true })
    .route({ method: 'POST', path, successStatus: 201, summary: 'Add a picture or a paper to the entry of a company', tags })
    .input(ofParticipant.extend({ file: z.file().max(20_000_000) }))
    .output(profileFile),

  describeProfileFile: guardedLinked
    .route({ method: 'PUT', path: `${path}/{fileId}/words`, summary: 'Say what a picture or paper shows', tags })
    .input(ofFile.extend({ words }))
    .output(profileFile),

  removeProfileFile: guardedLinked
    .route({ method: 'DELETE', path: `${path}/{fileId}`, summary: 'Take a picture or paper out of the entry', tags })
    .input(ofFile)
    .output(z.object({ id: z.string() })),
};
