// Amounts, currencies and counts of a row, as people type them.
import { currencyCodes, isDecimal, placesOf, type Amount, type Qualifier } from '#kernel/money.ts';
import { parseAmount } from '#reading/amounts.ts';
import { foldWord } from '#reading/words.ts';
import { saysNothing } from '#reading/written-cells.ts';
import type { RowReading, SheetQuestion } from './answers.ts';
import { shown, type Columns } from './cells.ts';
import { withUnit } from './units.ts';

/** The word of the currency in its own column. */
function currencyIn(cell: string): readonly string[] {
  if (cell === '') return [];
  const read = parseAmount(`1 ${cell}`);
  return read.ok && read.value.value === '1' ? read.value.currencies : [];
}

export interface Money {
  readonly amount: Amount | null;
  readonly qualifier: Qualifier;
}
const noMoney: Money = { amount: null, qualifier: 'exact' };

export function moneyOf(row: RowReading, columns: Columns): Money {
  const cell = columns.at('amount');
  const word = columns.at('currency');
  if (cell === '' || saysNothing(cell, 'other')) return noMoney;
  const written = withUnit(cell, columns.unit);
  const beside = currencyIn(word);
  if (word !== '' && beside.length === 0) {
    row.ask({
      about: 'currency',
      of: foldWord(word),
      code: 'outcomes.sheet_currency_unknown',
      params: { cell: shown(word) },
      choices: [],
      note: `${cell} ${word}`,
    });
    return noMoney;
  }
  const read = parseAmount(written, beside.length === 1 ? beside[0] : undefined);
  const figure = read.ok ? read.value.value : valueAsked(row, cell, read.refusal);
  if (figure === null) return noMoney;
  if (figure.startsWith('-')) {
    row.ask({ about: 'amount', of: cell, code: 'outcomes.sheet_below_zero', params: { cell: shown(cell) }, choices: [], note: cell });
    return noMoney;
  }
  const inCell = read.ok ? read.value.currencies : [];
  const both = inCell.length === 0 ? beside : beside.length === 0 ? inCell : inCell.filter((code) => beside.includes(code));
  const currency = currencyOf(row, { both, contradicts: inCell.length > 0 && beside.length > 0 && both.length === 0, cell, word });
  return currency === null
    ? noMoney
    : { amount: { value: figure, currency }, qualifier: (read.ok ? read.value.qualifier : null) ?? 'exact' };
}

function valueAsked(
  row: RowReading,
  cell: string,
  doubt: { readonly code: string; readonly params: SheetQuestion['params']; readonly choices: readonly string[] },
): string | null {
  const { code, params, choices } = doubt;
  const answer = row.ask({ about: 'amount', of: cell, code, params, choices, note: cell });
  return choices.find((one) => one === answer) ?? null;
}

interface CurrencyAsked {
  readonly both: readonly string[];
  readonly contradicts: boolean;
  readonly cell: string;
  readonly word: string;
}

/** One currency is meant; of none, of "¥" or "$" it is asked once which. */
function currencyOf(row: RowReading, { both, contradicts, cell, word }: CurrencyAsked): string | null {
  const [only] = both;
  if (only !== undefined && both.length === 1) return only;
  if (contradicts) {
    row.ask({
      about: 'currency',
      of: cell,
      code: 'outcomes.sheet_currencies_differ',
      params: { cell: shown(cell), word },
      choices: [],
      note: `${cell} ${word}`,
    });
    return null;
  }
  const sign = both.length === 0 ? '' : both.join(' ');
  const choices = both.length === 0 ? currencyCodes : both;
  const code = both.length === 0 ? 'outcomes.sheet_no_currency' : 'outcomes.sheet_which_currency';
  const answer = row.ask({ about: 'currency', of: sign, code, params: { cell: shown(cell) }, choices, note: cell });
  return choices.find((one) => one === answer) ?? null;
}

export function countOf(row: RowReading, cell: string): { readonly count: string | null; readonly countQualifier: Qualifier } {
  const none = { count: null, countQualifier: 'exact' as const };
  if (cell === '' || saysNothing(cell, 'other')) return none;
  const read = parseAmount(cell);
  if (
    read.ok &&
    read.value.currencies.length === 0 &&
    isDecimal(read.value.value) &&
    placesOf(read.value.value) === 0 &&
    !read.value.value.startsWith('-')
  )
    return { count: read.value.value, countQualifier: read.value.qualifier ?? 'exact' };
  row.ask({ about: 'count', of: cell, code: 'outcomes.sheet_bad_count', params: { cell: shown(cell) }, choices: [], note: cell });
  return none;
}
