// Reads the rows of a pasted sheet of ties: what each cell means, or what it may mean; every cell ends up somewhere.
import type { DateHabits, DayOrder } from '#reading/dates.ts';
import { readDate, readWord, type Reading } from '#reading/cells.ts';
import { dayOrderIn, isAmbiguous, monthLanguageIn, orderFor } from '#reading/day-order.ts';
import { dateBeforeRenewal, parseDateSpan, saysGoesOn } from '#reading/date-spans.ts';
import type { FlexDate } from '#kernel/flex-date.ts';
import { writing } from '#kernel/language.ts';
import { languageWritten } from '#kernel/writing/in-languages.ts';
import { isAsAbove, meantBelow } from '#reading/as-above.ts';
import { restoreCell } from '#reading/live-cells.ts';
import { standardClasses, statuses, type Status } from '#modules/ties/domain/attributes.ts';
import { doubtingYear } from '../cell-reading.ts';
import type { NotedCell } from './noted-cells.ts';
import type { PastedSheet } from './columns.ts';
import { countriesAbove, placeOf } from './row-places.ts';
import { isHeading } from './sums.ts';
import { classOfWord, statusInPhrase, statusOfWord, withoutBracket, type OwnClass } from '#modules/ties/domain/tie-words.ts';
import type { ColumnMeaning } from './heads.ts';
import { dateWithoutMarks, itemOf, saysNothing, withoutMarks, withoutTags } from '#reading/written-cells.ts';

/** A row as it is understood before its city is looked up. `note` holds the sheet's note and every column that is nothing else. */
export interface ReadRow {
  /** Tells rows apart: the line, unless a line names several cities. */
  readonly number: number;
  /** The line as the person sees it in what they copied. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly city: string;
  /** The readable address of the city or its number in Wikidata, where the sheet has it. */
  readonly code: string;
  /** ISO code; null where the cell is blank or names no country. */
  readonly country: string | null;
  readonly countryWritten: string;
  /** What the word for the country can mean, where a state has come apart several; none where it is not known. */
  readonly countryCodes: readonly string[];
  /** The state, province or the like that its own column names. */
  readonly region: string;
  /** The country stands in merged cells above the row, or is left out as one: nobody wrote it here. */
  readonly isCountryCarried: boolean;
  readonly since: Reading<FlexDate>;
  readonly classCode: Reading<string>;
  readonly status: Reading<Status>;
  readonly source: string;
  readonly note: string;
  /** The cells that may raise a question, as lines of a note: "Date: long ago". */
  readonly asNote: Readonly<Record<NotedCell, string>>;
  /** The row has the city's address, as the register's own file does. */
  readonly isFromRegister: boolean;
  /** A heading between rows, or the sum below them: no tie, whatever is done. */
  readonly isHeading: boolean;
}

/** Whether a country is written that nobody knows: until it is said which is meant, the city is looked for nowhere. */
export const isCountryUnknown = ({ countryWritten, countryCodes }: ReadRow): boolean => countryWritten !== '' && countryCodes.length === 0;

/** How 3/4/1980 is read: as a person says, else as the column itself shows; null while nobody does. */
export interface DayOrderRead {
  readonly order: DayOrder | null;
  /** The first row of the column that shows the order by itself, e.g. 28/1/1980; null where a person says it or none does. */
  readonly shownBy: { readonly row: number; readonly cell: string } | null;
  /** How many dates can be read both ways, and the first of them. */
  readonly ambiguous: number;
  readonly example: string | null;
}

/** The order of day and month: 28/1/1980 says *day first* for 3/4/1980 as well, unless another cell of the column says the contrary. */
export function orderRead(sheet: PastedSheet, asked: DayOrder | null): DayOrderRead {
  const at = sheet.columns.indexOf('since');
  const cells = sheet.rows.map(({ cells: row }) => (row[at] ?? '').trim());
  const shown = asked === null ? dayOrderIn(cells) : null;
  const ambiguous = cells.filter(isAmbiguous);
  return {
    order: asked ?? shown?.order ?? null,
    shownBy: shown === null ? null : { row: sheet.rows[shown.at]?.number ?? 0, cell: (cells[shown.at] ?? '').slice(0, 60) },
    ambiguous: ambiguous.length,
    example: ambiguous[0]?.slice(0, 60) ?? null,
  };
}

/** A cell as a line of the note, under the head of its column: "Mayor: Ana River". */
function lineOf({ heads }: PastedSheet, cells: readonly string[], at: number): string {
  const text = withoutTags(restoreCell(cells[at] ?? '')).trim();
  const head = (heads?.[at] ?? '').trim();
  return text === '' || head === '' ? text : `${head}${writing[languageWritten(head)].colon}${text}`;
}

/** Columns that are nothing else, as lines of the note; a dash in one of them says that there is nothing. */
const extrasOf = (sheet: PastedSheet, cells: readonly string[]): readonly string[] =>
  cells
    .map((cell, at) => ((sheet.columns[at] ?? 'extra') === 'extra' && !saysNothing(cell.trim(), 'other') ? lineOf(sheet, cells, at) : ''))
    .filter((line) => line !== '');

/** Since when, and whether that is over: by the column of the end, else by a cell that says both, as `1952–2010`. */
interface Lasting {
  readonly since: Reading<FlexDate>;
  readonly isOver: boolean;
  /** The cell said more than the date that was read of it. */
  readonly saidMore: boolean;
}

/** Over is what has a day in the past, or in no year at all: "1990", "ended by letter", but not "present", "-" or a year to come. */
function isPastEnd(until: string, thisYear: number | undefined): boolean {
  if (saysGoesOn(until) || saysNothing(until, 'end')) return false;
  const year = Number(/(?<!\d)\d{4}(?!\d)/.exec(until)?.[0] ?? 0);
  return thisYear === undefined || year <= thisYear;
}

function lastingOf(cell: string, until: string, habits: DateHabits & { readonly thisYear: number | undefined }): Lasting {
  const { order, thisYear, language } = habits;
  const read: DateHabits = {
    ...(order === undefined ? {} : { order }),
    ...(language === undefined ? {} : { language }),
    ...(thisYear === undefined ? {} : { latestYear: thisYear }),
  };
  const span = parseDateSpan(cell, order === undefined ? {} : { order });
  const renewed = span === null ? dateBeforeRenewal(cell, read) : null;
  const first = span?.since ?? renewed;
  const since: Reading<FlexDate> = first === null ? readDate(cell, read) : { state: 'read', value: first };
  const last = until === '' ? (span?.until?.text ?? '') : until;
  return { since, isOver: isPastEnd(last, thisYear), saidMore: renewed !== null || (span !== null && span.until !== null) };
}

/** A remark that names a state, such as "ended 2004", is asked about: nobody wrote it where states stand. */
function statusInRemarks(note: string): Reading<Status> | null {
  for (const clause of note.split(/[\n.;,，。；、()（）]/).map((part) => part.trim())) {
    const said = statusInPhrase(clause) ?? statusOfWord(clause);
    if (said === null || said === 'active') continue;
    return { state: 'question', code: 'desk.paste_status_in_remarks', params: { cell: clause.slice(0, 60) }, choices: [said] };
  }
  return null;
}

const whichStatus = { code: 'desk.paste_status_unknown', choices: statuses };

/** Columns in which 同上 is read as the cell above; elsewhere it stays as it was written. */
const likeAbove = new Set<ColumnMeaning>(['country', 'region', 'since', 'class', 'status', 'source']);

/** The cells column by column, with what 同上 stands for in its place. */
const meantIn = ({ columns, rows }: PastedSheet): readonly (readonly string[])[] =>
  columns.map((meaning, column) => {
    const written = rows.map(({ cells }) => cells[column] ?? '');
    return likeAbove.has(meaning) ? meantBelow(written) : written;
  });

/** What a cell below says that is as the one above it, to be confirmed: whoever sorted the list has moved it below another. */
const askingAbove = <T>(reading: Reading<T>, cell: string, above: string): Reading<T> =>
  reading.state === 'read' && isAsAbove(cell)
    ? {
        ...{ state: 'question', code: 'desk.paste_as_above', choices: [reading.value] },
        params: { cell: cell.trim(), above: above.slice(0, 60) },
      }
    : reading;

/** How a sheet is read. `order` is the person's answer for all ambiguous dates. */
export interface RowReading {
  readonly ownClasses: readonly OwnClass[];
  readonly order: DayOrder | null;
  /** Later years than the next one are asked about. */
  readonly thisYear?: number;
  /** Codes by the labels that the naming policy gives countries: what was written out by them is read in again. */
  readonly regions?: ReadonlyMap<string, string>;
}

/** Every row below the heads, in order; none is left out. */
export function readRows(sheet: PastedSheet, { ownClasses, order, thisYear, regions = new Map() }: RowReading): readonly ReadRow[] {
  const { order: dayOrder, shownBy } = orderRead(sheet, order);
  const language = monthLanguageIn(sheet.rows.map(({ cells }) => cells[sheet.columns.indexOf('since')] ?? ''));
  const classes = [...ownClasses.map(({ code }) => code), ...standardClasses];
  const at = (meaning: ColumnMeaning): number => sheet.columns.indexOf(meaning);
  const above = countriesAbove(sheet);
  const meant = meantIn(sheet);
  return sheet.rows.map(({ number, cells }, place) => {
    const raw = (meaning: ColumnMeaning): string => cells[at(meaning)] ?? '';
    const whole = (meaning: ColumnMeaning): string => restoreCell(meant[at(meaning)]?.[place] ?? '').trim();
    const confirmed = <T>(meaning: ColumnMeaning, reading: Reading<T>): Reading<T> => askingAbove(reading, raw(meaning), whole(meaning));
    const cellOf = (meaning: ColumnMeaning): string => withoutTags(whole(meaning)).trim();
    // A row that knows the city's address comes from a register: its date was asked about there, and a note may speak of tags.
    const isKept = whole('code') !== '' && itemOf(whole('code')) === null;
    const words = isKept ? whole : cellOf;
    const noted = (meaning: ColumnMeaning): string => lineOf(sheet, cells, at(meaning));
    const over = above[place];
    const { since, alsoSince, ...told } = placeOf(cellOf, over?.written ?? '', regions);
    const { country, countryWritten } = told;
    const [status, until] = [withoutMarks(cellOf('status')), noted('until')];
    const ordered = orderFor(since, dayOrder, { isShown: shownBy !== null });
    const habits = { ...(ordered === null ? {} : { order: ordered }), ...(language === null ? {} : { language }), thisYear };
    const lasting = lastingOf(since, dateWithoutMarks(cellOf('until')), habits);
    const classCell = withoutMarks(cellOf('class'));
    const [classWord, classBeside] = classOfWord(classCell, ownClasses) === null ? withoutBracket(classCell) : [classCell, ''];
    const classCode = classOfWord(classWord, ownClasses);
    const [word, phrase] = [statusOfWord(status), statusInPhrase(status)];
    // A tie with a day on which it ended is over, whatever else is left empty.
    const beside = status === '' && classCode !== null ? (statusOfWord(classBeside) ?? statusInPhrase(classBeside)) : null;
    const said = word ?? phrase ?? beside ?? (status === '' && lasting.isOver ? ('ended' as const) : null);
    const remark = isKept || status !== '' || said !== null ? null : statusInRemarks(words('note'));
    const kept = [words('note'), countryWritten !== '' && country === null ? countryWritten : ''];
    const span = lasting.saidMore ? (dateWithoutMarks(cellOf('since')) === since ? noted('since') : since) : '';
    const more = [
      phrase === null ? '' : noted('status'),
      classCode !== null && classBeside !== '' ? noted('class') : '',
      span,
      until,
      alsoSince,
      noted('region'),
      ...extrasOf(sheet, cells),
    ];
    return {
      ...{ number, line: number, cells, ...told },
      isCountryCarried: (over?.isCarried === true || isAsAbove(raw('country'))) && country !== null,
      since: confirmed('since', isKept ? lasting.since : doubtingYear(lasting.since, since, thisYear)),
      classCode: confirmed('class', readWord(classCell, classCode, { code: 'desk.paste_class_unknown', choices: classes })),
      status: remark ?? confirmed('status', readWord(status === '' ? (said ?? '') : status, said, whichStatus)),
      source: words('source'),
      note: [...kept, ...more].filter((line) => line !== '').join('\n'),
      asNote: { since: noted('since') === '' ? since : noted('since'), class: noted('class'), status: noted('status') },
      isFromRegister: isKept,
      isHeading: isHeading(sheet, cells),
    };
  });
}
