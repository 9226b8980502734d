// The API of matching: what an organiser and the sides of an edition say of suggestions, and what a suggestion looks like.
import { z } from 'zod';
import { guarded, id, linked, signedIn } from '#kernel/procedure.ts';
import { cityMatching } from './contract/cities.ts';
import { visitMatching } from './contract/visits.ts';
import { lessons } from './contract/lessons.ts';
import { ownWords } from './contract/own-words.ts';
import { learnedParts } from './domain/learning.ts';

const tags = ['matching: suggestions'];
const count = z.number().int().min(0);
const inEdition = z.object({ editionId: id });
const onParticipant = inEdition.extend({ participantId: id });

export { bill } from './contract/bill.ts';

const share = z.number().int().min(0).max(100);
/** `isOn`: whether the edition suggests whom to meet; `share`: how far its lists share the popular out, 0 for each list for itself; `learns`: whether earlier editions count. */
const suggesting = z.object({ isOn: z.boolean(), share, learns: z.boolean(), version: z.number().int().min(1), mayEdit: z.boolean() });
/** `isSuggested`: whether others are told of this participant; `isWritten`: whether it is sent letters that name suggestions. */
const suggested = z.object({ isOn: z.boolean(), isSuggested: z.boolean(), isWritten: z.boolean() });

const factor = z.object({
  part: z.enum(learnedParts),
  answeredWith: count,
  acceptedWith: count,
  answeredWithout: count,
  acceptedWithout: count,
  /** How many times its usual points the part counts. */
  factor: z.number(),
});
/** What is known of an edition's own answers, and what of earlier editions of the same organiser counts in it. */
const learned = z.object({
  learns: z.boolean(),
  own: z.object({ at: z.iso.datetime(), parts: z.array(factor) }).nullable(),
  earlier: z.object({ editions: count, parts: z.array(factor) }),
});

export const matching = {
  getLearned: signedIn
    .route({ method: 'GET', path: '/editions/{editionId}/learned', summary: 'What earlier editions say of the parts of a score', tags })
    .input(inEdition)
    .output(learned),
  getSuggesting: linked
    .route({ method: 'GET', path: '/editions/{editionId}/suggesting', summary: 'Whether an edition suggests whom to meet', tags })
    .input(inEdition)
    .output(suggesting),
  changeSuggesting: guarded
    .route({ method: 'PUT', path: '/editions/{editionId}/suggesting', summary: 'Set whether an edition suggests whom to meet', tags })
    .input(inEdition.extend({ isOn: z.boolean(), share, learns: z.boolean().optional() }))
    .output(suggesting),
  getSuggested: linked
    .route({
      method: 'GET',
      path: '/editions/{editionId}/participants/{participantId}/suggested',
      summary: 'Whether a participant is suggested to others',
      tags,
    })
    .input(onParticipant)
    .output(suggested),
  setSuggested: linked
    .route({
      method: 'POST',
      path: '/editions/{editionId}/participants/{participantId}/suggested',
      summary: 'Say whether a participant is suggested to others, and written to of suggestions; what is left out stays',
      tags,
    })
    .input(
      onParticipant
        .extend({ isSuggested: z.boolean().optional(), isWritten: z.boolean().optional() })
        .refine(({ isSuggested, isWritten }) => isSuggested !== undefined || isWritten !== undefined, {
          path: ['isSuggested'],
          params: { code: 'kernel.required' },
        }),
    )
    .output(suggested),
  /** Answers all that the side has set aside. */
  setAside: linked
    .route({
      method: 'POST',
      path: '/editions/{editionId}/participants/{participantId}/set-aside',
      summary: 'Set a suggestion aside, or take that back; nobody else is told',
      tags,
    })
    .input(onParticipant.extend({ otherId: id.brand<'Participant'>(), isAside: z.boolean() }))
    .output(z.object({ aside: z.array(id) })),
  ...cityMatching,
  ...visitMatching,
  ...lessons,
  ...ownWords,
};

/** What a use case is handed once its input has been read: `Asked<'setAside'>`. */
export type Asked<P extends keyof typeof matching> = z.output<NonNullable<(typeof matching)[P]['~orpc']['inputSchema']>>;
/** What a use case answers: `Answer<'setAside'>`. */
export type Answer<P extends keyof typeof matching> = z.output<NonNullable<(typeof matching)[P]['~orpc']['outputSchema']>>;
