// The API of rates of exchange: public tables that an office brings in, and the currency it shows its sums in.
import { z } from 'zod';
import { id, officeId, qualifier, signedIn } from '#kernel/procedure.ts';
import { citedSource, entrySource } from '#modules/evidence/contract/shapes.ts';
import { outcomeKinds } from '../domain/outcome.ts';
import { rateMeanings } from '../domain/rates/columns.ts';
import { unconvertedReasons } from '../domain/rates/convert-sum.ts';
import { longestTable, rateQuestionsAbout } from '../domain/rates/read-table.ts';
import { rateDirections, rateMeasures, ratePeriods } from '../domain/rates/table.ts';
import { stages } from '../domain/stages.ts';

const tags = ['outcomes'];
const ofOffice = z.object({ officeId });
const tableId = id.brand<'RateTable'>();
const order = z.enum(['day_first', 'month_first']);
const amount = z.object({ value: z.string(), currency: z.string() });
const currency = z.string().trim().max(3);
const quote = z.object({ currency: z.string(), period: z.string(), rate: z.string() });

const readingFields = ofOffice.extend({
  text: z.string().max(longestTable),
  /** What columns are taken for instead of what is read; by column. */
  columns: z.array(z.enum(rateMeanings)).max(200).default([]),
  order: order.nullable().default(null),
  /** Of what the rates are; null: as the dates show. */
  period: z.enum(ratePeriods).nullable().default(null),
  base: currency.nullable().default(null),
  answers: z
    .array(z.object({ about: z.enum(rateQuestionsAbout), of: z.string().max(200), choice: z.string().min(1).max(40) }))
    .max(5000)
    .default([]),
});

const reading = z.object({
  heads: z.array(z.string()).nullable(),
  columns: z.array(z.enum(rateMeanings)),
  /** The first cells of each column. */
  samples: z.array(z.array(z.string())),
  period: z.enum(ratePeriods),
  /** What a head tells of base and direction, for a person to take or leave. */
  proposed: z.object({ head: z.string(), base: z.string(), direction: z.enum(rateDirections).nullable() }).nullable(),
  rates: z.number().int(),
  series: z.array(
    z.object({ word: z.string(), currency: z.string(), rates: z.number().int(), from: z.string(), to: z.string(), last: z.string() }),
  ),
  questions: z.array(
    z.object({
      about: z.enum(rateQuestionsAbout),
      of: z.string(),
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      choices: z.array(z.string()),
      cells: z.number().int(),
      line: z.number().int(),
    }),
  ),
  left: z.object({ blank: z.number().int(), left: z.number().int(), ofBase: z.number().int(), twice: z.number().int() }),
});

const tableFacts = {
  base: z.string(),
  period: z.enum(ratePeriods),
  measure: z.enum(rateMeasures),
  direction: z.enum(rateDirections),
};

const table = z.object({
  id: tableId,
  name: z.string(),
  number: z.number().int(),
  replaces: tableId.nullable(),
  ...tableFacts,
  rates: z.number().int(),
  currencies: z.array(z.string()),
  from: z.string(),
  to: z.string(),
  left: reading.shape.left.extend({ questions: z.number().int() }),
  fileName: z.string().nullable(),
  source: citedSource.nullable(),
  enteredAt: z.iso.datetime(),
  withdrawnAt: z.iso.datetime().nullable(),
  isPublic: z.boolean(),
});

const choice = z.object({ tableId, currency: z.string(), isPublic: z.boolean() });

/** A sum in another currency with all that it was reckoned by. */
export const convertedSum = z.object({
  to: z.string(),
  total: amount.nullable(),
  isRounded: z.boolean(),
  parts: z.array(z.object({ of: amount, figures: z.number().int(), converted: amount, period: z.string(), used: z.array(quote) })),
  left: z.array(
    z.object({
      of: amount,
      figures: z.number().int(),
      reason: z.enum(unconvertedReasons),
      missing: z.object({ currency: z.string(), period: z.string() }),
    }),
  ),
});

/** By what sums are converted, without the rates that they do not use. */
export const conversionFacts = z.object({
  to: z.string(),
  table: id,
  number: z.number().int(),
  name: z.string(),
  source: z.string(),
  ...tableFacts,
});

/** Sums in the currency of an office, each of one stage, kind, direction and assurance. */
export const convertedShown = z.object({
  conversion: conversionFacts,
  totals: z.array(
    z.object({
      kind: z.enum(outcomeKinds),
      stage: z.enum(stages),
      /** Cities by their addresses, of investments and services alone. */
      way: z.object({ from: z.string().nullable(), to: z.string().nullable() }).nullable(),
      assurance: z.enum(['confirmed', 'reported']),
      qualifier,
      sum: convertedSum,
      outcomes: z.array(id),
    }),
  ),
});
export type ConvertedShown = z.infer<typeof convertedShown>;

export const rates = {
  previewRateTable: signedIn
    .route({
      ...{ method: 'POST', path: '/offices/{officeId}/rate-tables/preview', tags },
      summary: 'How a table of exchange rates is read; nothing is saved',
    })
    .input(readingFields)
    .output(reading),
  readRateFile: signedIn
    .meta({ access: 'signed-in', takesFile: true })
    .route({
      ...{ method: 'POST', path: '/offices/{officeId}/rate-tables/file', tags },
      summary: 'Read a file as the text of a table of exchange rates; nothing is saved',
    })
    .input(ofOffice.extend({ file: z.file().max(21_000_000), sheet: z.string().max(100).optional() }))
    .output(z.object({ sheets: z.array(z.string()), sheet: z.string().nullable(), text: z.string() })),
  recordRateTable: signedIn
    .route({
      ...{ method: 'POST', path: '/offices/{officeId}/rate-tables', successStatus: 201, tags },
      summary: 'Add a table of exchange rates with its source, as far as it was understood',
    })
    .input(
      readingFields.extend({
        base: currency,
        name: z.string().trim().min(1).max(200),
        measure: tableFacts.measure,
        direction: tableFacts.direction,
        source: entrySource,
        fileName: z.string().trim().min(1).max(300).nullable().default(null),
        replaces: tableId.nullable().default(null),
      }),
    )
    .output(table),
  listRateTables: signedIn
    .route({
      ...{ method: 'GET', path: '/offices/{officeId}/rate-tables', tags },
      summary: 'Tables of exchange rates of an office, and the one it shows its sums by',
    })
    .input(ofOffice)
    .output(z.object({ entries: z.array(table), choice: choice.nullable() })),
  listRates: signedIn
    .route({ method: 'GET', path: '/rate-tables/{tableId}/rates', tags, summary: 'Rates of one currency in a table, as they were stated' })
    .input(z.object({ tableId, currency }))
    .output(z.object({ entries: z.array(quote) })),
  undoRateTable: signedIn
    .route({ method: 'POST', path: '/rate-tables/{tableId}/undo', tags, summary: 'Withdraw a table of exchange rates that is not in use' })
    .input(z.object({ tableId }))
    .output(table),
  chooseRates: signedIn
    .route({
      ...{ method: 'PUT', path: '/offices/{officeId}/rate-choice', tags },
      summary: 'Choose the table and the currency in which an office shows its sums',
    })
    .input(ofOffice.extend({ choice: choice.nullable() }))
    .output(z.object({ choice: choice.nullable() })),
  convertTotals: signedIn
    .route({
      ...{ method: 'POST', path: '/offices/{officeId}/converted-totals', tags },
      summary: 'Sums of outcomes at the rates of an office, each of one stage, kind and assurance; nothing is saved',
    })
    .input(ofOffice.extend({ outcomeIds: z.array(id.brand<'Outcome'>()).max(1000) }))
    .output(convertedShown.extend({ conversion: conversionFacts.nullable() })),
};
export type RateReadingShown = z.output<typeof reading>;
export type RateTableShown = z.output<typeof table>;
export type RateChoiceShown = z.output<typeof choice>;
