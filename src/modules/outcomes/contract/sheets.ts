// The API of sheets: an office's old list of outcomes, read, asked about, brought in and taken back.
import { z } from 'zod';
import { languages } from '#kernel/language.ts';
import { flexDate, id, multilingual, officeId, qualifier, signedIn } from '#kernel/procedure.ts';
import { entrySource } from '#modules/evidence/contract/shapes.ts';
import { outcomeKinds } from '../domain/outcome.ts';
import { askedAbout } from '../domain/sheet/answers.ts';
import { sheetMeanings } from '../domain/sheet/columns.ts';
import { longestSheet, mostRows } from '../domain/sheet/sheet.ts';
import { stages } from '../domain/stages.ts';

const tags = ['outcomes'];
const ofOffice = z.object({ officeId });
const sheetId = id.brand<'Sheet'>();
const order = z.enum(['day_first', 'month_first']);

const sheetFields = ofOffice.extend({
  text: z.string().max(longestSheet),
  /** What columns are taken for instead of what is read; by column. */
  columns: z.array(z.enum(sheetMeanings)).max(200).default([]),
  order: order.nullable().default(null),
  answers: z
    .array(z.object({ about: z.enum(askedAbout), of: z.string().max(33_000), choice: z.string().min(1).max(100) }))
    .max(5 * mostRows)
    .default([]),
});

const question = z.object({
  about: z.enum(askedAbout),
  of: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  choices: z.array(z.string()),
});

const facts = z.object({
  title: z.string(),
  kind: z.enum(outcomeKinds),
  stage: z.enum(stages),
  tieId: id.nullable(),
  parties: z.array(z.object({ organisationId: id.nullable(), cityId: id.nullable(), name: z.string().nullable() })),
  date: flexDate.nullable(),
  amount: z.object({ value: z.string(), currency: z.string() }).nullable(),
  qualifier,
  count: z.string().nullable(),
  countQualifier: qualifier,
  saidBy: z.string().nullable(),
  source: z.string().nullable(),
  note: z.string().nullable(),
});

const reading = z.object({
  /** Lines above the heads. */
  above: z.array(z.string()),
  heads: z.array(z.string()).nullable(),
  columns: z.array(z.enum(sheetMeanings)),
  dayOrder: z.object({ shown: order.nullable(), ambiguous: z.number().int(), example: z.string().nullable() }),
  /** What ties and organisations are called that can be chosen or are meant. */
  names: z.array(z.object({ id, name: multilingual(700) })),
  rows: z.array(
    z.object({
      line: z.number().int(),
      cells: z.array(z.string()),
      state: z.enum(['understood', 'question', 'left', 'sum', 'heading']),
      facts: facts.nullable(),
      questions: z.array(question),
    }),
  ),
});

const sheet = z.object({
  id: sheetId,
  version: z.number().int(),
  name: z.string().nullable(),
  rows: z.number().int(),
  recorded: z.number().int(),
  outcomes: z.array(id),
  broughtInAt: z.iso.datetime(),
  undoneAt: z.iso.datetime().nullable(),
  /** Told to whoever undoes it: outcomes that somebody has worked on since, which stay. */
  stayed: z.array(z.object({ id, title: multilingual(300) })),
});

export const sheets = {
  previewOutcomeSheet: signedIn
    .route({
      ...{ method: 'POST', path: '/offices/{officeId}/outcome-sheets/preview', tags },
      summary: 'How a list of outcomes is read, row by row; nothing is saved',
    })
    .input(sheetFields)
    .output(reading),
  recordOutcomeSheet: signedIn
    .route({
      ...{ method: 'POST', path: '/offices/{officeId}/outcome-sheets', successStatus: 201, tags },
      summary: 'Record the rows of a list that were understood, each as an outcome',
    })
    .input(
      sheetFields.extend({
        name: z.string().trim().min(1).max(300).nullable().default(null),
        /** Where rows without a source of their own are from; left out, our records. */
        source: entrySource.optional(),
      }),
    )
    .output(sheet),
  readOutcomeFile: signedIn
    .meta({ access: 'signed-in', takesFile: true })
    .route({
      ...{ method: 'POST', path: '/offices/{officeId}/outcome-sheets/file', tags },
      summary: 'Read a file as the text of a list of outcomes; nothing is saved',
    })
    .input(ofOffice.extend({ file: z.file().max(21_000_000), sheet: z.string().max(100).optional() }))
    .output(z.object({ sheets: z.array(z.string()), sheet: z.string().nullable(), text: z.string() })),
  listOutcomeSheets: signedIn
    .route({ method: 'GET', path: '/offices/{officeId}/outcome-sheets', tags, summary: 'Lists of outcomes that an office brought in' })
    .input(ofOffice)
    .output(z.object({ entries: z.array(sheet) })),
  undoOutcomeSheet: signedIn
    .route({ method: 'POST', path: '/outcome-sheets/{sheetId}/undo', tags, summary: 'Take back the outcomes of a list' })
    .input(z.object({ sheetId }))
    .output(sheet),
  exportSheetProblems: signedIn
    .route({
      ...{ method: 'GET', path: '/outcome-sheets/{sheetId}/problem-list', tags },
      summary: 'Rows of a list that were not recorded, and why, as a table',
    })
    .input(z.object({ sheetId, format: z.enum(['csv', 'xlsx']).default('xlsx'), language: z.enum(languages).optional() }))
    .output(z.file()),
};
export type SheetReadingShown = z.output<typeof reading>;
export type SheetShown = z.output<typeof sheet>;
