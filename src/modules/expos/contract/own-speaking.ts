// What a speaker does for themselves at an edition, with an account or a personal link: whether they come, and how they are announced.
import { z } from 'zod';
import { guardedLinked, id, linked } from '#kernel/procedure.ts';
import { programmeKinds, speakerComes } from '../domain/programme/programme.ts';
import { editionHead } from './edition-head.ts';
import { announced } from './programme.ts';

const tags = ['expos: speakers'];
const instant = z.iso.datetime();
const speakerId = id.brand<'Speaker'>();
const itemId = id.brand<'ProgrammeItem'>();
const texts = z.record(z.string(), z.object({ text: z.string(), origin: z.enum(['human', 'machine', 'import']) }));

/** An item at which the caller speaks, as the organiser keeps it now. */
const ownItem = z.object({
  id: itemId,
  version: z.number().int(),
  kind: z.enum(programmeKinds),
  title: texts,
  day: z.string(),
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
  room: texts.nullable(),
  /** Whether the released programme says the same of it; false: it may still change. */
  released: z.boolean(),
  name: texts,
  post: texts,
  office: texts,
  topic: texts,
  comes: z.enum(speakerComes).nullable(),
});

const ownSpeaker = z.object({
  edition: editionHead,
  speakerId,
  items: z.array(ownItem),
  /** Until when the link opens by which the caller came in; null for others. */
  linkUntil: instant.nullable(),
});

export const ownSpeaking = {
  listOwnSpeaking: linked
    .route({ method: 'GET', path: '/own-speaking', summary: 'Editions at which the caller speaks, and at what', tags })
    .input(z.object({}))
    .output(z.object({ entries: z.array(ownSpeaker) })),

  /** Guarded by the version of the item. The released programme changes with its next release. */
  answerSpeaking: guardedLinked
    .route({
      method: 'PUT',
      path: '/editions/{editionId}/speakers/{speakerId}/items/{itemId}',
      summary: 'Say whether one comes, and how one is announced at an item',
      tags,
    })
    .input(announced.extend({ editionId: id, speakerId, itemId, comes: z.enum(speakerComes) }))
    .output(ownSpeaker),

  declineSpeakerLetters: linked
    .route({
      method: 'POST',
      path: '/editions/{editionId}/speakers/{speakerId}/no-letters',
      summary: 'Want no more letters as a speaker; the link that is used ends',
      tags,
    })
    .input(z.object({ editionId: id, speakerId }))
    .output(z.object({ speakerId })),
};
