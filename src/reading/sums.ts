// Words of sums below a table that people typed.
import { withoutMarks } from './written-cells.ts';

const words =
  '(?:(?:grand[\\s-]?|sub[\\s-]?)?totals?|sum|summe|gesamt(?:summe|zahl)?|zwischensumme|insgesamt|somme|totale|suma|合[计計]|[总總][计計数數]|共[计計]|小[计計])';
/** What begins with the word of a sum. */
export const beginsAsSum = new RegExp(`^${words}(?![\\p{L}])`, 'iu');
/** The word with nothing but a number behind it. */
const whole = new RegExp(`^${words}[\\s:：=（(]*(?:\\d[\\d.,\\s]*(?:ties|cities|towns|partners|rows|[个座对])?)?[)）.:：]*$`, 'iu');

/** Whether a cell is the word of a sum, with nothing but a number behind it. */
export const isSumWord = (cell: string): boolean => whole.test(withoutMarks(cell));
