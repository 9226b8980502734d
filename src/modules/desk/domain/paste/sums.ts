// Rows of a sheet that name no tie: headings between the others, and sums.
import { beginsAsSum, isOfFigures, isSumRow, isSumWord, summedUp } from '#reading/sums.ts';
import { share } from '#reading/columns.ts';
import { withoutMarks } from '#reading/written-cells.ts';
import { countryOfHeading, isWorldRegion, meansFormerState, namesCountry } from '#modules/cities/domain/country-cell.ts';
import type { PastedSheet } from './columns.ts';
import type { ColumnMeaning } from './heads.ts';

const group =
  /^(?:(?:former|other|current)\s)?(?:sister|twin|partner|friendship|friendly)[\s-](?:cit(?:y|ies)|towns?|links?|agreements?|relations?)(?:\s.*)?$/iu;

/** A sum, whatever else its row holds; a country beside it says that a city may be called so. */
function isSum({ columns }: PastedSheet, cells: readonly string[]): boolean {
  const filled = cells.flatMap((cell, at) => (cell.trim() === '' ? [] : [{ cell: withoutMarks(cell), meaning: columns[at] }]));
  // Soma and Suma are towns as well: as a sum neither has a year in which it began.
  const isTown = filled.some(({ cell }) => /^(?:soma|suma)$/iu.test(cell));
  if (isTown && filled.some(({ cell, meaning }) => meaning === 'since' && /^(?:1[89]|20)\d\d$/.test(cell))) return false;
  // The word may stand in any column.
  if (isSumRow(cells)) return true;
  const city = filled.find(({ meaning }) => meaning === 'city') ?? filled[0];
  const ofPlaces = filled.find(({ cell }) => {
    const of = summedUp(cell);
    return of !== null && of !== '' && (isWorldRegion(of) || namesCountry(of));
  });
  if (ofPlaces !== undefined && filled.every((one) => one === ofPlaces || isOfFigures(one.cell))) return true;
  return (
    city !== undefined &&
    isSumWord(city.cell) &&
    !filled.some(({ cell, meaning }) => meaning === 'country' && /\p{L}/u.test(cell) && cell !== city.cell)
  );
}

/** The line's only cell that is not left out, in a sheet of several rows; null where there are more. */
function onlyCell(
  { columns, rows }: PastedSheet,
  cells: readonly string[],
): { readonly text: string; readonly meaning: ColumnMeaning } | null {
  const filled = cells.flatMap((cell, at) => (cell.trim() === '' || columns[at] === 'ignored' ? [] : [{ cell, at }]));
  const [only] = filled;
  if (only === undefined || filled.length > 1 || rows.length < 2) return null;
  return { text: withoutMarks(only.cell), meaning: columns[only.at] ?? 'extra' };
}

/** The country of the rows below as it is written, a former state among them; '' for a part of the world; null for a row that is no such heading. */
export function headingOfPlaces(sheet: PastedSheet, cells: readonly string[]): string | null {
  const only = onlyCell(sheet, cells);
  if (only === null) return null;
  // "Frankreich (3):", "Polen – 4"
  const written = only.text.replace(/\s*(?:[(（]\s*\d+\s*[)）]|[–—-]\s*\d+)?\s*[:：]?$/u, '');
  if (countryOfHeading(written) !== null || meansFormerState(written)) return written;
  return isWorldRegion(written) ? '' : null;
}

/** Luxembourg alone in its row: a heading, or the city, nobody knows. */
export function isCountryOrCity(sheet: PastedSheet, cells: readonly string[]): boolean {
  const only = onlyCell(sheet, cells);
  return only !== null && namesCountry(only.text);
}

/** What stands below a table, or between: where it is from, who made it, what an asterisk means. */
const footnote =
  /^(?:[*※†‡]|[(（]\s*[*※†‡\d]{1,2}\s*[)）]|(?:stan na|stand vom|as of|as at|data as of|last updated|updated on|prepared by|compiled by|sporządził[a]?)\s|[(（]?(?:notes?|nb|n\.b|sources?|quellen?|anmerkung(?:en)?|hinweis(?:e)?|stand|remarques?|fuentes?|notas?|fontes?|fonti?|źródł[oa]|uwag[ai]|källa|kilde|lähde|forrás|zdroj|pozn(?:ámka)?|kaynak|not(?:lar)?|источник|примечани[ея]|составил[а]?|джерело|примітк[аи]|πηγή|σημείωση|מקור|مصدر|ملاحظة|updated|legend|key|备注|说明|注释?|另|附注|数据来源|来源|资料来源|填表(?:人|日期|时间|单位)|制表(?:人|日期)?|联系人|截至|出典|資料|注釈|備考|注意|비고|자료|출처|작성(?:자|일)?)\s*[:：.)）、，])/iu;
/** Whether most rows say more than one thing: in a list of one column a row of one cell is no note. */
const isTable = ({ columns, rows }: PastedSheet): boolean =>
  rows.length > 1 &&
  share(
    rows.map(({ cells }) => String(cells.filter((cell, at) => cell.trim() !== '' && columns[at] !== 'ignored').length)),
    (count) => Number(count) > 1,
  ) > 0.5;

/** Words for a name of a city; a sentence has more. */
const MOST_WORDS = 7;
const isSentence = (text: string): boolean =>
  text.split(/\s+/).length > MOST_WORDS ||
  (/[;；。]/u.test(text) && text.length > 20) ||
  (/[.!]$/u.test(text) && text.split(/\s+/).length > 3);

/** One cell alone that names no city, in a sheet where rows have more: "Asia & Pacific"; "Twinned with:"; or a sum. */
export function isHeading(sheet: PastedSheet, cells: readonly string[]): boolean {
  const { columns, rows } = sheet;
  const filled = cells.flatMap((cell, at) => (cell.trim() === '' || columns[at] === 'ignored' ? [] : [{ cell, at }]));
  const [only] = filled;
  if (isSum(sheet, cells)) return true;
  if (only === undefined || filled.length > 1) return filled.length === 0 && rows.length > 1;
  if (headingOfPlaces(sheet, cells) !== null) return true;
  const meaning = columns[only.at] ?? 'extra';
  const text = withoutMarks(only.cell);
  if (isTable(sheet) && (footnote.test(only.cell.normalize('NFKC').trim()) || isSentence(only.cell.trim()))) return true;
  if (meaning === 'city') return beginsAsSum.test(text) || (rows.length > 1 && (/[:：]$/.test(text) || group.test(text)));
  return columns.includes('city') && (meaning === 'country' || meaning === 'note' || meaning === 'extra');
}
