// The API of ties: the public register, one tie, what an office enters of it, and the officer's desk.
import { z } from 'zod';
import { flexDate, id, multilingual, page, pageQuery, procedure } from '#kernel/procedure.ts';
import { statement, statementEntry } from '#modules/evidence/contract/shapes.ts';
import { cellAttributes, standardClasses, statuses, tieAttributes } from './domain/attributes.ts';
import { doubtKinds } from './domain/doubts.ts';
import { itemStates } from './domain/happenings.ts';
import { carrier, carriers } from './contract/carriers.ts';
import { map } from './contract/map.ts';
import { network } from './contract/network.ts';
import { duplicates } from './contract/duplicates.ts';
import { exchangeNotes } from './contract/exchange-notes.ts';
import { reminders } from './contract/reminders.ts';
import { desk, paste, pasteFields, pasteReading, rowAnswer } from './contract/register.ts';
import { pasteModes } from './domain/paste-batch.ts';
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
const signedIn = procedure.meta({ access: 'signed-in' });
const guarded = procedure.meta({ access: 'signed-in', guarded: true });
const open = procedure.meta({ access: 'public' });
const ofTie = z.object({ tieId: id });
const ofOffice = z.object({ officeId: id });
const ofAgreement = z.object({ agreementId: id });
const ofItem = z.object({ itemId: id });
const ofExchange = z.object({ exchangeId: id });
const ofPaste = z.object({ pasteId: id });
const audience = z.object({ visibility, sharedWith: z.array(id).max(200).default([]) });

/** The value of a cell of the grid; null withdraws what we said. */
const cellValue = z.discriminatedUnion('attribute', [
  z.object({ attribute: z.literal('class'), value: z.string().min(1).max(60).nullable() }),
  z.object({ attribute: z.literal('status'), value: z.enum(statuses).nullable() }),
  z.object({ attribute: z.literal('established'), value: flexDate.nullable() }),
  z.object({ attribute: z.literal('note'), value: z.string().trim().min(1).max(4000).nullable() }),
]);

/** `replaces` is the statement of ours that was seen in the cell (null: none); `restores` the one that had stood there before it. */
const cellChange = z.union([
  ofTie.extend({ cell: cellValue, replaces: id.nullable() }),
  ofTie.extend({ attribute: z.enum(cellAttributes), replaces: id.nullable(), restores: id.nullable() }),
]);
/** What we say in the cell now, or the code of why it stays as it is. */
const changedCell = z.object({ statementId: id.nullable(), refused: z.string().nullable() });

const reading = {
  listTies: open
    .route({ method: 'GET', path: '/ties', tags, summary: 'Ties that the caller may see, of one city or of all' })
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
    .route({ method: 'GET', path: '/ties/{tie}', tags, summary: 'A tie by its address or id, with all that the caller may see of it' })
    .input(z.object({ tie: z.string().min(1).max(250), today: z.iso.date().optional() }))
    .output(tie),
  listTieClasses: open
    .route({
      method: 'GET',
      path: '/tie-classes',
      tags,
      summary: 'Classes of ties: the four that everybody finds and those that offices add',
    })
    .output(z.object({ entries: z.array(tieClass) })),
  openDesk: signedIn
    .route({ method: 'GET', path: '/offices/{officeId}/desk', tags, summary: 'The month and the register of an office' })
    .input(ofOffice.extend({ today: z.iso.date().optional() }))
    .output(desk),
  exportRegister: signedIn
    .route({
      method: 'GET',
      path: '/offices/{officeId}/ties/file',
      tags,
      summary: 'The register of an office as a workbook or separated text',
    })
    .input(
      ofOffice.extend({ format: z.enum(['xlsx', 'csv']), language: z.enum(['en', 'zh-Hans']).optional(), today: z.iso.date().optional() }),
    )
    .output(z.file()),
};

const saidOfTie = z.array(statementEntry.extend({ attribute: z.enum(tieAttributes) }));

const keeping = {
  addTieClass: signedIn
    .route({ method: 'POST', path: '/tie-classes', successStatus: 201, tags, summary: 'Add a class of an office’s own' })
    .input(z.object({ office: id, name: multilingual(80), common: z.enum(standardClasses).nullable().optional() }))
    .output(tieClass),
  updateTieClass: guarded
    .route({ method: 'PATCH', path: '/tie-classes/{code}', tags, summary: 'Change what a class of one’s own is called or counts as' })
    .input(
      z.object({
        code: z.string().min(1).max(60),
        name: multilingual(80).optional(),
        common: z.enum(standardClasses).nullable().optional(),
      }),
    )
    .output(tieClass),
  keepTie: signedIn
    .route({ method: 'POST', path: '/ties', successStatus: 201, tags, summary: 'Put a tie into an office’s register' })
    // `entries`: what the office says of it at once.
    .input(z.object({ office: id, cityId: id, withCityId: id, entries: saidOfTie.max(50).optional() }))
    .output(z.object({ id, slug: z.string() })),
  withdrawTie: guarded
    .route({
      method: 'PUT',
      path: '/ties/{tieId}/withdrawal',
      tags,
      summary: 'Take a tie out of an office’s register; what was said stays on record',
    })
    .input(ofTie.extend({ office: id }))
    .output(ofTie),
  previewTieAudience: signedIn
    .route({ method: 'GET', path: '/ties/{tieId}/public-preview', tags, summary: 'What of an office’s entries is or would become public' })
    .input(ofTie.extend({ office: id }))
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
    .route({ method: 'PUT', path: '/ties/{tieId}/audience', tags, summary: 'Decide who may see a tie, and which entries with it' })
    .input(
      audience.extend({
        tieId: id,
        office: id,
        statementIds: z.array(id).max(500).default([]),
        agreementIds: z.array(id).max(200).default([]),
        exchangeIds: z.array(id).max(500).default([]),
        carrierIds: z.array(id).max(200).optional(),
      }),
    )
    .output(z.object({ version: z.number().int() })),
  enterTieStatements: signedIn
    .route({ method: 'POST', path: '/ties/{tieId}/statements', successStatus: 201, tags, summary: 'Enter what is said of a tie' })
    .input(
      ofTie.extend({
        office: id,
        entries: saidOfTie.min(1).max(50),
      }),
    )
    .output(z.object({ entries: z.array(statement) })),
  setTieCells: signedIn
    .route({
      method: 'POST',
      path: '/offices/{officeId}/cells',
      tags,
      summary:
        'Change cells of the grid: our statement in place of the one before, or what an earlier change had replaced; each done or refused',
    })
    // `sourceId`: where all new values are said; our records of today where it is left out.
    .input(ofOffice.extend({ cells: z.array(cellChange).min(1).max(2000), sourceId: id.optional() }))
    .output(z.object({ cells: z.array(changedCell) })),
};

const happenings = {
  addAgreement: signedIn
    .route({ method: 'POST', path: '/ties/{tieId}/agreements', successStatus: 201, tags, summary: 'Enter an agreement' })
    .input(agreementFields.extend({ tieId: id, office: id }))
    .output(agreement),
  updateAgreement: guarded
    .route({ method: 'PATCH', path: '/agreements/{agreementId}', tags, summary: 'Correct an agreement' })
    .input(agreementChange.extend(ofAgreement.shape))
    .output(agreement),
  withdrawAgreement: guarded
    .route({ method: 'PUT', path: '/agreements/{agreementId}/withdrawal', tags, summary: 'Withdraw an agreement; it stays on record' })
    .input(ofAgreement)
    .output(ofAgreement),
  addAgreedItem: signedIn
    .route({
      method: 'POST',
      path: '/agreements/{agreementId}/items',
      successStatus: 201,
      tags,
      summary: 'Enter one thing an agreement foresees',
    })
    .input(itemFields.extend(ofAgreement.shape))
    .output(agreedItem),
  updateAgreedItem: guarded
    .route({ method: 'PATCH', path: '/agreed-items/{itemId}', tags, summary: 'Correct an agreed item' })
    .input(itemChange.extend(ofItem.shape))
    .output(agreedItem),
  sayItemState: signedIn
    .route({ method: 'POST', path: '/agreed-items/{itemId}/state', tags, summary: 'Say how an agreed item stands on your side' })
    .input(ofItem.extend({ office: id, state: z.enum(itemStates), ...itemProof }))
    .output(agreedItem),
  carryItemsOver: signedIn
    .route({
      method: 'POST',
      path: '/agreements/{agreementId}/carried-items',
      successStatus: 201,
      tags,
      summary: 'Take over items of an earlier agreement of the office; one that was taken over before is left out',
    })
    .input(ofAgreement.extend({ itemIds: z.array(id).min(1).max(200) }))
    .output(z.object({ entries: z.array(agreedItem) })),
  takeItemsBack: signedIn
    .route({
      method: 'POST',
      path: '/agreements/{agreementId}/carried-items/undo',
      tags,
      summary: 'Undo that items were taken over; those on which somebody has worked since stay',
    })
    /** `itemIds`: only these; else all that the agreement has taken over. */
    .input(ofAgreement.extend({ itemIds: z.array(id).min(1).max(200).optional() }))
    .output(z.object({ taken: z.array(id), stayed: z.array(agreedItem) })),
  addExchange: signedIn
    .route({ method: 'POST', path: '/ties/{tieId}/exchanges', successStatus: 201, tags, summary: 'Enter a visit, an event or a programme' })
    .input(exchangeFields.extend({ tieId: id, office: id }))
    .output(exchange),
  updateExchange: guarded
    .route({ method: 'PATCH', path: '/exchanges/{exchangeId}', tags, summary: 'Correct an exchange' })
    .input(exchangeChange.extend(ofExchange.shape))
    .output(exchange),
  withdrawExchange: guarded
    .route({ method: 'PUT', path: '/exchanges/{exchangeId}/withdrawal', tags, summary: 'Withdraw an exchange; it stays on record' })
    .input(ofExchange)
    .output(ofExchange),
};

const pasting = {
  previewPaste: signedIn
    .route({
      method: 'POST',
      path: '/offices/{officeId}/pastes/preview',
      tags,
      summary: 'What a pasted range would mean, row by row; nothing is kept',
    })
    .input(pasteFields.extend(ofOffice.shape))
    .output(pasteReading),
  pasteTies: signedIn
    .route({
      method: 'POST',
      path: '/offices/{officeId}/pastes',
      successStatus: 201,
      tags,
      summary: 'Keep the understood rows of a pasted range, and the rest as questions',
    })
    .input(pasteFields.extend({ ...ofOffice.shape, mode: z.enum(pasteModes).optional() }))
    .output(paste),
  readPastedFile: signedIn
    .route({
      method: 'POST',
      path: '/offices/{officeId}/pastes/file',
      tags,
      summary: 'Read a file as a range to be pasted; nothing is kept',
    })
    .input(ofOffice.extend({ file: z.file().max(21_000_000), sheet: z.string().max(100).optional() }))
    .output(z.object({ sheets: z.array(z.string()), sheet: z.string().nullable(), text: z.string() })),
  exportPasteProblems: signedIn
    .route({
      method: 'GET',
      path: '/pastes/{pasteId}/problem-list',
      tags,
      summary: 'What is wrong with rows and what was done, as a table',
    })
    .input(ofPaste.extend({ format: z.enum(['csv', 'xlsx']).default('xlsx'), language: z.enum(['en', 'zh-Hans']).optional() }))
    .output(z.file()),
  getPaste: signedIn.route({ method: 'GET', path: '/pastes/{pasteId}', tags, summary: 'A paste, row by row' }).input(ofPaste).output(paste),
  answerPaste: signedIn
    .route({
      method: 'POST',
      path: '/pastes/{pasteId}/answers',
      tags,
      summary: 'Answer questions about rows; those that are understood now are kept',
    })
    .input(ofPaste.extend({ answers: z.array(rowAnswer).min(1).max(5000) }))
    .output(paste),
  settlePaste: signedIn
    .route({ method: 'POST', path: '/pastes/{pasteId}/settlement', tags, summary: 'Have done with a paste; its open rows stay on record' })
    .input(ofPaste)
    .output(paste),
  undoPaste: signedIn
    .route({ method: 'POST', path: '/pastes/{pasteId}/undo', tags, summary: 'Take back everything a paste has entered' })
    .input(ofPaste)
    .output(paste),
};

export const ties = {
  ...carriers,
  ...reading,
  ...keeping,
  ...happenings,
  ...pasting,
  ...network,
  ...map,
  ...reminders,
  ...exchangeNotes,
  ...duplicates,
};

/** What a use case is handed once its input has been read: `Asked<'pasteTies'>`. */
export type Asked<P extends keyof typeof ties> = z.output<NonNullable<(typeof ties)[P]['~orpc']['inputSchema']>>;
/** What a use case answers: `Answer<'pasteTies'>`. */
export type Answer<P extends keyof typeof ties> = z.input<NonNullable<(typeof ties)[P]['~orpc']['outputSchema']>>;
