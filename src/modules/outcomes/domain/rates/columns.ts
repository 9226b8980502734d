// Which column of a table of rates is what: one row for each rate, or a column for each currency.
import type { PastedRow } from '#reading/clipboard.ts';
import { headsAt, isDate, kindOfColumn, type ColumnKind } from '#reading/columns.ts';
import { headTable } from '#reading/heads.ts';
import { currencyOfWord } from './currency-of-word.ts';
import type { RateDirection } from './table.ts';

/** `rates_of`: a column whose head names the currency of which its rates are. */
export const rateMeanings = ['date', 'currency', 'rate', 'rates_of', 'ignored'] as const;
export type RateMeaning = (typeof rateMeanings)[number];

export const standsOften = (meaning: RateMeaning): boolean => meaning === 'rates_of' || meaning === 'ignored';

const known = headTable<'date' | 'currency' | 'country' | 'rate'>({
  date: 'date|period|time period|year|month|day|time|日期|时间|年份|年度|月份|年|月|日|期间',
  currency: 'currency|currency code|currency name|code|iso|iso code|iso 4217|币种|货币|货币名称|货币代码',
  // Its money is meant, where no column says which.
  country: 'country|country name|country or area|economy|国家|国家（地区）|国家或地区',
  rate: 'rate|rates|exchange rate|exchange rates|value|obs value|average rate|closing rate|middle rate|central parity|汇率|中间价|折算率|数值|平均汇率',
});

export interface RateColumns {
  readonly heads: readonly string[] | null;
  readonly columns: readonly RateMeaning[];
  readonly rows: readonly PastedRow[];
}

export const isPlainRate = (cell: string): boolean => /^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(cell.trim());

/** "Rate per US dollar", "CNY per USD", "对美元汇率": a rate, whatever it is against. */
const isRateHead = (head: string): boolean => /\brates?\b.*\b(?:per|against|to)\b|^(?:对|兑).*(?:汇率|价)$/i.test(head.trim());

const meaningOf = (head: string): RateMeaning | 'country' | null =>
  known(head) ?? (isRateHead(head) ? 'rate' : currencyOfWord(head).codes.length > 0 ? 'rates_of' : null);

/** A base and a direction as a head of the table tells them: proposed to a person, who takes it or not. Null where it tells no direction. */
export interface RateProposal {
  readonly head: string;
  readonly base: string;
  readonly direction: RateDirection | null;
}

const ofUnit = /^(?:(?:one|1) )?(?:unit|(?:foreign|national|local|home)?\s*currency(?: unit)?)\b/i;

function proposalOf(head: string): RateProposal | null {
  const plain = head.trim().replaceAll(/\s+/g, ' ');
  const [, before = '', after = ''] = /^(.*?)\bper (?:one |1 )?(.+?)(?:\s*[(,].*)?$/i.exec(plain) ?? [];
  const [, against = ''] = /^[对兑](.+?)(?:年|月|日)?(?:平均|末)?(?:汇率|中间价|价)$/.exec(plain) ?? [];
  const [, unit = ''] = /^每(?:1|一)?(.+?)[合兑折]/.exec(plain) ?? [];
  const [word, direction] =
    after === ''
      ? unit === ''
        ? ([against, null] as const)
        : ([unit, 'units_per_base'] as const)
      : ofUnit.test(after)
        ? ([before.trim(), 'base_per_unit'] as const)
        : ([after, 'units_per_base'] as const);
  const [base, ...others] = word === '' ? [] : currencyOfWord(word).codes;
  return base === undefined || others.length > 0 ? null : { head: plain.slice(0, 60), base, direction };
}

/** "Rate per US dollar", "USD per unit", 对美元汇率, 每1美元合: where all heads that tell it tell the same. */
export function proposedBy(heads: readonly string[] | null): RateProposal | null {
  const found = (heads ?? []).flatMap((head) => proposalOf(head) ?? []);
  const [first] = found;
  return first === undefined || found.some(({ base, direction }) => base !== first.base || direction !== first.direction) ? null : first;
}

function headsIn(cells: readonly string[]): number | null {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const named = filled.filter((cell) => !isPlainRate(cell) && !isDate(cell) && meaningOf(cell) !== null).length;
  return named >= 2 && named * 2 >= filled.length && !filled.some((cell) => isPlainRate(cell)) ? named : null;
}

const kinds: readonly ColumnKind<RateMeaning>[] = [
  ['date', (cell) => isDate(cell) && !/^\d+\.\d+$/.test(cell)],
  ['rate', isPlainRate],
  ['currency', (cell) => currencyOfWord(cell).codes.length > 0],
];

/** The first column of a meaning keeps it; another of it is left out until somebody says otherwise. */
function once(meanings: readonly (RateMeaning | null)[]): readonly RateMeaning[] {
  const taken = new Set<RateMeaning>();
  return meanings.map((meaning) => {
    if (meaning === null || (taken.has(meaning) && !standsOften(meaning))) return 'ignored';
    taken.add(meaning);
    return meaning;
  });
}

/** Where a row has a rate and a currency of its own, heads that name currencies are other columns, as "USD equivalent" is. */
export function rateColumnsOf(rows: readonly PastedRow[], asked: readonly RateMeaning[] = []): RateColumns {
  const at = headsAt(rows, headsIn);
  const first = at === null ? null : (rows[at]?.cells ?? null);
  const body = at === null ? rows : rows.slice(at + 1);
  const width = Math.max(0, ...(at === null ? rows : rows.slice(at)).map(({ cells }) => cells.length));
  const cellsAt = (column: number) => body.flatMap(({ cells }) => (cells[column]?.trim() ? [cells[column]] : []));
  const found = Array.from({ length: width }, (_, column) =>
    first === null ? kindOfColumn(cellsAt(column).slice(0, 200), kinds) : meaningOf(first[column] ?? ''),
  );
  // A column of currencies wins over one of countries.
  const isNamed = found.includes('currency');
  const guessed = found.map((meaning) => (meaning !== 'country' ? meaning : isNamed ? null : ('currency' as const)));
  const isLong = guessed.includes('rate') && guessed.includes('currency');
  const meant = guessed.map((meaning, column) => asked[column] ?? (isLong && meaning === 'rates_of' ? null : meaning));
  const heads = first === null ? null : Array.from({ length: width }, (_, column) => first[column] ?? '');
  return { heads, columns: once(meant), rows: body };
}
