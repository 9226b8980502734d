// The register as rows of a sheet: what a spreadsheet takes, and what the reader of pasted sheets understands again.
import type { FlexDate } from '#kernel/flex-date.ts';
import { chooseText, inEach, writing, type Language, type MultilingualText } from '#kernel/language.ts';
import { inLanguage } from '#kernel/written-language.ts';
import { isStandardClass, type Status } from '#modules/ties/domain/attributes.ts';
import { en } from '#modules/ties/text.en.ts';
import { zh } from '#modules/ties/text.zh.ts';
import { en as fileEn } from './text.en.ts';
import { zh as fileZh } from './text.zh.ts';

/** A tie as a file holds it. */
export interface RegisterLine {
  readonly city: MultilingualText;
  readonly code: string;
  readonly countryName: MultilingualText;
  readonly classCode: string | null;
  readonly className: MultilingualText | null;
  readonly since: FlexDate | null;
  readonly status: Status | null;
  readonly theirs: Status | null;
  readonly source: string | null;
  readonly note: string | null;
}

const words = inEach(fileEn, fileZh);
const ownWords = inEach(en, zh);

export const columns = ['city', 'code', 'country', 'class', 'since', 'status', 'theirs', 'source', 'note'] as const;

/** The heads of the columns. */
export const headsIn = (language: Language): readonly string[] => columns.map((column) => words[language][`desk.file_${column}`]);

const qualifierWords = { about: 'file_about', before: 'file_before', after: 'file_after' } as const;

/** A date as the reader understands it again: `1999-10-18`, `about 1980`, `约1980`. */
function dateIn({ text, qualifier }: FlexDate, language: Language): string {
  if (qualifier === 'exact') return text;
  const word = words[language][`desk.${qualifierWords[qualifier]}`];
  return `${word}${writing[language].blank}${text}`;
}

/** One row of cells for each tie, in the order of the columns; empty where nothing is stated. */
export const rowsOf = (lines: readonly RegisterLine[], language: Language): readonly (readonly string[])[] =>
  lines.map((line) => {
    const name = (text: MultilingualText): string => chooseText(text, language).text;
    const status = (code: Status | null): string => (code === null ? '' : words[language][`desk.file_${code}`]);
    const { classCode, className } = line;
    const className2 =
      classCode === null
        ? ''
        : isStandardClass(classCode)
          ? ownWords[language][`ties.class_${classCode}`]
          : className === null
            ? ''
            : name(className);
    const cells: Readonly<Record<(typeof columns)[number], string>> = {
      city: name(line.city),
      code: line.code,
      country: name(line.countryName),
      class: className2,
      since: line.since === null ? '' : dateIn(line.since, language),
      status: status(line.status),
      theirs: status(line.theirs),
      source: inLanguage(line.source ?? '', language),
      note: line.note ?? '',
    };
    return columns.map((column) => cells[column]);
  });
