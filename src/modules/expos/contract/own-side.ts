// What a company, an interpreter or a speaker does for themselves at an edition, with an account or a personal link: what they say of their entry and
// of their times, whether they come, how they are written to, letters they want no more.
import { z } from 'zod';
import { guardedLinked, id, linked, multilingual } from '#kernel/procedure.ts';
import { language } from '#modules/organisations/contract.ts';
import { limits } from '../domain/limits.ts';
import { chosenWays, letterWays } from '../domain/letters/letter-way.ts';
import { saidTimes } from '../domain/own-side.ts';
import { programmeKinds, speakerComes } from '../domain/programme/programme.ts';
import { contactFields, interpreterContact } from './contact-fields.ts';
import { editionHead } from './edition-head.ts';
import { ofAddressee } from './letters.ts';
import { announced } from './programme.ts';
import { interpreter, market, participant } from './roster.ts';
import { saying } from './saying.ts';

const tags = ['expos: own part'];
const instant = z.iso.datetime();
const participantId = id.brand<'Participant'>();
const speakerId = id.brand<'Speaker'>();
const itemId = id.brand<'ProgrammeItem'>();
const texts = z.record(z.string(), z.object({ text: z.string(), origin: z.enum(['human', 'machine', 'import']) }));

/** Where and until when: the edition, and the end of the link by which the caller came in; null for others. */
const place = z.object({ edition: editionHead, linkUntil: instant.nullable() });

/** A participation of the caller’s office; instants say when it last said that its entry is right, and when it can meet. */
const ownParticipation = place.extend({
  whom: z.literal('participants'),
  id: participantId,
  code: z.string(),
  name: multilingual(200),
  profileSaidAt: instant.nullable(),
  timesSaidAt: instant.nullable(),
});

const ownInterpreting = place.extend({ whom: z.literal('interpreters'), id: id.brand<'Interpreter'>(), interpreter });

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
const ownSpeaking = place.extend({ whom: z.literal('speakers'), id: speakerId, items: z.array(ownItem) });

const times = z.object({
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

const letterWay = z.object({
  channel: z.enum(letterWays),
  /** A number with its country code, or an account of WeChat Work; null: mail goes to the contact. */
  address: z.string().nullable(),
  agreedAt: instant.nullable(),
  /** Channels beside mail that this server has. */
  offered: z.array(z.enum(chosenWays)),
});

const path = '/editions/{editionId}/addressees/{addresseeId}';

export const ownSide = {
  listOwnPlaces: linked
    .route({
      method: 'GET',
      path: '/own-places',
      summary: 'Where the caller’s company takes part, and where the caller interprets or speaks',
      tags,
    })
    .input(z.object({}))
    .output(z.object({ entries: z.array(z.discriminatedUnion('whom', [ownParticipation, ownInterpreting, ownSpeaking])) })),

  /** What is given is changed; with nothing given the entry is confirmed as it stands. */
  answerProfile: guardedLinked
    .route({
      method: 'PATCH',
      path: '/editions/{editionId}/participants/{participantId}/profile',
      summary: 'Correct or confirm one’s own entry',
      tags,
    })
    .input(
      z.object({
        editionId: id,
        participantId,
        name: multilingual(200).optional(),
        city: z.string().trim().min(1).max(120).nullable().optional(),
        offer: saying.nullable().optional(),
        need: saying.nullable().optional(),
        ...z.object(market).partial().shape,
        languages: z.array(language).max(limits.languages).optional(),
        contacts: z.array(contactFields).max(limits.contacts).optional(),
      }),
    )
    .output(participant),

  /** What is given is changed. */
  answerInterpreter: guardedLinked
    .route({
      method: 'PATCH',
      path: '/editions/{editionId}/interpreters/{interpreterId}/own',
      summary: 'Correct how one is reached and which languages one interprets',
      tags,
    })
    .input(
      z.object({
        editionId: id,
        interpreterId: id.brand<'Interpreter'>(),
        contact: interpreterContact.optional(),
        languages: z.array(language).min(1).max(limits.languages).optional(),
      }),
    )
    .output(interpreter),

  /** Guarded by the version of the item. The released programme changes with its next release. */
  answerSpeaking: guardedLinked
    .route({
      method: 'PUT',
      path: '/editions/{editionId}/speakers/{speakerId}/items/{itemId}',
      summary: 'Say whether one comes, and how one is announced at an item',
      tags,
    })
    .input(announced.extend({ editionId: id, speakerId, itemId, comes: z.enum(speakerComes) }))
    .output(ownSpeaking),

  getTimes: linked
    .route({ method: 'GET', path: `${path}/times`, summary: 'When a participant or an interpreter said that they can', tags })
    .input(ofAddressee)
    .output(times),

  /** All that is said; slots that are not in the list are not said, and stay free. */
  sayTimes: guardedLinked
    .route({ method: 'PUT', path: `${path}/times`, summary: 'Say when one can meet or interpret and when not', tags })
    .input(ofAddressee.extend({ said: z.array(z.object({ slotId: id.brand<'Slot'>(), says: z.enum(saidTimes) })).max(limits.slots) }))
    .output(times),

  getLetterWay: linked
    .route({ method: 'GET', path: `${path}/letter-way`, summary: 'How one is written to, and how else one could be', tags })
    .input(ofAddressee)
    .output(letterWay),

  /** By mail, or by another channel of this server, to which one agrees by it; going back to mail takes that back. */
  chooseLetterWay: linked
    .route({ method: 'POST', path: `${path}/letter-way`, summary: 'Choose how one is written to', tags })
    .input(
      ofAddressee.extend({ channel: z.enum(letterWays), address: z.string().max(100).default(''), agrees: z.boolean().default(false) }),
    )
    .output(letterWay),

  declineLetters: linked
    .route({ method: 'POST', path: `${path}/no-letters`, summary: 'Want no more letters; the link that is used ends', tags })
    .input(ofAddressee)
    .output(z.object({ addresseeId: id.brand<'Addressee'>() })),
};
