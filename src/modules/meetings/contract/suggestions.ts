// Whom a participant should meet, with the reasons; asking them is a request like any other.
import { z } from 'zod';
import { id, linked, multilingual, signedIn } from '#kernel/procedure.ts';
import { market } from '#modules/expos/contract/roster.ts';
import { bill } from '#modules/matching/contract.ts';
import { code, count, editionRef, inEdition, onParticipant, participantRef } from './shapes.ts';

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

const thousandths = z.number().int().min(0);
/** What the lists of all buyers mean at one place of the slider; shares are thousandths. */
const balancePoint = z.object({
  share: z.number().int().min(0).max(100),
  /** How often each exhibitor is named, the most named first. */
  named: z.array(count),
  /** Exhibitors named more often than they can meet, and those named nowhere. */
  overrun: count,
  unnamed: count,
  /** Buyers whom nobody in their list can meet, and those with fewer than three in it. */
  empty: count,
  few: count,
  inVain: count,
  /** Of the sum of scores, what is kept. */
  kept: thousandths,
  topTenth: thousandths,
  small: thousandths,
});

export const suggestions = {
  getBalance: signedIn
    .route({
      method: 'GET',
      path: '/editions/{editionId}/suggestion-balance',
      summary: 'Who is suggested how often, and what balance costs',
      tags,
    })
    .input(inEdition)
    .output(
      z.object({
        exhibitors: count,
        buyers: count,
        /** Meetings that an exhibitor has time for. */
        slots: count,
        points: z.array(balancePoint),
        /** Countries with at most two exhibitors, and their part of all exhibitors. */
        smallCountries: count,
        smallExhibitors: thousandths,
        without: z.array(z.object({ participant: participantRef, why: z.enum(['silent', 'nobody']) })),
        topics: z.array(z.object({ topicId: id, sought: count, offered: count })),
      }),
    ),
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
