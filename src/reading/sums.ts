// Words of sums below a table that people typed.
import { withoutMarks } from './written-cells.ts';

const words =
  '(?:(?:grand[\\s-]?|sub[\\s-]?)?totals?|sum|summe|gesamt(?:summe|zahl)?|zwischensumme|insgesamt|anzahl|somme|total g[ée]n[ée]ral|totale|suma|razem|ogółem|łącznie|celkem|összesen|итого|всего|합계|総計|総数|計|合[计計]|[总總][计計数數]|共[计計]?|小[计計])';
/** What begins with the word of a sum. */
export const beginsAsSum = new RegExp(`^${words}(?![\\p{L}])`, 'iu');
/** The word with nothing but a number behind it. */
const whole = new RegExp(`^${words}[\\s:：=（(]*(?:\\d[\\d.,\\s]*(?:\\p{L}[\\p{L} ]{0,24})?)?[)）.:：]*$`, 'iu');

/** Whether a cell is the word of a sum, with nothing but a number behind it. */
export const isSumWord = (cell: string): boolean => whole.test(withoutMarks(cell));

/** Whether a row is the sum of those above it: the word of one, with figures alone beside it. */
export const isSumRow = (cells: readonly string[]): boolean => {
  const filled = cells.map(withoutMarks).filter((cell) => cell !== '');
  return (
    filled.some(isSumWord) && filled.every((cell) => isSumWord(cell) || !/\p{L}/u.test(cell) || /^\d[\d.,]*\s?\p{L}{1,9}$/u.test(cell))
  );
};
