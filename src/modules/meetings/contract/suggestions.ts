// Whom a participant should meet, with the reasons; asking them is a request like any other.
import { z } from 'zod';
import { linked, multilingual } from '#kernel/procedure.ts';
import { market } from '#modules/expos/contract/roster.ts';
import { bill } from '#modules/matching/contract.ts';
import { code, count, editionRef, onParticipant, participantRef } from './shapes.ts';

const tags = ['meetings: suggestions'];

const suggestion = z.object({
  participant: participantRef,
  city: z.string().nullable(),
  standCode: code.nullable(),
  offer: multilingual(1000).nullable(),
  need: multilingual(1000).nullable(),
  ...market,
  /** Whole thousandths, the sum of all lines of the bill; null: a related field and no more. */
  score: count.nullable(),
  bill,
});

export const suggestions = {
  listSuggestions: linked
    .route({
      method: 'GET',
      path: '/editions/{editionId}/participants/{participantId}/suggestions',
      summary: 'Whom a participant should meet, with reasons that sum to the score',
      tags,
    })
    .input(onParticipant)
    .output(
      z.object({
        edition: editionRef.extend({ slug: z.string() }),
        participant: participantRef,
        /** Whether the edition suggests at all, and whether this participant is suggested to others. */
        isOn: z.boolean(),
        isSuggested: z.boolean(),
        /** Whether the caller may ask for it, or only looks on. */
        mayAct: z.boolean(),
        /** What of its own entry there is to compare. */
        says: z.object({ offer: z.boolean(), need: z.boolean() }),
        /** With how many others who say something it was compared. */
        compared: count,
        entries: z.array(suggestion),
        /** Whom its own side has set aside. */
        aside: z.array(participantRef),
      }),
    ),
};
