// Guesses what the columns of a table are: by their heads, and by what stands in them. A person looks at it and changes what is wrong.
import { parseFlexDate } from '#reading/dates.ts';
import { headsAt, isDate, isFigure, kindOfColumn, share, type ColumnKind } from '#reading/columns.ts';
import { dayOrderIn } from '#reading/day-order.ts';
import { classOfWord } from '#modules/ties/domain/tie-words.ts';
import { countryOfWord } from '#reading/words.ts';
import { readDegrees, readPoint } from '#reading/positions.ts';
import { itemOf } from '#reading/written-cells.ts';
import { headMeaning, sideOfHead, type HeadMeaning } from './column-heads.ts';
import { sides, type ColumnMeaning, type Mapping, type PlacePart, type RowSide } from './mapping.ts';

/** The first rows of a table are enough to tell its columns. */
export const sampleRows = 400;

type Row = readonly string[];

const isSaying = (cell: string): boolean => isFigure(cell) || itemOf(cell) !== null || readPoint(cell) !== null || parseFlexDate(cell).ok;

/** So many rows show what a column holds. */
const fewestRows = 3;

/**
 * Whether the first row is of another kind than what stands below it: of the columns that hold countries or dates throughout, two or more, it
 * has neither in any.
 */
function isUnlikeTheRest([first = [], ...rows]: readonly Row[]): boolean {
  if (rows.length < fewestRows) return false;
  const telling = first.flatMap((cell, at) => {
    const cells = rows.slice(0, sampleRows).flatMap((row) => ((row[at] ?? '').trim() === '' ? [] : [row[at] ?? '']));
    const kinds = [(text: string) => countryOfWord(text) !== null, isDate, isFigure].filter((is) => share(cells, is) > 0.8);
    return cells.length < fewestRows || kinds.length === 0 ? [] : [cell.trim() !== '' && !kinds.some((is) => is(cell))];
  });
  return telling.length >= 2 && telling.every(Boolean);
}

const knownIn = (row: Row): readonly HeadMeaning[] => row.map(headMeaning).filter((meaning) => meaning !== null);

/** Whether enough of the row are heads that we know: half of its cells, or a city's name with one more. */
function holdsHeads(row: Row): boolean {
  const filled = row.filter((cell) => cell.trim() !== '');
  const known = knownIn(filled);
  const kinds = new Set(known.map((meaning) => JSON.stringify(meaning)));
  const namesCity = known.some((meaning) => meaning.of === 'place' && meaning.part === 'name');
  return known.length > 0 && (known.length * 2 >= filled.length || (namesCity && kinds.size >= 2));
}

/** Whether the first row names the columns: none of its cells is a figure, a number of Wikidata or a date, and it reads or looks like heads. */
export function hasHeads(rows: readonly Row[]): boolean {
  const [first = []] = rows;
  return !first.some((cell) => cell.trim() !== '' && isSaying(cell)) && (holdsHeads(first) || isUnlikeTheRest(rows));
}

/** How many rows stand above the heads, as a title: each of fewer cells than the heads, of which two or more are known. */
export const rowsAboveHeads = (rows: readonly { readonly cells: Row }[]): number =>
  headsAt(rows, (row) => {
    const kinds = new Set(knownIn(row).map((meaning) => JSON.stringify(meaning))).size;
    return kinds >= 2 && hasHeads([row]) ? kinds : null;
  }) ?? 0;

type Found = HeadMeaning | { readonly of: 'position'; readonly part: 'latitude' | 'longitude' | 'either' };

const kinds: readonly ColumnKind<Found>[] = [
  [{ of: 'place', part: 'wikidata', side: null }, (cell) => itemOf(cell) !== null],
  [{ of: 'place', part: 'point', side: null }, (cell) => readPoint(cell) !== null, 0.8],
  [{ of: 'tie', part: 'since' }, (cell) => /^(?:1[6-9]|20)\d\d$/.test(cell.trim()), 0.8],
  [{ of: 'position', part: 'either' }, (cell) => /[.,]\d|°/.test(cell) && readDegrees(cell, 180) !== null, 0.8],
  [{ of: 'nothing' }, isFigure, 0.8],
  [{ of: 'tie', part: 'since' }, isDate],
  [{ of: 'tie', part: 'source' }, (cell) => /^https?:\/\//.test(cell)],
  [{ of: 'tie', part: 'class' }, (cell) => classOfWord(cell, []) !== null],
  [{ of: 'place', part: 'country', side: null }, (cell) => countryOfWord(cell) !== null],
];

/** What most of a column's cells are; null for words that may be anything. */
function kindOf(cells: readonly string[]): Found | null {
  const kind = kindOfColumn(cells, kinds);
  const isFar = kind?.of === 'position' && cells.some((cell) => readDegrees(cell, 90) === null);
  return isFar ? { of: 'position', part: 'longitude' } : kind;
}

/** By its head; what stands in it decides between a name and a number of Wikidata, and where there is no head. */
function meaningOf(head: string | null, cells: readonly string[]): Found | null {
  const named = head === null ? null : headMeaning(head);
  const kind = kindOf(cells);
  const side = named?.of === 'place' ? named.side : null;
  const isDegrees = named?.of === 'place' && (named.part === 'latitude' || named.part === 'longitude');
  if (kind?.of === 'place' && (kind.part === 'wikidata' || kind.part === 'point') && !isDegrees) {
    const isSide = named?.of === 'tie' && named.part === 'source' && kind.part === 'wikidata';
    if (named === null || named.of === 'place' || isSide) return { ...kind, side: isSide ? sideOfHead(head ?? '') : side };
    return named;
  }
  if (named !== null) return named;
  if (head !== null && head.trim() !== '') return kind?.of === 'place' || kind?.of === 'position' ? kind : { of: 'nothing' };
  return kind;
}

/**
 * Gives each column its side. A column that says none belongs to the side of the name before it: the first name is `a`, the second `b`;
 * a part that the side has already begins the other one.
 */
function placed(found: readonly (Found | null)[]): readonly ColumnMeaning[] {
  const taken = new Set<ColumnMeaning>();
  let current: RowSide = 'a';
  const take = (meaning: ColumnMeaning): ColumnMeaning => {
    if (taken.has(meaning)) return 'ignored';
    taken.add(meaning);
    return meaning;
  };
  const free = (part: PlacePart): RowSide | null => {
    if (!taken.has(`${current}_${part}`)) return current;
    return taken.has(`b_${part}`) ? null : 'b';
  };
  return found.map((meaning) => {
    if (meaning?.of === 'nothing') return 'ignored';
    if (meaning?.of === 'tie') return take(meaning.part);
    const part: PlacePart =
      meaning === null
        ? 'name'
        : meaning.of === 'place'
          ? meaning.part
          : meaning.part === 'longitude' || taken.has(`${current}_latitude`)
            ? 'longitude'
            : 'latitude';
    const side = (meaning?.of === 'place' ? meaning.side : null) ?? free(part);
    if (side === null) return 'ignored';
    current = side;
    return take(`${side}_${part}`);
  });
}

const isOf = (side: RowSide, meaning: ColumnMeaning): boolean => meaning.startsWith(`${side}_`);

/** Beside a "target" a "source" is no citation but the other side: the heads of lists of edges. */
function asEdges(columns: readonly ColumnMeaning[], heads: Row | null): readonly ColumnMeaning[] {
  const at = columns.indexOf('source');
  const isBare = heads !== null && /^(?:source|from)$/i.test((heads[at] ?? '').trim());
  const other = columns.indexOf('b_name');
  const isEdge = isBare && other >= 0 && /^(?:target|to)$/i.test((heads[other] ?? '').trim()) && !columns.includes('a_name');
  return isEdge ? columns.map((meaning, place) => (place === at ? 'a_name' : meaning)) : columns;
}

/** A table that names one city a row lists the partners of one: they stand on the other side. */
const asPartners = (columns: readonly ColumnMeaning[]): readonly ColumnMeaning[] =>
  columns.some((meaning) => isOf('b', meaning) && /_(?:name|wikidata|geonames)$/.test(meaning))
    ? columns
    : columns.map((meaning) => (isOf('a', meaning) ? (`b${meaning.slice(1)}` as ColumnMeaning) : isOf('b', meaning) ? 'ignored' : meaning));

/** What a table most likely is, from its first rows. `sheet` is the workbook's sheet they stand in. */
export function guessMapping(rows: readonly Row[], sheet: string | null = null): Mapping {
  const heads = hasHeads(rows) ? (rows[0] ?? []) : null;
  const isForeign = heads !== null && !holdsHeads(heads);
  const body = (heads === null ? rows : rows.slice(1)).slice(0, sampleRows);
  const width = Math.max(0, ...rows.slice(0, sampleRows).map((row) => row.length));
  const filled = (at: number): readonly string[] => body.map((row) => row[at] ?? '').filter((cell) => cell.trim() !== '');
  const found = Array.from({ length: width }, (_, at): Found | null => {
    const cells = filled(at);
    // Among heads that nobody knows what stands below a column tells it.
    const head = heads === null || (isForeign && headMeaning(heads[at] ?? '') === null) ? null : (heads[at] ?? '');
    return cells.length === 0 && (head === null || headMeaning(head) === null) ? { of: 'nothing' } : meaningOf(head, cells);
  });
  const columns = asPartners(asEdges(placed(found), heads));
  const since = columns.indexOf('since');
  return {
    sheet,
    hasHeads: heads !== null,
    columns,
    ownCity: null,
    directed: sides.every((side) => columns.includes(`${side}_wikidata`)),
    whole: true,
    order: since < 0 ? null : (dayOrderIn(filled(since))?.order ?? null),
    language: 'en',
  };
}
