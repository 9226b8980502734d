// Edition files in and out: a workbook, separated text or a benchmark instance of one edition.
import { languages } from '#kernel/language.ts';
import { signedIn } from '#kernel/procedure.ts';
import { z } from 'zod';
import { registrationStates } from '#modules/expos/domain/registration.ts';
import { comparedTables } from '../domain/file/changed-cells.ts';
import { sheetKinds } from '../domain/file/layout.ts';
import { code, count, inEdition } from './shapes.ts';

const tags = ['meetings: files'];

const table = z.enum(comparedTables);
const counts = z.object({
  slots: count,
  tables: count,
  stands: count,
  groups: count,
  participants: count,
  interpreters: count,
  requests: count,
  meetings: count,
});

/** 20 MB, as `sheetLimits` has it. */
const file = z.file().max(20_000_000);
/** For a file without clock times whose slots are not those of the edition: a plain day of equal slots. */
const plainDay = {
  date: z.iso.date().optional(),
  firstStart: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default('09:00'),
  minutes: z.coerce.number().int().min(5).max(240).default(20),
};

/** Of a form as well, which has words alone. */
const flag = z.union([z.boolean(), z.stringbool({ truthy: ['true'], falsy: ['false'] })]);

/** How a file is read: what its sheets and columns hold where that is other than what was found. */
const sheetsAsRead = z
  .array(
    z.object({
      sheet: z.string().min(1).max(200),
      holds: z.enum(sheetKinds),
      /** The row of the headings; 0 where there are none. */
      headsIn: z.coerce.number().int().min(0).max(100_000).optional(),
      /** What each column is taken for, such as `name.en`, or `ignored`; none: as its headings say. */
      columns: z.array(z.string().max(60)).max(500).default([]),
    }),
  )
  .max(50)
  .optional();
const reading = {
  sheets: sheetsAsRead,
  /** Whether rows that cannot be read are left out, with those that name them; else the file is refused for them. */
  leaveOut: flag.optional(),
  /** Rows that are left out whatever they say: those of a company that is there already, or stands in another row. */
  leaveRows: z
    .array(z.object({ sheet: z.string().min(1).max(200), row: z.coerce.number().int().min(1).max(1_100_000) }))
    .max(500)
    .optional(),
};

/** A cell of a row that the edition has as well: by its table, what the row is called, and its column. */
const cellKey = z.object({ table, row: z.string().max(500), field: z.string().max(60) });

/** What comes of a file in one way of reading it in. `digest` is of the facts; `importEdition` repeats it. */
const way = z.object({
  /** `add`: what the file names is added or changed, nothing goes; `replace`: its tables take the place of the edition's. */
  way: z.enum(['add', 'replace']),
  digest: z.string(),
  after: counts,
  /** Participants that come, change and go. */
  people: z.object({ added: count, changed: count, gone: count }),
  requests: z.object({ added: count, changed: count, withdrawn: count, kept: count }),
  /** The days that the edition gets, where the file's slots are held on others than its own. */
  days: z.object({ firstDay: z.string(), lastDay: z.string() }).nullable(),
  /** Whether anything becomes other than it is. */
  changes: z.boolean(),
  /** Where the file says otherwise than the edition, cell by cell, of rows that stand in both: `importEdition` says of each what holds. */
  cells: z.array(cellKey.extend({ called: z.record(z.string(), z.string()), before: z.string(), after: z.string() })),
  /** Rows that cannot be read and are left out. */
  leftOut: count,
  /** Cells that cannot be read and are left empty. */
  leftEmpty: count,
  /** Wishes between two of one role: reading them in allows such requests in this edition. */
  sameSide: count,
  /** Whether companies come and nobody wishes to meet anybody: `withoutRequests` says that this is meant. */
  lacksRequests: z.boolean(),
});

/** What an import would do, and to what: by itself in the way that loses nobody, and in every way that can be chosen. */
const preview = z.object({
  ...way.shape,
  ways: z.array(way),
  format: z.enum(['xlsx', 'csv', 'dzn']),
  /** Tables that the file holds; the others stay as they are. */
  tables: z.array(table),
  /** Columns, or whole sheets where `column` is null, that nothing was taken from. */
  ignored: z.array(z.object({ sheet: z.string(), column: z.string().nullable() })),
  /** Rows that are none: sums, notes, and headings once more. */
  aside: z.array(z.object({ sheet: z.string(), row: count, why: z.enum(['sum', 'heads', 'note']) })),
  /** Stands that the numbers in a column make, where no sheet lists them. */
  madeStands: z.array(z.string()),
  /** Topics that the words in a column make, where neither file nor edition has a list of them. */
  madeTopics: z.array(z.string()),
  /** Rows that say the same wish once more, joined to the row `into`. */
  joined: z.array(z.object({ sheet: z.string(), row: count, into: count })),
  /** Names that differ from a participant's by their legal form alone and were read as that participant. */
  readAlike: z.array(z.object({ text: z.string(), code: z.string(), name: z.string() })),
  /** The first companies of the file as they were read, each with the person who stands in its row. */
  companies: z.array(
    z.object({
      ...{ code, name: z.string(), country: z.string(), city: z.string(), languages: z.array(z.string()) },
      person: z
        .object({ surname: z.string(), givenName: z.string(), phone: z.string().nullable(), email: z.string().nullable() })
        .nullable(),
    }),
  ),
  /** Companies that may be one, with sheet and row of each and with code and name of those that the edition has already; no reason to refuse the file. */
  doubled: z.array(
    z.object({
      name: z.string(),
      by: z.array(z.enum(['name', 'email', 'phone'])),
      places: z.array(z.object({ sheet: z.string(), row: count })),
      held: z.array(z.string()),
    }),
  ),
  before: counts,
  /** `empty`: nothing is replaced; `filled`: needs a confirmation; `released`: a schedule stands, needs a stronger one. */
  state: z.enum(['empty', 'filled', 'released']),
});

export const files = {
  previewImport: signedIn
    .meta({ access: 'signed-in', takesFile: true })
    .route({
      method: 'POST',
      path: '/editions/{editionId}/import-preview',
      summary: 'Preview of an import; changes nothing',
      tags,
    })
    .input(inEdition.extend({ file, ...plainDay, ...reading }))
    .output(preview),
  lookAtFile: signedIn
    .meta({ access: 'signed-in', takesFile: true })
    .route({ method: 'POST', path: '/editions/{editionId}/import-sheets', summary: 'How the sheets and columns of a file are read', tags })
    .input(inEdition.extend({ file, sheets: sheetsAsRead }))
    .output(
      z.object({
        /** None of a planner's file. */
        sheets: z.array(
          z.object({
            sheet: z.string(),
            holds: z.enum(sheetKinds),
            headsIn: count,
            rows: count,
            columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()), meaning: z.string() })),
          }),
        ),
      }),
    ),
  listBadRows: signedIn
    .meta({ access: 'signed-in', takesFile: true })
    .route({
      method: 'POST',
      path: '/editions/{editionId}/import-bad-rows',
      summary: 'The rows of a file that cannot be read, with the reason, as a workbook',
      tags,
    })
    .input(
      inEdition.extend({
        file,
        ...plainDay,
        sheets: sheetsAsRead,
        way: z.enum(['add', 'replace']).default('add'),
        language: z.enum(languages).optional(),
      }),
    )
    .output(z.file()),
  exportFileTemplate: signedIn
    .route({ method: 'GET', path: '/edition-file-template', summary: 'An empty workbook to be filled in and imported', tags })
    .input(z.object({ language: z.enum(languages).optional() }))
    .output(z.file()),
  importEdition: signedIn
    .meta({ access: 'signed-in', takesFile: true })
    .route({ method: 'POST', path: '/editions/{editionId}/import', summary: 'Import a file, all or nothing', tags })
    .input(
      inEdition.extend({
        file,
        ...plainDay,
        ...reading,
        withoutRequests: flag.optional(),
        /** Cells of which the edition's own word is kept; of the others the file's is taken. */
        keepCells: z.array(cellKey).max(20_000).optional(),
        /** How many changed cells were decided on: all that the preview of the way shows. */
        decidedCells: z.coerce.number().int().min(0).optional(),
        /** Of the way that the person saw and agreed to. */
        digest: z.string().min(1).max(100),
        confirm: z.enum(['empty_only', 'replace', 'replace_although_released']).default('empty_only'),
      }),
    )
    .output(preview),
  exportRegistrations: signedIn
    .route({
      method: 'GET',
      path: '/editions/{editionId}/registrations-file',
      summary: 'Registrations as a table that can be imported as participants',
      tags,
    })
    .input(
      inEdition.extend({
        format: z.enum(['xlsx', 'csv']),
        language: z.enum(languages).optional(),
        /** Those of one state alone, such as the waiting list. */
        state: z.enum(registrationStates).optional(),
      }),
    )
    .output(z.file()),
  exportEdition: signedIn
    .route({ method: 'GET', path: '/editions/{editionId}/export', summary: 'The edition as a file that can be imported again', tags })
    .input(
      inEdition.extend({
        format: z.enum(['xlsx', 'csv', 'dzn']),
        language: z.enum(languages).optional(),
        /** One table alone, for csv. */
        table: table.optional(),
      }),
    )
    .output(z.file()),
};
