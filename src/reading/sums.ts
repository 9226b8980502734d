// What stands below a table that people typed and is no row of it: sums, and notes.
import { withoutMarks } from './written-cells.ts';

const words =
  '(?:(?:grand[\\s-]?|sub[\\s-]?|sous[\\s-]?)?tota(?:ux|ls?|al)|sum|soma|сумма|toplam|yhteensä|summa|i alt|zusammen|summe|gesamt(?:summe|zahl)?|zwischensumme|insgesamt|anzahl|somme|total g[ée]n[ée]ral|totale|suma|razem|ogółem|łącznie|celkem|összesen|итого|всего|합계|소계|총계|누계|toplamı|ara toplam|genel toplam|総計|総数|計|合[计計]|[总總][计計数數]|共[计計]?|小[计計])';
/** What begins with the word of a sum. */
export const beginsAsSum = new RegExp(`^${words}(?![\\p{L}])`, 'iu');
/** The word with nothing but a number behind it. */
const whole = new RegExp(`^${words}[\\s:：=（(]*(?:\\d[\\d.,\\s]*(?:\\p{L}[\\p{L} ]{0,24})?)?[)）.:：]*$`, 'iu');

/** Whether a cell is the word of a sum, with nothing but a number behind it. */
export const isSumWord = (cell: string): boolean => whole.test(withoutMarks(cell));

const behind = new RegExp(`^(.*?[^\\p{L}]|.*\\p{Script=Han})${words}[\\s:：=（(]*(?:\\d[\\d.,\\s]*)?[)）.:：]*$`, 'iu');
const infront = new RegExp(`^${words}(?![\\p{L}])[\\s:：]*(.*?)[\\s:：=（(]*(?:\\d[\\d.,\\s]*)?[)）.:：]*$`, 'iu');

/** What a sum is of, `'Europe'` of "Europe total: 23" and "Sous-total Europe"; null where the cell has no word of a sum at either end. */
export function summedUp(cell: string): string | null {
  const text = withoutMarks(cell);
  const found = infront.exec(text)?.[1] ?? behind.exec(text)?.[1];
  return found === undefined ? null : found.replace(/^(?:of|for|de|du|des|d['’]|der|von|in)\s+|[\s:：,–—-]+$/giu, '').trim();
}

/** Whether a cell beside the word of a sum has nothing but a figure, with what was counted: `'87都市'`. */
export const isOfFigures = (cell: string): boolean => !/\p{L}/u.test(cell) || /^\d[\d.,]*\s?[\p{L}・·\s]{1,14}$/u.test(cell);

/** Whether a row is the sum of those above it: the word of one, with figures alone beside it. */
export const isSumRow = (cells: readonly string[]): boolean => {
  const filled = cells.map(withoutMarks).filter((cell) => cell !== '');
  return filled.some(isSumWord) && filled.every((cell) => isSumWord(cell) || isOfFigures(cell));
};

const noteWord =
  /^(?:(?:(?:备|附)?注(?:释|意)?|(?:填[写表报])?说明|备考|提示|notes?|remarks?|n\.\s?b\.|nb|hinweise?|anmerkung(?:en)?|nota|remarques?)\s*\d*\s*[:：.、]|[*※†]+\s*\p{L})/iu;

/** Whether a row of a table is a note on it: one cell alone, which says so. */
export const isNoteRow = (cells: readonly string[]): boolean => {
  const filled = [...new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))];
  return filled.length === 1 && noteWord.test(filled[0] ?? '');
};
