// The topics of an edition, and how lists of who takes part are narrowed down by what they say.
import { z } from 'zod';
import { guarded, id, multilingual, open } from '#kernel/procedure.ts';
import { country } from '#modules/organisations/contract.ts';
import { limits } from '../domain/limits.ts';
import { sizes } from '../domain/topic.ts';

const tags = ['expos: topics'];
const topicId = id.brand<'Topic'>();
const ofEdition = z.object({ editionId: id });

const topic = z.object({ id: topicId, name: multilingual(120) });
/** `version` is the edition's; `named`: how many who take part name it, for the organiser, null for others. */
const topicList = z.object({ version: z.number().int(), entries: z.array(topic.extend({ named: z.number().int().nullable() })) });

/** All that is given holds; what somebody did not say fits no filter. */
export const listingFilter = {
  country: country.optional(),
  offers: topicId.optional(),
  seeks: topicId.optional(),
  market: country.optional(),
  size: z.enum(sizes).optional(),
  /** Of the stand. */
  hall: z.string().min(1).max(60).optional(),
};

export const topics = {
  listTopics: open
    .route({ method: 'GET', path: '/editions/{editionId}/topics', summary: 'Topics of an edition, in their order', tags })
    .input(ofEdition)
    .output(topicList),

  /** The whole list in its order; one without an id is new, one that is left out goes unless somebody names it. */
  replaceTopics: guarded
    .route({ method: 'PUT', path: '/editions/{editionId}/topics', summary: 'Set the topics of an edition', tags })
    .input(ofEdition.extend({ topics: z.array(topic.partial({ id: true })).max(limits.topics) }))
    .output(topicList),
};
