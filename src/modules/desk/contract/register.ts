// The shapes of an office's register: its grid, its month, and what is pasted into it.
import { z } from 'zod';
import { flexDate, id, multilingual, officeId } from '#kernel/procedure.ts';
import { statuses } from '#modules/ties/domain/attributes.ts';
import { earlierChoices, registerPlaces } from '../domain/paste/changes.ts';
import { notedCells } from '../domain/paste/noted-cells.ts';
import { longestPaste } from '../domain/paste/batch.ts';
import { columnMeanings } from '../domain/paste/heads.ts';
import { cityOfTie, domainMark, doubts, tieClass, visibility } from '#modules/ties/contract/shapes.ts';

/** A cell: what is shown first, our own statement of it (null: we say nothing), how many others differ, and where it is from. */
const cell = <T extends z.ZodType>(value: T) =>
  z.object({
    value: value.nullable(),
    own: z.object({ id, value, visibility }).nullable(),
    differing: z.number().int(),
    source: z.string().nullable(),
  });

/** Something with a time: an open item, the day to renew an agreement by, its end, an anniversary. `late` once its last day has passed. */
export const dueEntry = z.object({
  kind: z.enum(['item', 'renewal', 'ending', 'anniversary']),
  tieId: id,
  on: flexDate,
  late: z.boolean(),
  title: multilingual(500).nullable(),
  years: z.number().int().nullable(),
  round: z.boolean(),
});

const visitState = z.object({
  tieId: id,
  inward: z.object({ visits: z.number().int(), last: flexDate.nullable() }),
  outward: z.object({ visits: z.number().int(), last: flexDate.nullable() }),
  turn: z.enum(['ours', 'theirs']).nullable(),
  lastTitle: multilingual(300).nullable(),
});

export const gridRow = z.object({
  tieId: id,
  slug: z.string(),
  version: z.number().int(),
  visibility,
  city: cityOfTie,
  /** The city at the near end, where the office keeps the tie for a city that is not its own; else null. */
  near: cityOfTie.nullable(),
  /** All forms of the partner's names, folded and in pinyin: what the grid is searched by. */
  foundBy: z.array(z.string()),
  classCode: cell(z.string()),
  since: cell(flexDate),
  status: cell(z.enum(statuses)),
  note: cell(z.string()),
  theirs: z.enum(statuses).nullable(),
  ended: flexDate.nullable(),
  domains: z.array(domainMark),
  doubts,
  lastExchange: z.object({ on: flexDate, title: multilingual(300) }).nullable(),
  next: dueEntry.nullable(),
});
export type GridRow = z.infer<typeof gridRow>;

/** The officer's first screen: the month and the grid. */
export const desk = z.object({
  office: officeId,
  /** The office's own city; null where it has none yet. */
  city: cityOfTie.nullable(),
  today: z.iso.date(),
  mayEdit: z.boolean(),
  rows: z.array(gridRow),
  /** Ties that the office keeps and that are not among the rows: the naming policy hides one of their cities. */
  hidden: z.int().min(0),
  /** Open items, ends and renewals of agreements, whenever they are due, in order of time: each month is cut from them. */
  dues: z.array(dueEntry),
  /** Partner calls of the office, until a year after their last day. */
  calls: z.array(z.object({ entryId: id, city: cityOfTie, title: multilingual(200), on: flexDate, late: z.boolean() })),
  /** Papers of the office that expire, until a year after their last day. */
  papers: z.array(
    z.object({
      outcomeId: id,
      title: multilingual(300),
      item: z.string(),
      itemTitle: z.string().nullable(),
      on: flexDate,
      late: z.boolean(),
    }),
  ),
  visits: z.array(visitState),
  /** After how many months the office calls a tie quiet (null: never), and those that are, the longest first; for its members alone. */
  quietMonths: z.number().int().nullable(),
  quiet: z.array(z.object({ tieId: id, last: flexDate })),
  classes: z.array(tieClass),
  /** A paste with rows that still ask something. */
  openPaste: id.brand<'Paste'>().nullable(),
});
export type Desk = z.infer<typeof desk>;

/** `region`, `population` and `near` tell places of one name apart. */
const cityChoice = z.object({
  cityId: id.nullable(),
  geonamesId: z.number().int().nullable(),
  name: z.string().max(200),
  country: z.string().max(2).nullable(),
  region: z.string().max(10).optional(),
  population: z.number().int().optional(),
  near: z.object({ name: z.string().max(200), kilometres: z.number().int() }).optional(),
  /** A prefecture or district on no record: it enters the register with its row, under this name and in this country. */
  body: z.enum(['region', 'district']).optional(),
});

export const rowAnswer = z.object({
  row: z.number().int().min(1),
  city: cityChoice.optional(),
  /** What the word for the country means; it holds for every row with the word. */
  country: z.string().length(2).optional(),
  since: flexDate.optional(),
  classCode: z.string().max(60).optional(),
  status: z.enum(statuses).optional(),
  /** What becomes of our own date, class, status and note where the row says otherwise. */
  earlier: z.enum(earlierChoices).optional(),
  earlierClass: z.enum(earlierChoices).optional(),
  earlierStatus: z.enum(earlierChoices).optional(),
  earlierNote: z.enum(earlierChoices).optional(),
  /** Cells that cannot be read and are kept as words of the note. */
  asNote: z.array(z.enum(notedCells)).max(3).optional(),
  leaveOut: z.boolean().optional(),
});

export type RowAnswerInput = z.input<typeof rowAnswer>;

/** How a pasted range is to be read. */
export const pasteFields = z.object({
  text: z.string().min(1).max(longestPaste),
  columns: z.array(z.enum(columnMeanings)).max(100).default([]),
  order: z.enum(['day_first', 'month_first']).nullable().default(null),
  sourceId: id.brand<'Source'>().nullable().default(null),
  answers: z.array(rowAnswer).max(5000).default([]),
});

const question = z.object({
  about: z.enum(['city', 'country', 'since', 'class', 'status', ...registerPlaces, 'row']),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  cities: z.array(cityChoice),
  dates: z.array(flexDate),
  codes: z.array(z.string()),
  /** What a person most likely answers; null where that is open. */
  suggested: rowAnswer.omit({ row: true }).nullable(),
});
export type QuestionShown = z.infer<typeof question>;

export const rowStates = ['understood', 'same', 'question', 'not_understood', 'joined', 'left_out', 'heading', 'kept'] as const;

/**
 * What becomes of one row. `kept` rows are in the register now; of `same` ones it says all already; `joined` ones are part of the row of
 * line `with`; `heading` ones are no ties. `cells` are as they were copied, in `line`; a line that names several cities has a row for each.
 */
export const pastedRow = z.object({
  number: z.number().int(),
  line: z.number().int(),
  cells: z.array(z.string()),
  state: z.enum(rowStates),
  with: z.number().int().nullable(),
  tieId: id.nullable(),
  city: cityChoice.nullable(),
  since: flexDate.nullable(),
  classCode: z.string().nullable(),
  status: z.enum(statuses).nullable(),
  /** The note that the row becomes, with what of it is nothing else. */
  note: z.string(),
  questions: z.array(question),
});
export type PastedRowShown = z.infer<typeof pastedRow>;

/**
 * How dates such as 3/4/1980 are read: as the column itself shows (`shownBy`, a row with a day over 12) or as was said; null: each is
 * asked about. `ambiguous` counts them, `example` is the first.
 */
const dayOrder = z.object({
  order: z.enum(['day_first', 'month_first']).nullable(),
  shownBy: z.object({ row: z.number().int(), cell: z.string() }).nullable(),
  ambiguous: z.number().int(),
  example: z.string().nullable(),
});

export const pasteReading = z.object({
  dayOrder,
  /** Lines above the heads, which are left out. */
  above: z.array(z.string()),
  heads: z.array(z.string()).nullable(),
  columns: z.array(z.enum(columnMeanings)),
  /** Rows whose country stands above them, in merged cells. */
  carried: z.number().int(),
  rows: z.array(pastedRow),
});
export type PasteReadingShown = z.infer<typeof pasteReading>;

/** A paste on record: what was read of it, and what it has changed so far. */
export const paste = pasteReading.extend({
  id: id.brand<'Paste'>(),
  version: z.number().int(),
  order: z.enum(['day_first', 'month_first']).nullable(),
  sourceId: id.brand<'Source'>().nullable(),
  kept: z.number().int(),
  /** Ties of its rows on which the office has worked since: these stay when it is undone, with what was entered since. */
  worked: z.array(id.brand<'Tie'>()),
  isSettled: z.boolean(),
  isUndone: z.boolean(),
});
export type PasteShown = z.infer<typeof paste>;
