// Whom a participant should meet, with the reasons; asking them is a request like any other.
import { z } from 'zod';
import { languages } from '#kernel/language.ts';
import { day, id, linked, multilingual, signedIn } from '#kernel/procedure.ts';
import { letterWays } from '#modules/expos/domain/letters/letter-way.ts';
import { letterKinds, letterStates } from '#modules/expos/domain/letters/letters.ts';
import { standings } from '#modules/matching/domain/standing.ts';
import { market } from '#modules/expos/contract/roster.ts';
import { entryKinds } from '#modules/organisations/domain/entry.ts';
import { bill } from '#modules/matching/contract.ts';
import { code, count, editionRef, inEdition, instant, onParticipant, participantRef } from './shapes.ts';

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
  /** When a request of ours to it was last withdrawn; null: there was none. */
  withdrawnAt: z.iso.datetime().nullable(),
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

const letter = z.object({ subject: z.string(), body: z.string() });
const channel = z.enum(letterWays);
const language = z.enum(languages);
/** Why somebody gets no letter: says nothing to compare, has no time left, nobody fits, or those who fit are known, full or shared out to others; wants no letters at all, none of these, has no address, was written to lately. */
const whyNot = z.enum(['silent', 'lapsed', 'own_full', 'nobody', 'known', 'full', 'shared', 'declined', 'unwanted', 'no_address', 'quiet']);
/** Why somebody has nobody, however the lists are made; the last has some, and could talk with none of them. */
const whyWithout = z.enum(['silent', 'lapsed', 'related', 'nobody', 'language']);
const counted = <K extends z.ZodType>(key: K) => z.array(z.object({ key, count }));

/** Everything that a press would do. Of those who get a letter and those who do not, 200 each by name; the figures count all. */
const letterPreview = z.object({
  isOn: z.boolean(),
  /** Participants can no longer ask: the edition's deadline has passed. */
  isClosed: z.boolean(),
  /** Whether a mail server is configured: without one nothing leaves. */
  leaves: z.boolean(),
  total: count,
  due: count,
  languages: counted(language),
  channels: counted(channel),
  entries: z.array(
    z.object({
      participant: participantRef,
      suggestions: count,
      language,
      channel,
      /** Written to at their accounts; 0: one letter with a link. */
      people: count,
    }),
  ),
  reasons: counted(whyNot),
  leftOut: z.array(z.object({ participant: participantRef, why: whyNot })),
  sample: z.object({ participant: participantRef, language, channel, texts: z.record(language, letter), next: id.nullable() }).nullable(),
  /** Letters written before, those taken back left out. */
  letters: z.object({ waiting: count, sent: count, refused: count, lastAt: z.iso.datetime().nullable() }),
});

export const suggestions = {
  previewSuggestionLetters: signedIn
    .route({
      method: 'GET',
      path: '/editions/{editionId}/suggestion-letters',
      summary: 'Who would get a letter that names suggestions, and who would not',
      tags,
    })
    .input(inEdition.extend({ toId: id.optional() }))
    .output(letterPreview),
  sendSuggestionLetters: signedIn
    .route({
      method: 'POST',
      path: '/editions/{editionId}/suggestion-letters',
      summary: 'Write to everybody whom they could meet; nobody twice in seven days',
      tags,
    })
    .input(inEdition)
    .output(z.object({ written: count })),
  learnFromEdition: signedIn
    .route({
      method: 'POST',
      path: '/editions/{editionId}/learned',
      summary: 'Keep what the answers of an edition say, for later editions of its organiser',
      tags,
    })
    .input(inEdition)
    .output(z.object({ answers: count })),
  stopSuggestionLetters: signedIn
    .route({
      method: 'POST',
      path: '/editions/{editionId}/suggestion-letters/stop',
      summary: 'Take back letters with suggestions that have not left yet',
      tags,
    })
    .input(inEdition)
    .output(z.object({ stopped: count })),
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
        /** How many have nobody however the lists are made, or could talk with none of theirs. */
        without: z.array(z.object({ why: whyWithout, count })),
        /** Interpreters between two languages who would help those without a language in common; names in the caller's language. */
        remedies: z.array(z.object({ languages: z.string(), helps: count })),
        topics: z.array(z.object({ topicId: id, sought: count, offered: count })),
        /** Of which moment this is; null: of none yet. */
        workedOut: instant.nullable(),
        /** A newer one is being worked out: ask again. */
        isWorking: z.boolean(),
      }),
    ),
  listStanding: signedIn
    .route({
      method: 'GET',
      path: '/editions/{editionId}/suggestion-balance/companies',
      summary: 'By name: who is overrun or in no list, who has few or nobody, and who cannot be suggested at all',
      tags,
    })
    .input(inEdition.extend({ share: z.coerce.number().int().min(0).max(100).default(0) }))
    .output(
      z.object({
        entries: z.array(
          z.object({
            participant: participantRef,
            standings: z.array(z.enum([...standings, ...whyWithout.options])),
            /** In how many lists an exhibitor is named, or how many names stand in a buyer's. */
            named: count,
            /** Where it stands with its letters, and which of these it would get now; for the organiser's editors. */
            state: z.enum(letterStates).nullable(),
            due: z.enum(letterKinds).nullable(),
          }),
        ),
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
        /** Whether it is sent letters that name suggestions. */
        isWritten: z.boolean(),
        /** Whether the caller may ask for it, or only looks on. */
        mayAct: z.boolean(),
        /** What of its own entry there is to compare. */
        says: z.object({ offer: z.boolean(), need: z.boolean() }),
        /** With how many others who say something it was compared. */
        /** What of its own holds on none of the edition’s days that are left, with its first and last day: it is not compared. */
        lapsed: z.array(z.object({ kind: z.enum(entryKinds), from: day.nullable(), until: day.nullable() })),
        compared: count,
        /** Whether it has no time left for another meeting itself. */
        isFull: z.boolean(),
        /** Where nobody is named who fits: those who fit meet or were asked already, have no time left, or are suggested to others first; null: nobody fits. */
        leftOut: z.enum(['known', 'full', 'shared']).nullable(),
        /** Where somebody is named who fits, that one who fits better has no time left or is suggested to others first. */
        better: z.enum(['full', 'shared']).nullable(),
        entries: z.array(suggestion),
        /** Whom its own side has set aside. */
        aside: z.array(participantRef),
      }),
    ),
};
