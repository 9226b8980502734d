// Which column of a pasted sheet is what: by its head, else by what stands in it.
import { parseFlexDate } from '#reading/dates.ts';
import { classOfWord, statusInPhrase, statusOfWord, tellsClass, type OwnClass } from '#modules/ties/domain/tie-words.ts';
import { countryOfWord, foldWord } from '#reading/words.ts';
import { headMeaning, type ColumnMeaning } from './heads.ts';
import { headsAt, isDate, isFigure, kindOfColumn, share, type ColumnKind } from '#reading/columns.ts';
import { namesRegion } from '#modules/cities/domain/country-cell.ts';
import type { PastedRow } from '#reading/clipboard.ts';
import { itemOf, saysNothing } from '#reading/written-cells.ts';
import { cellsAt } from './since-column.ts';

/** The heads of the sheet (null where it has none), what each column is taken for, and the rows below the heads. */
export interface PastedSheet {
  /** Lines above the heads, as a title: no rows of the sheet. */
  readonly above: readonly PastedRow[];
  readonly heads: readonly string[] | null;
  readonly columns: readonly ColumnMeaning[];
  readonly rows: readonly PastedRow[];
}

const LABEL = /^(.+?)[\s_]?label$/i;

/** Of a head as people write it or as a query gives it. */
const isHead = (cell: string): boolean =>
  headMeaning(cell) !== null || headMeaning(withoutSide(cell)) !== null || /[a-z]Label$/.test(cell.trim());

/** A row is one of heads when it names the column of cities or at least half of its filled cells are heads we know, and none is a date. */
function isHeads(row: readonly string[]): boolean {
  const filled = row.filter((cell) => cell.trim() !== '');
  const known = filled.filter(isHead);
  const enough = known.length * 2 >= filled.length || known.some((cell) => headMeaning(cell) === 'city');
  return enough && !filled.some((cell) => parseFlexDate(cell).ok);
}

/** How many columns the heads of a row name; null where it is none of heads. */
const headsIn = (row: readonly string[]): number | null =>
  isHeads(row) ? new Set(row.map(headMeaning).filter((meaning) => meaning !== null)).size : null;

/** Columns of a query: "partner" holds addresses of items, "partnerLabel" their names. By column; undefined where there is nothing to tell. */
function labelled(heads: readonly string[], body: readonly PastedRow[]): readonly (ColumnMeaning | undefined)[] {
  const pairs = heads.flatMap((head, label) => {
    const base = LABEL.exec(head.trim())?.[1];
    if (base === undefined) return [];
    const item = heads.findIndex(
      (other, at) => other.trim().toLowerCase() === base.toLowerCase() && share(cellsAt(body, at), isItem) > 0.5,
    );
    return [{ label, item, meaning: headMeaning(base), values: new Set(cellsAt(body, label)).size }];
  });
  // Of several things that bear names, the city is the one that differs most: the other one is the reader's own.
  const named = pairs.filter(({ meaning, item }) => meaning === null && item >= 0).toSorted((x, y) => y.values - x.values);
  const city =
    pairs.find(({ meaning }) => meaning === 'city') ?? (heads.some((head) => headMeaning(head) === 'city') ? undefined : named[0]);
  const found: (ColumnMeaning | undefined)[] = [];
  for (const pair of pairs) {
    const isSameThroughout = body.length > 1 && pair.values === 1;
    found[pair.label] = pair === city ? 'city' : (pair.meaning ?? (isSameThroughout ? 'ignored' : undefined));
    if (pair.item >= 0) found[pair.item] = pair === city ? 'code' : 'ignored';
  }
  return found;
}

const isItem = (cell: string): boolean => itemOf(cell) !== null;

/** Keeps the first column of each meaning; a second one of the same is kept as an extra, so that nothing is lost. */
function once(meanings: readonly (ColumnMeaning | null)[]): readonly ColumnMeaning[] {
  const taken = new Set<ColumnMeaning>();
  return meanings.map((meaning) => {
    if (meaning === null || meaning === 'extra') return 'extra';
    if (meaning === 'ignored') return meaning;
    if (taken.has(meaning)) return 'extra';
    taken.add(meaning);
    return meaning;
  });
}

/** What a column without a head may be, by most of what is in it. */
const kindsFor = (own: readonly OwnClass[]): readonly ColumnKind<ColumnMeaning>[] => [
  ['since', isDate],
  ['ignored', (cell) => /^\d{1,4}$/.test(cell), 0.8],
  ['class', (cell) => classOfWord(cell, own) !== null],
  ['class', (cell) => tellsClass(cell, own), 0.8],
  ['status', (cell) => statusOfWord(cell) !== null],
  ['country', (cell) => countryOfWord(cell) !== null],
];

function guessAll(rows: readonly PastedRow[], width: number, own: readonly OwnClass[]): readonly (ColumnMeaning | null)[] {
  const kinds = kindsFor(own);
  const guessed = Array.from({ length: width }, (_, at) => kindOfColumn(cellsAt(rows, at), kinds));
  // The first column of words that is nothing else names the cities.
  const city = guessed.findIndex((meaning, at) => meaning === null && cellsAt(rows, at).length > 0);
  return guessed.map((meaning, at) => (at === city ? 'city' : meaning));
}

/** `City 1` and `country_b`, in tables that name both sides of a tie, as `City` and `country`. */
const withoutSide = (head: string): string => head.trim().replace(/[\s_]*(?:[12]|(?<=[\s_])[ab])$/iu, '');

/** Whether two columns of cities are the two sides of a tie: `City 1` and `City 2`, or each with its country. */
function isOfPairs(heads: readonly string[], found: readonly (ColumnMeaning | null)[], [one, other]: readonly number[]): boolean {
  if (one === undefined || other === undefined) return false;
  const [first = '', second = ''] = [heads[one], heads[other]];
  const isNumbered = first !== second && foldWord(withoutSide(first)) === foldWord(withoutSide(second));
  return isNumbered || found.slice(one, other).includes('country');
}

function byHeads(heads: readonly string[], body: readonly PastedRow[], width: number): readonly (ColumnMeaning | null)[] {
  const byLabel = labelled(heads, body);
  return Array.from({ length: width }, (_, at): ColumnMeaning | null => {
    const meaning = byLabel[at] ?? headMeaning(heads[at] ?? '') ?? headMeaning(withoutSide(heads[at] ?? ''));
    return meaning ?? (cellsAt(body, at).length > 0 ? null : 'ignored');
  });
}

/** What a column under a head that nobody knows most surely is, by its words; dates and names stay where they are, since many columns have them. */
const surelyKinds = (own: readonly OwnClass[]): readonly ColumnKind<ColumnMeaning>[] => [
  ['status', (cell) => statusOfWord(cell) !== null, 0.6],
  ['class', (cell) => tellsClass(cell, own), 0.6],
  ['country', (cell) => !/^\p{L}{1,2}$/u.test(cell) && countryOfWord(cell) !== null, 0.8],
];

/** 1, 2, 3 … under whatever head: nothing that a note should keep of each row. A sum or a heading between may have none. */
const countsRows = (cells: readonly string[]): boolean => {
  const numbers = cells.filter((cell) => /^\d{1,4}[.)]?$/.test(cell)).map((cell) => Number.parseInt(cell, 10));
  // The word of a sum may stand below them.
  return numbers.length > 2 && numbers.length >= 0.8 * cells.length && numbers.every((number, at) => number === at + 1);
};

/** What a column is, of whose words none is what its head says and most are another thing: a "Stato" of *attivo* and *sospeso* is no country. */
function contradicted(meaning: ColumnMeaning | null, cells: readonly string[], own: readonly OwnClass[]): ColumnMeaning | null {
  const tells: Readonly<Partial<Record<ColumnMeaning, (cell: string) => boolean>>> = {
    country: (cell) => countryOfWord(cell) !== null,
    status: (cell) => statusOfWord(cell) !== null || statusInPhrase(cell) !== null,
    class: (cell) => tellsClass(cell, own),
  };
  const says = meaning === null ? undefined : tells[meaning];
  if (says === undefined || cells.length < 2 || cells.some(says)) return null;
  return kindOfColumn(cells, surelyKinds(own));
}

/** A head that says that dates stand below it, in whichever words, and one of dates of something else: of an end, a visit, a renewal. */
const OF_DATES =
  /date|datum|dato|data|fecha|tarih|dátum|päivä|дата|date|год|рік|ημερ|تاريخ|sign|firm|unterz|podpis|imza|year|jahr|année|anno|año|ano|rok|yıl|日$|年$|年月|时间|時間|时期|일$|년도$|연도$|일자|시기/iu;
const OF_OTHERS =
  /end|expir|until|visit|last|latest|next|renew|review|updat|ende|bis|besuch|letzt|fin(?!n)|visite|derni|prochain|renouv|vigencia|visita|últim|ultim|scad|wizyt|ostatni|koniec|bitiş|ziyaret|son |оконч|визит|послед|解消|終了|更新|訪問|最近|到期|终止|结束|续签|访问|上次|下次|종료|만료|방문|최근|갱신|birth|geburt|meeting|event|treffen|deleg|exchang|contact|rencontre|会议|活动|交流|接触|회의|행사/iu;

/** The only column of dates under a head that is not known, where it says that it holds dates and nothing says of what else. */
function sinceIn(found: readonly (ColumnMeaning | null)[], heads: readonly string[], body: readonly PastedRow[]): number | null {
  if (found.includes('since')) return null;
  const dated = found.flatMap((meaning, at) => (meaning === null && share(cellsAt(body, at), isDate) > 0.8 ? [at] : []));
  const [only] = dated;
  const head = heads[only ?? 0] ?? '';
  return dated.length === 1 && only !== undefined && OF_DATES.test(head) && !OF_OTHERS.test(head) ? only : null;
}

/** By heads and values together: a column of classes is one though its head says "Sister cities"; a "State" that holds Ohio is no status. */
function byValues(
  found: readonly (ColumnMeaning | null)[],
  { heads, body, own }: { readonly heads: readonly string[]; readonly body: readonly PastedRow[]; readonly own: readonly OwnClass[] },
): readonly (ColumnMeaning | null)[] {
  const since = sinceIn(found, heads, body);
  return found.map((meaning, at) => {
    const cells = cellsAt(body, at);
    if (at === since) return 'since';
    if (meaning === 'city' && cells.length > 1 && share(cells, (cell) => tellsClass(cell, own)) > 0.8) return 'class';
    const other = contradicted(meaning, cells, own);
    if (other !== null) return found.includes(other) ? null : other;
    // A date in Polish and Portuguese, anything in English.
    if (meaning === 'since' && /^data$/iu.test((heads[at] ?? '').trim()) && !cells.some(isDate)) return null;
    if (meaning === 'region') return share(cells, namesRegion) > 0 ? meaning : null;
    const isState = /(?<!\p{L})(?:state|estado|stan)(?!\p{L})/iu.test(heads[at] ?? '');
    if (isState && !cells.some((cell) => statusOfWord(cell) !== null || statusInPhrase(cell) !== null))
      return cells.length === 0 ? 'ignored' : share(cells, namesRegion) > 0.3 && !found.includes('region') ? 'region' : null;
    if (meaning !== null) return meaning;
    if (countsRows(cells)) return 'ignored';
    const kind = kindOfColumn(cells, surelyKinds(own));
    return kind === null || found.includes(kind) ? null : kind;
  });
}

/** By the heads. Of two columns of cities the one that is the same in all rows is the reader's own, with the country behind it. */
function namedAll(
  heads: readonly string[],
  body: readonly PastedRow[],
  found: readonly (ColumnMeaning | null)[],
): readonly (ColumnMeaning | null)[] {
  const cities = found.flatMap((meaning, at) => (meaning === 'city' ? [at] : []));
  const isConstant = (at: number): boolean => body.length > 1 && new Set(cellsAt(body, at)).size === 1;
  const [own] = cities.filter(isConstant);
  if (own !== undefined && cities.some((at) => !isConstant(at))) {
    const next = found.findIndex((meaning, at) => at > own && meaning === 'city');
    const country = found.findIndex((meaning, at) => at > own && (next < 0 || at < next) && meaning === 'country');
    return found.map((meaning, at) => (at === own || (at === country && isConstant(at)) ? 'ignored' : meaning));
  }
  // Ties of others: which of the two cities is the partner nobody knows, so that it is asked and no tie is made of the first one.
  if (isOfPairs(heads, found, cities)) return found.map((meaning) => (meaning === 'city' ? 'extra' : meaning));
  if (cities.length > 0) return found;
  // Heads that we know, and none of a city: the first column of words that is nothing else names them.
  const first = found.findIndex((meaning, at) => meaning === null && share(cellsAt(body, at), (cell) => /\p{L}{2}/u.test(cell)) > 0.8);
  return found.includes('code') ? found : found.map((meaning, at) => (at === first ? 'city' : meaning));
}

/** Heads in two rows, merged above: the lower one stands where it says something, the upper one elsewhere. Null where the row below is none of heads. */
function inTwoRows(upper: readonly string[], lower: PastedRow | undefined): readonly string[] | null {
  if (lower === undefined) return null;
  const filled = lower.cells.filter((cell) => cell.trim() !== '');
  const isBelow = lower.cells.some((cell, at) => cell.trim() !== '' && (upper[at] ?? '').trim() === '');
  if (!isBelow || filled.length < 2 || (headsIn(lower.cells) ?? 0) < 2 || filled.some(isFigure)) return null;
  const width = Math.max(upper.length, lower.cells.length);
  return Array.from({ length: width }, (_, at) => (lower.cells[at] ?? '').trim() || (upper[at] ?? '').trim());
}

/** Words above a column of dates, in a row as full as those below, are heads although nobody knows them. */
function unknownHeadsAt(rows: readonly PastedRow[], own: readonly OwnClass[]): number | null {
  const width = (row: PastedRow): number => row.cells.filter((cell) => cell.trim() !== '').length;
  const at = rows.slice(0, 10).findIndex((row, place) => {
    if (width(row) < 3 || row.cells.some((cell) => /\d/.test(cell)) || rows.slice(0, place).some((above) => width(above) >= width(row)))
      return false;
    // A row that names a country, a class or a state, or says that it knows no date, is one of the table.
    if (
      row.cells.some(
        (cell) => countryOfWord(cell) !== null || statusOfWord(cell) !== null || tellsClass(cell, own) || saysNothing(cell.trim(), 'date'),
      )
    )
      return false;
    const below = rows.slice(place + 1);
    return row.cells.some(
      (cell, column) => /\p{L}{3}/u.test(cell) && cellsAt(below, column).length > 2 && share(cellsAt(below, column), isDate) > 0.6,
    );
  });
  return at < 0 ? null : at;
}

/** Reads a sheet's columns; `asked` is what the person chose instead, by column. */
export function sheetOf(rows: readonly PastedRow[], own: readonly OwnClass[], asked: readonly ColumnMeaning[] = []): PastedSheet {
  const at = headsAt(rows, headsIn) ?? unknownHeadsAt(rows, own);
  const first = at === null ? null : (rows[at]?.cells ?? null);
  const both = first === null || at === null ? null : inTwoRows(first, rows[at + 1]);
  const heads = both ?? first;
  const body = at === null ? rows : rows.slice(at + (both === null ? 1 : 2));
  const width = Math.max(0, ...(at === null ? rows : rows.slice(at)).map(({ cells }) => cells.length));
  const found =
    heads === null ? guessAll(body, width, own) : namedAll(heads, body, byValues(byHeads(heads, body, width), { heads, body, own }));
  return { above: rows.slice(0, at ?? 0), heads, columns: once(found.map((meaning, column) => asked[column] ?? meaning)), rows: body };
}
