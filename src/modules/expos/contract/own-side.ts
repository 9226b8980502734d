// What a company does for itself at an edition, with an account or a personal link: its entry, when it can meet, letters it wants no more.
import { z } from 'zod';
import { guardedLinked, id, linked, multilingual } from '#kernel/procedure.ts';
import { language } from '#modules/organisations/contract.ts';
import { limits } from '../domain/limits.ts';
import { chosenWays, letterWays } from '../domain/letter-way.ts';
import { saidTimes } from '../domain/own-side.ts';
import { contactFields } from './contact-fields.ts';
import { editionHead } from './edition-head.ts';
import { market, participant } from './roster.ts';

const tags = ['expos: companies'];
const instant = z.iso.datetime();
const ofParticipant = z.object({ editionId: id, participantId: id.brand<'Participant'>() });

/** A participation of the caller's office; instants say when it last said that its entry is right, and when it can meet. */
const ownParticipation = z.object({
  edition: editionHead,
  participantId: id.brand<'Participant'>(),
  code: z.string(),
  name: multilingual(200),
  profileSaidAt: instant.nullable(),
  timesSaidAt: instant.nullable(),
  /** Until when the link opens by which the caller came in; null for others. */
  linkUntil: instant.nullable(),
});

export const times = z.object({
  version: z.number().int(),
  timeZone: z.string(),
  saidAt: instant.nullable(),
  slots: z.array(
    z.object({
      id: id.brand<'Slot'>(),
      startsAt: instant,
      endsAt: instant,
      /** null: not said. */
      says: z.enum(saidTimes).nullable(),
      /** The organiser has it down as unavailable then, or it is known to be. */
      away: z.boolean(),
    }),
  ),
});

/** What is said of slots. */
export const saidOfSlots = z.array(z.object({ slotId: id.brand<'Slot'>(), says: z.enum(saidTimes) })).max(limits.slots);

const letterWay = z.object({
  channel: z.enum(letterWays),
  /** A number with its country code, or an account of WeChat Work; null: mail goes to the contact. */
  address: z.string().nullable(),
  agreedAt: instant.nullable(),
  /** Channels beside mail that this server has. */
  offered: z.array(z.enum(chosenWays)),
});

export const ownSide = {
  listOwnParticipations: linked
    .route({ method: 'GET', path: '/own-participations', summary: 'Editions at which the caller’s company takes part', tags })
    .input(z.object({}))
    .output(z.object({ entries: z.array(ownParticipation) })),

  /** What is given is changed; with nothing given the entry is confirmed as it stands. */
  answerProfile: guardedLinked
    .route({
      method: 'PATCH',
      path: '/editions/{editionId}/participants/{participantId}/profile',
      summary: 'Correct or confirm one’s own entry',
      tags,
    })
    .input(
      ofParticipant.extend({
        name: multilingual(200).optional(),
        city: z.string().trim().min(1).max(120).nullable().optional(),
        offer: multilingual(1000).nullable().optional(),
        need: multilingual(1000).nullable().optional(),
        ...z.object(market).partial().shape,
        languages: z.array(language).max(limits.languages).optional(),
        contacts: z.array(contactFields).max(limits.contacts).optional(),
      }),
    )
    .output(participant),

  getTimes: linked
    .route({
      method: 'GET',
      path: '/editions/{editionId}/participants/{participantId}/times',
      summary: 'When a participant said it can meet',
      tags,
    })
    .input(ofParticipant)
    .output(times),

  /** All that is said; slots that are not in the list are not said, and stay free. */
  sayTimes: guardedLinked
    .route({
      method: 'PUT',
      path: '/editions/{editionId}/participants/{participantId}/times',
      summary: 'Say when one can meet and when not',
      tags,
    })
    .input(ofParticipant.extend({ said: saidOfSlots }))
    .output(times),

  getLetterWay: linked
    .route({
      method: 'GET',
      path: '/editions/{editionId}/participants/{participantId}/letter-way',
      summary: 'How one’s own company is written to, and how else it could be',
      tags,
    })
    .input(ofParticipant)
    .output(letterWay),

  /** By mail, or by another channel of this server, to which one agrees by it; going back to mail takes that back. */
  chooseLetterWay: linked
    .route({
      method: 'POST',
      path: '/editions/{editionId}/participants/{participantId}/letter-way',
      summary: 'Choose how one’s own company is written to',
      tags,
    })
    .input(
      ofParticipant.extend({ channel: z.enum(letterWays), address: z.string().max(100).default(''), agrees: z.boolean().default(false) }),
    )
    .output(letterWay),

  declineLetters: linked
    .route({
      method: 'POST',
      path: '/editions/{editionId}/participants/{participantId}/no-letters',
      summary: 'Want no more letters; the link that is used ends',
      tags,
    })
    .input(ofParticipant)
    .output(z.object({ participantId: id.brand<'Participant'>() })),
};
