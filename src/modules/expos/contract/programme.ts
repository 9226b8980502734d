// The forum programme: the organiser's draft of it, and what was released.
import { z } from 'zod';
import { day, id, multilingual, open, signedIn, guarded } from '#kernel/procedure.ts';
import { typedEmail } from '#kernel/writing/typed.ts';
import { language } from '#modules/organisations/contract.ts';
import { limits } from '../domain/limits.ts';
import { programmeKinds, speakerComes } from '../domain/programme/programme.ts';

const tags = ['expos: programme'];
const version = z.number().int();
const instant = z.iso.datetime();
const [itemId, roomId] = [id.brand<'ProgrammeItem'>(), id.brand<'ProgrammeRoom'>()];
const ofEdition = z.object({ editionId: id });
const ofItem = ofEdition.extend({ itemId });
const hall = z.string().trim().max(60).default('');

/** A room; one without an id is new. */
const roomFields = z.object({
  id: roomId.optional(),
  name: multilingual(120),
  hall,
  /** Null: not known. */
  seats: z.number().int().min(1).max(100_000).nullable().default(null),
});
export const programmeRoom = z.object({ id: roomId, name: multilingual(120), hall: z.string(), seats: z.number().int().nullable() });

const texts = z.record(z.string(), z.object({ text: z.string(), origin: z.enum(['human', 'machine', 'import']) }));
const someText = multilingual(200).or(z.object({}).strict()).default({});
/** How a person is announced: post and office as at that day, and what they speak on; empty where not known. */
export const announced = z.object({ name: multilingual(120), post: someText, office: someText, topic: someText });
const speakerFields = announced.extend({
  /** Known to the organiser alone: by it the speaker is sent a letter with a link. */
  email: typedEmail().nullable().default(null),
  /** The smaller, the earlier; those of one rank as they are entered. */
  rank: z.number().int().min(1).max(99).default(50),
  /** The participant one of whose seats the person takes while they speak. */
  participantId: id.brand<'Participant'>().nullable().default(null),
});
const speaker = z.object({ name: texts, post: texts, office: texts, topic: texts, rank: z.number().int() });
const followUp = z.object({
  who: z.string().trim().min(1).max(200),
  what: z.string().trim().max(500).default(''),
  done: z.boolean().default(false),
});

const itemFields = z.object({
  kind: z.enum(programmeKinds),
  title: multilingual(200),
  day,
  /** Both null: the time is not known. */
  startsAt: instant.nullable().default(null),
  endsAt: instant.nullable().default(null),
  roomId: roomId.nullable().default(null),
  languages: z.array(language).max(limits.languages).default([]),
  interpretedInto: z.array(language).max(limits.languages).default([]),
  interpreters: z.array(id.brand<'Interpreter'>()).max(50).default([]),
  standId: id.brand<'Stand'>().nullable().default(null),
  cities: z.array(id.brand<'City'>()).max(100).default([]),
  hosts: z.array(multilingual(200)).max(20).default([]),
  themes: z.array(multilingual(200)).max(20).default([]),
  speakers: z.array(speakerFields).max(60).default([]),
  followUp: z.array(followUp).max(500).default([]),
  source: z
    .url({ protocol: /^https?$/, hostname: z.regexes.domain })
    .max(300)
    .nullable()
    .default(null),
});

export const programmeItem = z.object({
  ...itemFields.shape,
  id: itemId,
  version,
  title: texts,
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
  hosts: z.array(texts),
  themes: z.array(texts),
  speakers: z.array(
    speaker.extend({
      participantId: id.brand<'Participant'>().nullable(),
      email: z.string().nullable(),
      /** As the speaker said it; null: no answer. */
      comes: z.enum(speakerComes).nullable(),
    }),
  ),
});
export type ProgrammeItemShown = z.infer<typeof programmeItem>;

/** What everybody who sees the edition is told of an item. */
export const shownItem = z.object({
  id: itemId,
  kind: z.enum(programmeKinds),
  title: texts,
  day: z.string(),
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
  room: z.object({ name: texts, hall: z.string(), seats: z.number().int().nullable() }).nullable(),
  languages: z.array(z.string()),
  interpretedInto: z.array(z.string()),
  cities: z.array(z.object({ id, slug: z.string(), name: texts })),
  hosts: z.array(texts),
  themes: z.array(texts),
  speakers: z.array(speaker),
  source: z.string().nullable(),
});
export type ShownItem = z.infer<typeof shownItem>;

const release = z.object({ number: z.number().int(), publishedAt: instant });

export const programme = {
  getProgramme: open
    .route({ method: 'GET', path: '/editions/{editionId}/programme', summary: 'The programme as it was last released', tags })
    .input(ofEdition)
    .output(z.object({ release: release.nullable(), items: z.array(shownItem) })),
  listCityProgramme: open
    .route({ method: 'GET', path: '/programme-items', summary: 'What released programmes hold of a city, or of several together', tags })
    .input(z.object({ cityId: id, otherCity: id.optional() }))
    .output(z.object({ entries: z.array(z.object({ edition: z.object({ slug: z.string(), name: texts }), item: shownItem })) })),
  getProgrammeDraft: signedIn
    .route({ method: 'GET', path: '/editions/{editionId}/programme-draft', summary: 'The programme as its organiser keeps it', tags })
    .input(ofEdition)
    .output(
      z.object({
        rooms: z.array(programmeRoom),
        items: z.array(programmeItem),
        release: release.nullable(),
        /** Whether the draft says anything else than the release. */
        changed: z.boolean(),
      }),
    ),
  replaceProgrammeRooms: guarded
    .route({
      method: 'PUT',
      path: '/editions/{editionId}/programme-rooms',
      summary: 'Set all rooms of the programme; the edition’s version guards them',
      tags,
    })
    .input(ofEdition.extend({ rooms: z.array(roomFields).max(200) }))
    .output(z.object({ version, rooms: z.array(programmeRoom) })),
  createProgrammeItem: signedIn
    .route({
      method: 'POST',
      path: '/editions/{editionId}/programme-items',
      successStatus: 201,
      summary: 'Add an item to the programme',
      tags,
    })
    .input(itemFields.extend(ofEdition.shape))
    .output(programmeItem),
  updateProgrammeItem: guarded
    .route({ method: 'PUT', path: '/editions/{editionId}/programme-items/{itemId}', summary: 'Set an item of the programme', tags })
    .input(itemFields.extend(ofItem.shape))
    .output(programmeItem),
  removeProgrammeItem: guarded
    .route({ method: 'DELETE', path: '/editions/{editionId}/programme-items/{itemId}', summary: 'Remove an item from the programme', tags })
    .input(ofItem)
    .output(z.object({ id })),
};
