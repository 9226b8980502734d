// The numbers of an edition as a table: a row for everybody, then one each group, country, city, topic.
import { chooseText, inEach, type Language } from '#kernel/language.ts';
import { regionName, type RegionLabels } from '#kernel/region-names.ts';
import { sentence } from '#kernel/sentence.ts';
import type { Cell } from '#platform/files/sheets.ts';
import { writeCsv } from '#platform/files/write-csv.ts';
import { writeWorkbook } from '#platform/files/write-workbook.ts';
import { comparedSteps, isCounted, numberSteps, type EditionNumbers, type Steps } from '../domain/numbers.ts';
import { numbersEn } from './numbers-text.en.ts';
import { numbersZh } from './numbers-text.zh.ts';

const texts: Readonly<Record<Language, Readonly<Record<string, string>>>> = inEach(numbersEn, numbersZh);

interface Choice {
  readonly format: 'xlsx' | 'csv';
  readonly language: Language;
  readonly regions: RegionLabels;
}

/** The steps of one edition in the reader's words, in which it is told beside another. */
export const comparedCells = ({ total }: Pick<EditionNumbers, 'total'>, language: Language) =>
  comparedSteps.map((step) => ({
    what: sentence(texts[language], language, `meetings.number_${step}`),
    value: isCounted(total)
      ? (total[step] ?? sentence(texts[language], language, 'meetings.numbers_too_few'))
      : sentence(texts[language], language, 'meetings.numbers_not_known'),
  }));

/** Its bytes; where too few meetings are to be told of, the words say so. */
export function numbersFile({ total, rows }: EditionNumbers, { format, language, regions }: Choice): Uint8Array<ArrayBuffer> {
  const say = (key: string): string => sentence(texts[language], language, `meetings.${key}`);
  const cells = (steps: Steps): readonly Cell[] => numberSteps.map((step) => steps[step] ?? say('numbers_too_few'));
  const nameOf = ({ dimension, key, code, name, country, city }: (typeof rows)[number]): string => {
    const named = name === null ? null : chooseText(name, language).text;
    const place = [city, country === null ? null : regionName(country, language, regions)].filter((part) => part !== null);
    const words = [code, named, ...place].filter((word) => word !== null).join(' · ');
    if (dimension === 'origin' && key !== null) return say('numbers_suggested');
    return words === '' ? say(`numbers_none_${dimension}`) : words;
  };
  const header = [say('numbers_by'), say('numbers_of'), ...numberSteps.map((step) => say(`number_${step}`))];
  const table: readonly (readonly Cell[])[] = [
    ['', say('numbers_everybody'), ...cells(total)],
    ...rows.map((row) => [say(`numbers_${row.dimension}`), nameOf(row), ...cells(row)]),
  ];
  return format === 'csv'
    ? writeCsv([header, ...table])
    : new Uint8Array(writeWorkbook([{ name: say('numbers_title'), header, rows: table }]));
}
