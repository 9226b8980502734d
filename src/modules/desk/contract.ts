// The API of an officer's desk: the month and the grid, what is pasted into it, and how its office is reminded.
import { languages } from '#kernel/language.ts';
import { z } from 'zod';
import { flexDate, id, officeId, signedIn } from '#kernel/procedure.ts';
import { cellAttributes, statuses } from '#modules/ties/domain/attributes.ts';
import { desk as openedDesk, paste, pasteFields, pasteReading, rowAnswer } from './contract/register.ts';
import { briefings } from './contract/briefing.ts';
import { answerListing } from './contract/answers.ts';
import { handovers } from './contract/handover.ts';
import { reminders } from './contract/reminders.ts';
import { longestNote } from './domain/cell-reading.ts';
import { pasteModes } from './domain/paste/batch.ts';

const tags = ['desk'];
const ofTie = z.object({ tieId: id });
const ofOffice = z.object({ officeId });
const ofPaste = z.object({ pasteId: id.brand<'Paste'>() });

/** The value of a cell of the grid; null withdraws what we said. */
const cellValue = z.discriminatedUnion('attribute', [
  z.object({ attribute: z.literal('class'), value: z.string().min(1).max(60).nullable() }),
  z.object({ attribute: z.literal('status'), value: z.enum(statuses).nullable() }),
  z.object({ attribute: z.literal('established'), value: flexDate.nullable() }),
  z.object({ attribute: z.literal('note'), value: z.string().trim().min(1).max(longestNote).nullable() }),
]);

/** `replaces` is the statement of ours that was seen in the cell (null: none); `restores` the one that had stood there before it. */
const cellChange = z.union([
  ofTie.extend({ cell: cellValue, replaces: id.nullable() }),
  ofTie.extend({ attribute: z.enum(cellAttributes), replaces: id.nullable(), restores: id.nullable() }),
]);
/** What we say in the cell now, or the code of why it stays as it is. */
const changedCell = z.object({ statementId: id.nullable(), refused: z.string().nullable() });

const register = {
  openDesk: signedIn
    .route({ method: 'GET', path: '/offices/{officeId}/desk', tags, summary: 'The month and the register of an office' })
    .input(ofOffice.extend({ today: z.iso.date().optional() }))
    .output(openedDesk),
  exportRegister: signedIn
    .route({
      method: 'GET',
      path: '/offices/{officeId}/ties/file',
      tags,
      summary: 'The register of an office as a workbook or CSV file',
    })
    .input(ofOffice.extend({ format: z.enum(['xlsx', 'csv']), language: z.enum(languages).optional(), today: z.iso.date().optional() }))
    .output(z.file()),
  setTieCells: signedIn
    .route({
      method: 'POST',
      path: '/offices/{officeId}/cells',
      tags,
      summary: 'Change cells of the grid: a new statement in place of the earlier one, or an earlier one restored; each is done or refused',
    })
    // `sourceId`: where all new values are said; our records of today where it is left out.
    .input(ofOffice.extend({ cells: z.array(cellChange).min(1).max(2000), sourceId: id.brand<'Source'>().optional() }))
    .output(z.object({ cells: z.array(changedCell) })),
};

const pasting = {
  previewPaste: signedIn
    .route({
      method: 'POST',
      path: '/offices/{officeId}/pastes/preview',
      tags,
      summary: 'How a pasted range is read, row by row; nothing is saved',
    })
    .input(pasteFields.extend(ofOffice.shape))
    .output(pasteReading),
  pasteTies: signedIn
    .route({
      method: 'POST',
      path: '/offices/{officeId}/pastes',
      successStatus: 201,
      tags,
      summary: 'Save the rows of a pasted range that were read, and the rest as questions',
    })
    .input(pasteFields.extend({ ...ofOffice.shape, mode: z.enum(pasteModes).optional() }))
    .output(paste),
  readPastedFile: signedIn
    .meta({ access: 'signed-in', takesFile: true })
    .route({
      method: 'POST',
      path: '/offices/{officeId}/pastes/file',
      tags,
      summary: 'Read a file as a range to be pasted; nothing is saved',
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
    .input(ofPaste.extend({ format: z.enum(['csv', 'xlsx']).default('xlsx'), language: z.enum(languages).optional() }))
    .output(z.file()),
  getPaste: signedIn.route({ method: 'GET', path: '/pastes/{pasteId}', tags, summary: 'A paste, row by row' }).input(ofPaste).output(paste),
  answerPaste: signedIn
    .route({
      method: 'POST',
      path: '/pastes/{pasteId}/answers',
      tags,
      summary: 'Answer questions about rows; those that can now be read are saved',
    })
    .input(ofPaste.extend({ answers: z.array(rowAnswer).min(1).max(5000) }))
    .output(paste),
  settlePaste: signedIn
    .route({ method: 'POST', path: '/pastes/{pasteId}/settlement', tags, summary: 'Dismiss a paste; its open rows stay on record' })
    .input(ofPaste)
    .output(paste),
  undoPaste: signedIn
    .route({ method: 'POST', path: '/pastes/{pasteId}/undo', tags, summary: 'Undo everything a paste has entered' })
    .input(ofPaste)
    .output(paste),
};

export const desk = { ...register, ...answerListing, ...pasting, ...reminders, ...briefings, ...handovers };

/** What a use case is handed once its input has been read: `Asked<'openDesk'>`. */
export type Asked<P extends keyof typeof desk> = z.output<NonNullable<(typeof desk)[P]['~orpc']['inputSchema']>>;
/** What a use case answers: `Answer<'openDesk'>`. */
export type Answer<P extends keyof typeof desk> = z.output<NonNullable<(typeof desk)[P]['~orpc']['outputSchema']>>;
