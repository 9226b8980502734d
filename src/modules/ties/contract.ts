// The API of ties: the public register, one tie, what an office enters of it, and the officer's desk.
import { z } from 'zod';
import { confirmed, guarded, id, multilingual, officeId, open, page, pageQuery, signedIn } from '#kernel/procedure.ts';
import { statement, statementEntry } from '#modules/evidence/contract/shapes.ts';
import { standardClasses, tieAttributes } from './domain/attributes.ts';
import { doubtKinds } from './domain/doubts.ts';
import { DUE_HAS_PASSED, itemStates } from './domain/happenings.ts';
import { replies } from './domain/taking.ts';
import { carrier, carriers } from './contract/carriers.ts';
import { duplicates } from './contract/duplicates.ts';
import { exchangeNotes } from './contract/exchange-notes.ts';
import { visits } from './contract/visits.ts';
import {
  agreedItem,
  agreement,
  agreementChange,
  agreementFields,
  exchange,
  exchangeChange,
  exchangeFields,
  itemChange,
  itemFields,
  itemProof,
  tie,
  tieClass,
  tieSummary,
  visibility,
} from './contract/shapes.ts';

const tags = ['ties'];
const ofTie = z.object({ tieId: id });
const ofAgreement = z.object({ agreementId: id.brand<'Agreement'>() });
const ofItem = z.object({ itemId: id });
const ofExchange = z.object({ exchangeId: id.brand<'Exchange'>() });
const audience = z.object({ visibility, sharedWith: z.array(officeId).max(200).default([]) });

const reading = {
  listTies: open
    .route({ method: 'GET', path: '/ties', tags, summary: 'Ties the caller can see, of one city or of all' })
    // A page of doubtful ones may hold fewer than its limit.
    // `audience`: what everybody sees, whoever asks.
    .input(
      pageQuery.extend({
        ...{ city: z.string().min(1).max(120).optional(), only: z.enum(doubtKinds).optional() },
        audience: z.literal('public').optional(),
      }),
    )
    .output(page(tieSummary)),
  getTie: open
    .meta({ access: 'public', steady: true })
    .route({ method: 'GET', path: '/ties/{tie}', tags, summary: 'A tie by its address or id, with everything the caller can see' })
    .input(z.object({ tie: z.string().min(1).max(250), today: z.iso.date().optional() }))
    .output(tie),
  listTieClasses: open
    .route({
      method: 'GET',
      path: '/tie-classes',
      tags,
      summary: 'Classes of ties: the four standard ones and those that offices add',
    })
    .output(z.object({ entries: z.array(tieClass) })),
};

const saidOfTie = z.array(statementEntry.extend({ attribute: z.enum(tieAttributes) }));

const keeping = {
  addTieClass: signedIn
    .route({ method: 'POST', path: '/tie-classes', successStatus: 201, tags, summary: 'Add an office’s own class' })
    .input(z.object({ office: officeId, name: multilingual(80), common: z.enum(standardClasses).nullable().optional() }))
    .output(tieClass),
  updateTieClass: guarded
    .route({ method: 'PATCH', path: '/tie-classes/{code}', tags, summary: 'Change the name of an office’s own class or what it counts as' })
    .input(
      z.object({
        code: z.string().min(1).max(60),
        name: multilingual(80).optional(),
        common: z.enum(standardClasses).nullable().optional(),
      }),
    )
    .output(tieClass),
  keepTie: signedIn
    .route({ method: 'POST', path: '/ties', successStatus: 201, tags, summary: 'Add a tie to an office’s register' })
    // `entries`: what the office says of it at once.
    .input(z.object({ office: officeId, cityId: id, withCityId: id, entries: saidOfTie.max(50).optional() }))
    .output(z.object({ id: id.brand<'Tie'>(), slug: z.string() })),
  withdrawTie: guarded
    .route({
      method: 'PUT',
      path: '/ties/{tieId}/withdrawal',
      tags,
      summary: 'Remove a tie from an office’s register; statements stay on record',
    })
    .input(ofTie.extend({ office: officeId }))
    .output(ofTie),
  previewTieAudience: signedIn
    .route({
      method: 'GET',
      path: '/ties/{tieId}/public-preview',
      tags,
      summary: 'Which of an office’s entries are or would become public',
    })
    .input(ofTie.extend({ office: officeId }))
    .output(
      z.object({
        version: z.number().int(),
        statements: z.array(statement),
        agreements: z.array(agreement),
        exchanges: z.array(exchange),
        carriers: z.array(carrier),
      }),
    ),
  setTieAudience: guarded
    .route({ method: 'PUT', path: '/ties/{tieId}/audience', tags, summary: 'Set who can see a tie, and which entries with it' })
    .input(
      audience.extend({
        tieId: id,
        office: officeId,
        statementIds: z.array(id).max(500).default([]),
        agreementIds: z.array(id.brand<'Agreement'>()).max(200).default([]),
        exchangeIds: z.array(id.brand<'Exchange'>()).max(500).default([]),
        carrierIds: z.array(id.brand<'Carrier'>()).max(200).optional(),
        confirmed: confirmed(['evidence.takes_off_cited']),
      }),
    )
    .output(z.object({ version: z.number().int() })),
  enterTieStatements: signedIn
    .route({ method: 'POST', path: '/ties/{tieId}/statements', successStatus: 201, tags, summary: 'Enter statements on a tie' })
    .input(
      ofTie.extend({
        office: officeId,
        entries: saidOfTie.min(1).max(50),
      }),
    )
    .output(z.object({ entries: z.array(statement) })),
};

const takings = {
  takeUp: signedIn
    .route({
      method: 'POST',
      path: '/ties/{tieId}/takings',
      successStatus: 201,
      tags,
      summary: 'Decide for a side whether what a third party says of its tie stands on the pages of the tie',
    })
    /** `differs`: what it was instead, told to the office that says it; only with `takesUp: false`. */
    .input(
      ofTie.extend({
        office: officeId,
        thingId: id,
        takesUp: z.boolean().nullable(),
        differs: z.string().trim().min(1).max(1000).optional(),
      }),
    )
    .output(z.object({ thingId: id, office: officeId, takesUp: z.boolean().nullable(), differs: z.string().nullable() })),
};

const answeringDesks = {
  /** `to`: the desk that says it was otherwise; `verdict` null takes the last answer back. */
  replyToDesk: signedIn
    .route({
      method: 'POST',
      path: '/ties/{tieId}/replies',
      successStatus: 201,
      tags,
      summary: 'Answer the desk of a tie that says something you entered of it was otherwise',
    })
    .input(ofTie.extend({ office: officeId, thingId: id, to: officeId, verdict: z.enum(replies).nullable() }))
    .output(z.object({ thingId: id, office: officeId, to: officeId, verdict: z.enum(replies).nullable() })),
};

const happenings = {
  addAgreement: signedIn
    .route({ method: 'POST', path: '/ties/{tieId}/agreements', successStatus: 201, tags, summary: 'Enter an agreement' })
    .input(agreementFields.extend({ tieId: id, office: officeId }))
    .output(agreement),
  updateAgreement: guarded
    .route({ method: 'PATCH', path: '/agreements/{agreementId}', tags, summary: 'Correct an agreement' })
    .input(agreementChange.extend(ofAgreement.shape))
    .output(agreement),
  withdrawAgreement: guarded
    .route({ method: 'PUT', path: '/agreements/{agreementId}/withdrawal', tags, summary: 'Withdraw an agreement; it stays on record' })
    .input(ofAgreement.extend({ confirmed: confirmed(['kernel.read_by_others']) }))
    .output(ofAgreement),
  addAgreedItem: signedIn
    .route({
      method: 'POST',
      path: '/agreements/{agreementId}/items',
      successStatus: 201,
      tags,
      summary: 'Enter an agreed item',
    })
    .input(itemFields.extend({ ...ofAgreement.shape, confirmed: confirmed([DUE_HAS_PASSED]) }))
    .output(agreedItem),
  updateAgreedItem: guarded
    .route({ method: 'PATCH', path: '/agreed-items/{itemId}', tags, summary: 'Correct an agreed item' })
    .input(itemChange.extend({ ...ofItem.shape, confirmed: confirmed([DUE_HAS_PASSED]) }))
    .output(agreedItem),
  setItemAudience: guarded
    .route({ method: 'PUT', path: '/agreed-items/{itemId}/audience', tags, summary: 'Set whether those who see the agreement see an item' })
    .input(ofItem.extend({ visibility: z.enum(['private', 'agreement']), confirmed: confirmed(['kernel.read_by_others']) }))
    .output(agreedItem),
  withdrawAgreedItem: guarded
    .route({ method: 'PUT', path: '/agreed-items/{itemId}/withdrawal', tags, summary: 'Withdraw an agreed item; it stays on record' })
    .input(ofItem.extend({ confirmed: confirmed(['kernel.read_by_others']) }))
    .output(ofItem),
  /** `state` null: takes the last word back; the one before stands again, else none. */
  sayItemState: signedIn
    .route({ method: 'POST', path: '/agreed-items/{itemId}/state', tags, summary: 'State the status of an agreed item on your side' })
    .input(ofItem.extend({ office: officeId, state: z.enum(itemStates).nullable(), ...itemProof }))
    .output(agreedItem),
  carryItemsOver: signedIn
    .route({
      method: 'POST',
      path: '/agreements/{agreementId}/carried-items',
      successStatus: 201,
      tags,
      summary: 'Carry over items of an earlier agreement of the office; those already carried over are left out',
    })
    .input(ofAgreement.extend({ itemIds: z.array(id).min(1).max(200) }))
    .output(z.object({ entries: z.array(agreedItem) })),
  takeItemsBack: signedIn
    .route({
      method: 'POST',
      path: '/agreements/{agreementId}/carried-items/undo',
      tags,
      summary: 'Undo carrying items over; those edited since stay',
    })
    /** `itemIds`: only these; else all that the agreement has taken over. */
    .input(ofAgreement.extend({ itemIds: z.array(id).min(1).max(200).optional() }))
    .output(z.object({ taken: z.array(id), stayed: z.array(agreedItem) })),
  addExchange: signedIn
    .route({ method: 'POST', path: '/ties/{tieId}/exchanges', successStatus: 201, tags, summary: 'Enter a visit, an event or a programme' })
    .input(exchangeFields.extend({ tieId: id, office: officeId }))
    .output(exchange),
  updateExchange: guarded
    .route({ method: 'PATCH', path: '/exchanges/{exchangeId}', tags, summary: 'Correct an exchange' })
    .input(exchangeChange.extend(ofExchange.shape))
    .output(exchange),
  withdrawExchange: guarded
    .route({ method: 'PUT', path: '/exchanges/{exchangeId}/withdrawal', tags, summary: 'Withdraw an exchange; it stays on record' })
    .input(ofExchange.extend({ confirmed: confirmed(['kernel.read_by_others']) }))
    .output(ofExchange),
};

export const ties = {
  ...carriers,
  ...reading,
  ...keeping,
  ...happenings,
  ...takings,
  ...answeringDesks,
  ...exchangeNotes,
  ...visits,
  ...duplicates,
};

/** What a use case is handed once its input has been read: `Asked<'pasteTies'>`. */
export type Asked<P extends keyof typeof ties> = z.output<NonNullable<(typeof ties)[P]['~orpc']['inputSchema']>>;
/** What a use case answers: `Answer<'pasteTies'>`. */
export type Answer<P extends keyof typeof ties> = z.output<NonNullable<(typeof ties)[P]['~orpc']['outputSchema']>>;
