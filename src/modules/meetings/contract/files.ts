// Edition files in and out: a workbook, separated text or a benchmark instance of one edition.
import { languages } from '#kernel/language.ts';
import { signedIn } from '#kernel/procedure.ts';
import { z } from 'zod';
import { count, inEdition } from './shapes.ts';

const tags = ['meetings: files'];

const table = z.enum([
  'edition',
  'slots',
  'tables',
  'stands',
  'groups',
  'participants',
  'unavailable',
  'interpreters',
  'requests',
  'orders',
  'fixed',
]);
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
  /** Companies that the file names more than once, with sheet and row of each; no reason to refuse it. */
  doubled: z.array(z.object({ name: z.string(), places: z.array(z.object({ sheet: z.string(), row: count })) })),
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
      summary: 'What importing a file would do; changes nothing',
      tags,
    })
    .input(inEdition.extend({ file, ...plainDay }))
    .output(preview),
  importEdition: signedIn
    .meta({ access: 'signed-in', takesFile: true })
    .route({ method: 'POST', path: '/editions/{editionId}/import', summary: 'Import a file, all or nothing', tags })
    .input(
      inEdition.extend({
        file,
        ...plainDay,
        /** Of the way that the person saw and agreed to. */
        digest: z.string().min(1).max(100),
        confirm: z.enum(['empty_only', 'replace', 'replace_although_released']).default('empty_only'),
      }),
    )
    .output(preview),
  exportEdition: signedIn
    .route({ method: 'GET', path: '/editions/{editionId}/export', summary: 'The edition as a file that imports unchanged', tags })
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
