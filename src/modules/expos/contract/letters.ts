// Letters to companies, interpreters and speakers: where each stands, what would be sent, sending, taking back, links on paper.
import { z } from 'zod';
import { languages } from '#kernel/language.ts';
import { id, multilingual, page, pageQuery, signedIn } from '#kernel/procedure.ts';
import { typedSearch } from '#kernel/writing/typed.ts';
import { addressees } from '../domain/addressee.ts';
import { letterWays } from '../domain/letters/letter-way.ts';
import { letterKinds, letterStates } from '../domain/letters/letters.ts';

const tags = ['expos: letters'];
const instant = z.iso.datetime();
const count = z.number().int();
const ofEdition = z.object({ editionId: id });
const to = id.brand<'Addressee'>();
/** Of whom it is asked: a participant, an interpreter or a speaker, by the id that they have as such. */
export const ofAddressee = z.object({ editionId: id, addresseeId: to });
const state = z.enum(letterStates);
const kind = z.enum(letterKinds);
/** Of companies, interpreters or speakers. */
const whom = z.enum(addressees).default('participants');
const letter = z.object({ subject: z.string(), body: z.string() });

const stand = z.object({
  id: to,
  /** Of a participant; of an interpreter the name in the list. */
  code: z.string(),
  name: multilingual(200),
  state,
  /** The first contact: a name, which may be ''. */
  person: z.string(),
  /** How it is written to, and where: the contact's address, or what the company chose; null where there is none. */
  channel: z.enum(letterWays),
  sentTo: z.string().nullable(),
  /** Since when it stands so; null where nothing has happened. */
  since: instant.nullable(),
  /** The words of the mail server where it refused the address. */
  fault: z.string().nullable(),
  /** Links that open its place now. */
  links: count,
});

const figures = z.object({
  total: count,
  states: z.record(state, count),
  /** How many would be written to now. */
  due: z.record(kind, count),
  /** How many of those who would be reminded were written to in the last days. */
  quiet: count,
  /** Whether a mail server is configured: without one nothing leaves. */
  leaves: z.boolean(),
});

export const letters = {
  listLetters: signedIn
    .route({ method: 'GET', path: '/editions/{editionId}/letters', summary: 'Where each participant stands with its letters', tags })
    .input(pageQuery.extend({ editionId: id, whom, state: state.optional(), q: typedSearch(120).optional() }))
    .output(page(stand)),

  getLetterFigures: signedIn
    .route({
      method: 'GET',
      path: '/editions/{editionId}/letters/figures',
      summary: 'How many participants stand where; the figures add up',
      tags,
    })
    .input(ofEdition.extend({ whom }))
    .output(figures),

  previewLetter: signedIn
    .route({ method: 'GET', path: '/editions/{editionId}/letters/preview', summary: 'One letter in every language before it goes', tags })
    .input(ofEdition.extend({ whom, kind, toId: to.optional() }))
    .output(
      z.object({
        toId: to.nullable(),
        company: multilingual(200).nullable(),
        channel: z.enum(letterWays),
        sentTo: z.string().nullable(),
        language: z.enum(languages),
        texts: z.partialRecord(z.enum(languages), letter),
        next: to.nullable(),
      }),
    ),

  /** To all who are due, or of these those who are. */
  sendLetters: signedIn
    .route({ method: 'POST', path: '/editions/{editionId}/letters', summary: 'Write letters with personal links', tags })
    .input(ofEdition.extend({ whom, kind, toIds: z.array(to).max(20_000).optional() }))
    .output(z.object({ written: count })),

  stopLetters: signedIn
    .route({ method: 'POST', path: '/editions/{editionId}/letters/stop', summary: 'Take back letters that have not left yet', tags })
    .input(ofEdition.extend({ whom }))
    .output(z.object({ stopped: count })),

  /** For paper, or to be handed over: the address is told once. */
  makeLink: signedIn
    .meta({ access: 'signed-in', secret: true })
    .route({
      method: 'POST',
      path: '/editions/{editionId}/addressees/{addresseeId}/links',
      summary: 'Make a personal link for a participant, an interpreter or a speaker; it is shown once',
      tags,
    })
    .input(ofAddressee)
    .output(z.object({ address: z.string(), until: instant })),

  /** At most 500 with one press; whoever has one by then is not among them the next time. */
  makeLinks: signedIn
    .meta({ access: 'signed-in', secret: true })
    .route({
      method: 'POST',
      path: '/editions/{editionId}/letters/links',
      successStatus: 201,
      summary: 'Make personal links on paper for all who have no address; they are shown once',
      tags,
    })
    .input(ofEdition.extend({ whom }))
    .output(
      z.object({ links: z.array(z.object({ id: to, code: z.string(), name: multilingual(200), address: z.string() })), until: instant }),
    ),

  revokeLinks: signedIn
    .route({
      method: 'POST',
      path: '/editions/{editionId}/addressees/{addresseeId}/links/end',
      summary: 'Revoke the personal links of one of them',
      tags,
    })
    .input(ofAddressee)
    .output(z.object({ revoked: count })),
};
