// One row of a recognised sheet: reads its cells by field and reports what cannot be read.
import { languageWritten } from '#kernel/writing/in-languages.ts';
import type { Params, Problem } from '#kernel/result.ts';
import { columnLetters, type Cell, type SheetRow } from '#platform/files/sheets.ts';
import { goals, goalsIn, type Goal } from '#modules/cities/domain/profile/goals.ts';
import type { FileText } from '../../domain/file/edition-file.ts';
import { problemAt, quoted, type FilePlace } from '../../domain/file/problems.ts';
import { fileLimits } from '../../domain/file/rules.ts';
import { clockOf, dayOf, decimalOf, numberOf, numbersOf, textOf } from './cells.ts';
import { writtenWord } from '../../domain/file/layout.ts';
import type { RecognisedSheet } from './recognise.ts';
import { wordsOf, type Words } from './words.ts';

export type Row = ReturnType<typeof rowOf>;

export type Report = (problem: Problem) => void;

/** Place of a field in a sheet's row: under its own heading where it has one, else under the heading it would have. */
export function placeIn(sheet: RecognisedSheet, number: number, field: string): FilePlace {
  const own = sheet.columns.find((column) => column.field === field)?.heading;
  const heads = sheet.layout.columns.find((column) => column.field === field)?.heads;
  return { sheet: sheet.name, row: number, column: own ?? (heads === undefined ? field : writtenWord(heads, 'en')) };
}

/** A reader of one row; what cannot be read is reported, and read as if the cell were blank. `blank`: columns that are to be read so. */
export function rowOf(sheet: RecognisedSheet, source: SheetRow, report: Report, blank?: ReadonlySet<string>) {
  const place = (field: string): FilePlace => placeIn(sheet, source.number, field);
  const isBlanked = (field: string): boolean => blank?.has(place(field).column) === true;
  const written = (field: string): Cell => source.cells[sheet.columns.find((column) => column.field === field)?.index ?? -1] ?? '';
  const cell = (field: string): Cell => (isBlanked(field) ? '' : written(field));
  const text = (field: string): string => textOf(cell(field));
  const has = (field: string): boolean => text(field) !== '';
  const unread = (field: string, code: string, more: Params = {}): void =>
    report(problemAt(place(field), code, { value: quoted(text(field)), ...more }));
  const numberOrNull = (field: string): number | null => {
    const number = numberOf(cell(field));
    if (number === null && has(field)) unread(field, 'meetings.file_not_a_number');
    return number;
  };
  const decimalOrNull = (field: string): number | null => {
    const number = decimalOf(cell(field));
    if (number === null && has(field)) unread(field, 'meetings.file_not_a_length');
    return number;
  };
  return {
    ...{ sheet, number: source.number, cell, has, text, numberOrNull, decimalOrNull, place },
    /** What stands in a cell that is to be read as blank all the same. */
    isBlanked,
    written: (field: string): string => textOf(written(field)),
    /** Whether the sheet has a column of it at all. */
    says: (field: string): boolean => sheet.columns.some((column) => column.field === field),
    /** A length that must be there, to the centimetre. */
    metres: (field: string): number => {
      if (!has(field)) report(problemAt(place(field), 'meetings.file_empty'));
      return Math.round((decimalOrNull(field) ?? 0) * 100) / 100;
    },
    count: (field: string, blank: number): number => numberOrNull(field) ?? blank,
    numbers: (field: string): number[] => {
      const numbers = numbersOf(cell(field));
      if (numbers === null) unread(field, 'meetings.file_not_a_number');
      return numbers ?? [];
    },
    /** Numbers of UN goals, each once in their order. */
    goals: (field: string): readonly Goal[] => {
      const numbers = numbersOf(cell(field));
      if (numbers === null) unread(field, 'meetings.file_not_a_number');
      const strange = (numbers ?? []).find((number) => goalsIn([number]).length === 0);
      if (strange !== undefined) unread(field, 'meetings.file_number_out_of_range', { value: strange, least: 1, most: goals.length });
      return goalsIn(numbers ?? []);
    },
    day: (field: string): string => dayOf(cell(field)),
    clock: (field: string): string => clockOf(cell(field)),
    word: <V extends string>(field: string, words: Words<V>, blank: V): V => {
      if (!has(field)) return blank;
      const value = words.read(text(field));
      if (value === null) unread(field, 'meetings.file_word_unknown', { words: wordsOf(words) });
      return value ?? blank;
    },
    /** A sign of a participant, group or stand, whatever its width. */
    code: (field: string): string => text(field).normalize('NFKC').trim(),
    inLanguages: (field: string): FileText => textInLanguages(sheet, source, field),
  };
}

/** The texts of a field's columns by language; a column that names none holds Chinese where it has a Han character, else English. */
function textInLanguages(sheet: RecognisedSheet, source: SheetRow, field: string): FileText {
  const texts: Record<string, string> = {};
  for (const column of sheet.columns) {
    if (column.field !== field) continue;
    const text = textOf(source.cells[column.index] ?? '');
    if (text !== '') texts[column.tag ?? languageWritten(text)] ??= text;
  }
  return texts;
}

/** Reports cells beyond the headings: in separated text they mean that a separator stands inside a text. */
export function reportOverhang(sheet: RecognisedSheet, report: Report): void {
  let reported = 0;
  for (const row of sheet.rows) {
    if (row.cells.length <= sheet.width || reported++ > fileLimits.problems) continue;
    report(
      problemAt({ sheet: sheet.name, row: row.number, column: columnLetters(sheet.width) }, 'meetings.file_cell_without_heading', {
        value: quoted(textOf(row.cells[sheet.width] ?? '')),
      }),
    );
  }
}
