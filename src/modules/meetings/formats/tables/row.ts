// One row of a recognised sheet: reads its cells by field and reports what cannot be read.
import type { Problem } from '#kernel/result.ts';
import { columnLetters, type Cell, type SheetRow } from '#platform/files/sheets.ts';
import type { FileText } from '../../domain/file/edition-file.ts';
import { problemAt, quoted, type FilePlace } from '../../domain/file/problems.ts';
import { eventLimits } from '../../domain/file/rules.ts';
import { clockOf, dayOf, numberOf, numbersOf, textOf } from './cells.ts';
import { writtenWord } from './layout.ts';
import type { RecognisedSheet } from './recognise.ts';
import { wordsOf, type Words } from './words.ts';

export interface Row {
  readonly sheet: RecognisedSheet;
  readonly number: number;
  readonly cell: (field: string) => Cell;
  readonly text: (field: string) => string;
  readonly has: (field: string) => boolean;
  readonly count: (field: string, blank: number) => number;
  readonly numberOrNull: (field: string) => number | null;
  readonly numbers: (field: string) => number[];
  readonly day: (field: string) => string;
  readonly clock: (field: string) => string;
  readonly word: <V extends string>(field: string, words: Words<V>, blank: V) => V;
  readonly inLanguages: (field: string) => FileText;
  readonly place: (field: string) => FilePlace;
}

export type Report = (problem: Problem) => void;

const HAN = /\p{Script=Han}/u;

/** Place of a field in a sheet's row: under its own heading where it has one, else under the heading it would have. */
export function placeIn(sheet: RecognisedSheet, number: number, field: string): FilePlace {
  const own = sheet.columns.find((column) => column.field === field)?.heading;
  const heads = sheet.layout.columns.find((column) => column.field === field)?.heads;
  return { sheet: sheet.name, row: number, column: own ?? (heads === undefined ? field : writtenWord(heads, 'en')) };
}

/** A reader of one row. */
export function rowOf(sheet: RecognisedSheet, source: SheetRow, report: Report): Row {
  const place = (field: string): FilePlace => placeIn(sheet, source.number, field);
  const cell = (field: string): Cell => source.cells[sheet.columns.find((column) => column.field === field)?.index ?? -1] ?? '';
  const has = (field: string): boolean => textOf(cell(field)) !== '';
  const numberOrNull = (field: string): number | null => {
    if (!has(field)) return null;
    const number = numberOf(cell(field));
    if (number === null) report(problemAt(place(field), 'meetings.file_not_a_number', { value: quoted(textOf(cell(field))) }));
    return number;
  };
  return {
    sheet,
    number: source.number,
    cell,
    has,
    text: (field) => textOf(cell(field)),
    numberOrNull,
    count: (field, blank) => numberOrNull(field) ?? blank,
    numbers: (field) => {
      const numbers = numbersOf(cell(field));
      if (numbers === null) report(problemAt(place(field), 'meetings.file_not_a_number', { value: quoted(textOf(cell(field))) }));
      return numbers ?? [];
    },
    day: (field) => dayOf(cell(field)),
    clock: (field) => clockOf(cell(field)),
    word: (field, words, blank) => {
      if (!has(field)) return blank;
      const value = words.read(textOf(cell(field)));
      if (value === null)
        report(problemAt(place(field), 'meetings.file_word_unknown', { value: quoted(textOf(cell(field))), words: wordsOf(words) }));
      return value ?? blank;
    },
    inLanguages: (field) => textInLanguages(sheet, source, field),
    place,
  };
}

/** The texts of a field's columns by language; a column that names none holds Chinese where it has a Han character, else English. */
function textInLanguages(sheet: RecognisedSheet, source: SheetRow, field: string): FileText {
  const texts: Record<string, string> = {};
  for (const column of sheet.columns) {
    if (column.field !== field) continue;
    const text = textOf(source.cells[column.index] ?? '');
    if (text !== '') texts[column.tag ?? (HAN.test(text) ? 'zh-Hans' : 'en')] ??= text;
  }
  return texts;
}

/** Reports cells beyond the headings: in separated text they mean that a separator stands inside a text. */
export function reportOverhang(sheet: RecognisedSheet, report: Report): void {
  let reported = 0;
  for (const row of sheet.rows) {
    if (row.cells.length <= sheet.width || reported++ > eventLimits.problems) continue;
    report(
      problemAt({ sheet: sheet.name, row: row.number, column: columnLetters(sheet.width) }, 'meetings.file_cell_without_heading', {
        value: quoted(textOf(row.cells[sheet.width] ?? '')),
      }),
    );
  }
}
