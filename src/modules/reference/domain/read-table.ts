// From the rows of a table and what its columns mean to places and ties. The format it came in does not matter any more.
import { parseDateSpan, saysGoesOn, type DateSpan } from '#reading/date-spans.ts';
import { parseFlexDate } from '#reading/dates.ts';
import { boundsOf, dateExists, type FlexDate } from '#kernel/flex-date.ts';
import { countryBeside } from '#modules/cities/domain/country-cell.ts';
import { readCityCell } from '#reading/city-cell.ts';
import { isSumWord } from '#reading/sums.ts';
import { classOfWord } from '#modules/ties/domain/tie-words.ts';
import { readDegrees, readGeonamesId, readPoint } from '#reading/positions.ts';
import { itemOf, plainText, sayingText, withoutMarks, withoutTags } from '#reading/written-cells.ts';
import type { ColumnMeaning, Mapping, PlacePart, RowSide } from './mapping.ts';
import { Places, type PlaceAsRead } from './places.ts';
import { problemAt, type Outcome, type RowProblem, type Said, type WrittenSet, type WrittenTie } from './written.ts';

export interface TableRow {
  /** 1-based, as people see it. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** Labels of numbers of Wikidata, from a second file: a name, or names by language. */
export type Labels = ReadonlyMap<string, { readonly name: string; readonly names: Readonly<Record<string, string>> }>;

/** The place of every row, where a table lists the partners of one city. */
export const ownPlaceKey = 'own city';

/** What a column is called in a problem: letters of a sheet, or the name of a field. */
export type NameColumn = (at: number) => string;

/** What a query answers for something that is known to be there and not known by name: what stands as its label names nothing. */
const NOBODY = /\/\.well-known\/genid\/|^_:/;

interface NamedCell {
  readonly name: string;
  readonly since: string;
  readonly isSumWord: boolean;
}

/** A cell of a name without the marks of a page and without its date: `Cologne, Germany (1952)[3]`. */
function readNameCell(written: string): NamedCell {
  const cell = plainText(withoutTags(written));
  // "6. Oktober" is a city, and no sixth line of a list.
  const bare = /^\d/.test(cell) ? cell : plainText(withoutMarks(cell));
  const { city, country, since } = /\d{4}/.test(bare) ? readCityCell(bare, countryBeside) : { city: bare, country: null, since: '' };
  return { name: since === '' ? bare : country === null ? city : `${city}, ${country.written}`, since, isSumWord: isSumWord(bare) };
}

class RowReader {
  readonly #mapping: Mapping;
  readonly #column: NameColumn;
  readonly #labels: Labels;
  readonly #at = new Map<ColumnMeaning, number>();
  /** Most names stand in many rows. */
  readonly #names = new Map<string, NamedCell>();
  readonly problems: RowProblem[] = [];

  constructor(mapping: Mapping, column: NameColumn, labels: Labels) {
    this.#mapping = mapping;
    this.#column = column;
    this.#labels = labels;
    mapping.columns.forEach((meaning, at) => {
      if (meaning !== 'ignored' && !this.#at.has(meaning)) this.#at.set(meaning, at);
    });
  }

  #cell(row: TableRow, meaning: ColumnMeaning): string {
    const at = this.#at.get(meaning);
    return at === undefined ? '' : plainText(row.cells[at] ?? '');
  }

  #columnOf(meaning: ColumnMeaning): string | null {
    const at = this.#at.get(meaning);
    return at === undefined ? null : this.#column(at);
  }

  /** Notes what cannot be read, and what is done without it. */
  #unread(row: TableRow, column: string | null, code: string, written: string, outcome: Outcome): void {
    const params = { written: written.slice(0, 60) };
    this.problems.push(problemAt(row.number, column, { code: `reference.${code}`, params, outcome }));
  }

  #position(row: TableRow, side: RowSide): Pick<PlaceAsRead, 'latitude' | 'longitude'> {
    const [lat = '', lng = '', both = ''] = (['latitude', 'longitude', 'point'] as const).map((part) =>
      sayingText(this.#cell(row, `${side}_${part}`), 'other'),
    );
    const point = both === '' ? null : readPoint(both);
    const latitude = point?.latitude ?? readDegrees(lat, 90);
    const longitude = point?.longitude ?? readDegrees(lng, 180);
    if (latitude !== null && longitude !== null) return { latitude, longitude };
    const written = [lat, lng, both].filter((cell) => cell !== '').join(' ');
    const column = this.#columnOf(`${side}_latitude`) ?? this.#columnOf(`${side}_point`) ?? this.#columnOf(`${side}_longitude`);
    if (written !== '') this.#unread(row, column, 'position_unreadable', written, 'kept_without_coordinates');
    return { latitude: null, longitude: null };
  }

  #number<T>(row: TableRow, meaning: ColumnMeaning, read: (cell: string) => T | null, name: string): T | null {
    const cell = this.#cell(row, meaning);
    if (cell === '' || NOBODY.test(cell)) return null;
    const number = read(cell);
    if (number === null) this.#unread(row, this.#columnOf(meaning), 'number_unreadable', cell, name === '' ? 'left_out' : 'kept_by_name');
    return number;
  }

  partnerColumn(): string | null {
    return this.#columnOf('b_name') ?? this.#columnOf('b_wikidata') ?? this.#columnOf('b_geonames');
  }

  #named(row: TableRow, side: RowSide): NamedCell {
    const cell = this.#cell(row, `${side}_name`);
    const known = this.#names.get(cell) ?? readNameCell(cell);
    this.#names.set(cell, known);
    return known;
  }

  /** Since when, as the cell of the partner says it where no column does. */
  #sinceBeside(row: TableRow): string {
    return sayingText(this.#cell(row, 'since'), 'other') === '' ? this.#named(row, 'b').since : this.#cell(row, 'since');
  }

  place(row: TableRow, side: RowSide): PlaceAsRead {
    const { name: told, isSumWord: isSumHere } = this.#named(row, side);
    const isSum = isSumHere && this.#cell(row, `${side}_country`) === '';
    const isNobody = [this.#cell(row, `${side}_wikidata`), this.#cell(row, `${side}_name`)].some((cell) => NOBODY.test(cell));
    const written = isNobody || isSum ? '' : sayingText(told, 'name').slice(0, 200);
    const wikidataId = this.#number(row, `${side}_wikidata`, itemOf, written);
    const label = wikidataId === null ? undefined : this.#labels.get(wikidataId);
    // A label that is only the number again is none.
    const name = itemOf(written) === null ? written : '';
    const country = sayingText(this.#cell(row, `${side}_country`), 'other').slice(0, 100);
    const column = (part: PlacePart): string | null => this.#columnOf(`${side}_${part}`);
    return {
      name: name === '' ? (label?.name ?? '') : name,
      names: label?.names ?? {},
      otherNames: [],
      country: country === '' ? null : country,
      ...this.#position(row, side),
      wikidataId,
      geonamesId: this.#number(row, `${side}_geonames`, readGeonamesId, name),
      columns: {
        name: column('name') ?? column('wikidata') ?? column('geonames'),
        country: column('country'),
        position: column('latitude') ?? column('point'),
      },
    };
  }

  #dateCell(row: TableRow, part: 'since' | 'until'): string {
    const cell = sayingText(part === 'since' ? this.#sinceBeside(row) : this.#cell(row, part), 'other');
    return part === 'until' && saysGoesOn(cell) ? '' : cell;
  }

  #undated(row: TableRow, part: 'since' | 'until', code = 'date_unreadable'): null {
    this.#unread(row, this.#columnOf(part) ?? this.#columnOf('b_name'), code, this.#dateCell(row, part), 'kept_without_date');
    return null;
  }

  /** Since when and until when: of two columns, or of one cell that says both. An end before the beginning is none. */
  #lasting(row: TableRow): Pick<Said, 'since' | 'until'> {
    const { order } = this.#mapping;
    const span: DateSpan | null = parseDateSpan(this.#dateCell(row, 'since'), order === null ? {} : { order });
    const since = span === null ? this.#date(row, 'since') : span.since;
    const until = this.#dateCell(row, 'until') === '' ? (span?.until ?? null) : this.#date(row, 'until');
    if (since === null || until === null) return { since, until };
    const [from, to] = [boundsOf(since).from, boundsOf(until).to];
    return { since, until: from !== null && to !== null && to < from ? this.#undated(row, 'until') : until };
  }

  #date(row: TableRow, part: 'since' | 'until'): FlexDate | null {
    const cell = this.#dateCell(row, part);
    if (cell === '') return null;
    const stamp = /^[+]?(\d{4})-(\d{2})-(\d{2})T00:00:00(?:\.0+)?(?:Z|\+00:00)$/.exec(cell);
    if (stamp !== null) return this.#stamped(row, part, stamp) ?? this.#undated(row, part);
    const { order } = this.#mapping;
    const read = parseFlexDate(cell, order === null ? {} : { order });
    if (read.ok) return read.value;
    return this.#undated(row, part, read.refusal.code === 'kernel.date_ambiguous' ? 'date_ambiguous' : 'date_unreadable');
  }

  /** An instant of a database has a day in any case: how much of it is meant is told beside it; a first of January untold is a year. */
  #stamped(row: TableRow, part: 'since' | 'until', [, year = '', month = '', day = '']: RegExpExecArray): FlexDate | null {
    const told = Number(this.#cell(row, `${part}_precision`));
    const precision = told > 0 ? told : month === '01' && day === '01' ? 9 : 11;
    const text = precision === 9 ? year : precision === 10 ? `${year}-${month}` : `${year}-${month}-${day}`;
    return precision < 9 || !dateExists(text) ? null : { text, qualifier: 'exact' };
  }

  said(row: TableRow): Said | null {
    const { since, until } = this.#lasting(row);
    const [kind, note, title] = [this.#cell(row, 'class'), this.#cell(row, 'note'), this.#cell(row, 'source')];
    const classCode = kind === '' ? null : classOfWord(kind, []);
    if (kind !== '' && classCode === null) this.#unread(row, this.#columnOf('class'), 'class_unknown', kind, 'kept_without_class');
    const address = /^https?:\/\/\S+$/.test(title) && title.length <= 500 ? title : null;
    const source = title === '' ? null : { title: title.slice(0, 300), address, retrieved: null, passage: null };
    const nothing = since === null && until === null && classCode === null && note === '';
    return nothing ? null : { since, until, classCode, note: note === '' ? null : note.slice(0, 2000), source };
  }
}

/** Reads all rows; those without anything in a column that counts are passed over. */
export function readTable(
  rows: readonly TableRow[],
  mapping: Mapping,
  { column, labels = new Map() }: { readonly column: NameColumn; readonly labels?: Labels },
): WrittenSet {
  const reader = new RowReader(mapping, column, labels);
  const places = new Places();
  const own = mapping.ownCity === null ? null : places.own(ownPlaceKey);
  const ties: WrittenTie[] = [];
  const counted = mapping.columns.flatMap((meaning, at) => (/^[ab]_/.test(meaning) ? [at] : []));
  for (const row of mapping.hasHeads ? rows.slice(1) : rows) {
    if (counted.every((at) => (row.cells[at] ?? '').trim() === '')) continue;
    const a = own ?? places.add(reader.place(row, 'a'), row.number);
    const b = places.add(reader.place(row, 'b'), row.number);
    ties.push({ a, b, row: row.number, said: reader.said(row) });
  }
  const { directed, language } = mapping;
  return {
    directed,
    language,
    places: places.all(),
    ties,
    problems: reader.problems,
    rows: ties.length,
    partnerColumn: reader.partnerColumn(),
  };
}
