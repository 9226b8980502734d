// Makes facts of rows, table by table; blanks take the value that an organiser would mean.
import type { Problem } from '#kernel/result.ts';
import type {
  EditionFile,
  FileAway,
  FileEdition,
  FileGroup,
  FileHall,
  FileInterpreter,
  FileOrder,
  FileParticipant,
  FileRectangle,
  FileSlot,
  FileStand,
  FileTable,
  FileUnavailable,
  FileWalk,
  UnnumberedRequest,
} from '../../domain/file/edition-file.ts';
import { problemAt } from '../../domain/file/problems.ts';
import { labelKey } from '#modules/cities/domain/naming-policy.ts';
import { countryInAnyLanguage, namesCountry } from '#modules/cities/domain/country-cell.ts';
import { countryOf, languagesOf } from '#reading/names-of-codes.ts';
import { isCountry } from '#kernel/codes.ts';
import { numberOf } from './cells.ts';
import { codeGiver, codesWhenAdded } from './people.ts';
import type { Row } from './row.ts';
import { severalIn } from './several.ts';
import { kindWords, meetsAtWords, rectangleWords, roleWords, sessionWords, wishWords } from './words.ts';

type Report = (problem: Problem) => void;
type Find = (text: string) => string;

const textOrNull = (row: Row, field: string): string | null => (row.has(field) ? row.text(field) : null);
const codeOrNull = (row: Row, field: string): string | null => (row.has(field) ? row.code(field) : null);

/** Codes by the labels that the naming policy gives countries and regions: they are read before the words of the dictionaries. */
export type CountryLabels = ReadonlyMap<string, string>;

/** A country by its label, or by its name in any language; a slip of the pen stays as it is and is told. */
function countryIn(text: string, labels: CountryLabels): string {
  const labelled = labels.get(labelKey(text));
  if (labelled !== undefined) return labelled;
  const code = countryOf(text.normalize('NFKC').trim());
  return isCountry(code) || !namesCountry(text) ? code : (countryInAnyLanguage(text) ?? code);
}

/** The edition's one row; a second one is reported. */
export function readEdition(rows: readonly Row[], report: Report): FileEdition {
  const [row, second] = rows;
  if (second !== undefined) report(problemAt(second.place('name'), 'meetings.file_too_many_rows', { rows: rows.length, most: 1 }));
  return {
    name: row?.inLanguages('name') ?? {},
    venue: row?.inLanguages('venue') ?? {},
    timeZone: row?.text('timeZone') ?? '',
    firstDay: row?.day('firstDay') ?? '',
    lastDay: row?.day('lastDay') ?? '',
  };
}

/** A session as number or word; null for any. */
function sessionOf(row: Row): number | null {
  const word = sessionWords.read(row.text('session'));
  if (word === 'any' || !row.has('session')) return null;
  return numberOf(row.cell('session')) ?? (word === null ? row.numberOrNull('session') : Number(word));
}

/** Slots; without a number they count in the order of rows. */
export const readSlots = (rows: readonly Row[]): FileSlot[] =>
  rows.map((row, index) => ({
    number: row.count('number', index + 1),
    date: row.day('date'),
    start: row.clock('start'),
    end: row.clock('end'),
    session: sessionOf(row) ?? 1,
  }));

/** Tables of the hall. */
export const readTablesOfHall = (rows: readonly Row[]): FileTable[] =>
  rows.map((row) => ({
    number: row.count('number', 0),
    hall: row.text('hall'),
    seats: row.count('seats', 1),
    closedSlots: row.numbers('closedSlots'),
  }));

/** Stands; the lead as it is written. A sheet without a column of areas says nothing of them. */
export function readStands(rows: readonly Row[], existing: EditionFile): FileStand[] {
  const areas = new Map(existing.stands.map(({ code, area }) => [code, area]));
  const saysArea = ({ sheet }: Row): boolean => sheet.columns.some(({ field }) => field === 'area');
  return rows.map((row) => ({
    code: row.code('code'),
    hall: row.text('hall'),
    seats: row.count('seats', 0),
    closedSlots: row.numbers('closedSlots'),
    lead: textOrNull(row, 'lead'),
    area: saysArea(row) ? row.decimalOrNull('area') : (areas.get(row.code('code')) ?? null),
  }));
}

/** Halls; without a size where none stands there. */
export const readHalls = (rows: readonly Row[]): FileHall[] =>
  rows.map((row) => ({
    code: row.text('code'),
    width: row.has('width') ? row.metres('width') : null,
    depth: row.has('depth') ? row.metres('depth') : null,
  }));

export const readWalks = (rows: readonly Row[]): FileWalk[] =>
  rows.map((row) => ({ from: row.text('from'), to: row.text('to'), minutes: row.count('minutes', -1) }));

/** Rectangles of the floor plan. */
export const readRectangles = (rows: readonly Row[]): FileRectangle[] =>
  rows.map((row) => ({
    kind: row.word('kind', rectangleWords, 'stand'),
    hall: row.text('hall'),
    code: codeOrNull(row, 'code'),
    name: row.inLanguages('name'),
    ...{ x: row.metres('x'), y: row.metres('y'), width: row.metres('width'), depth: row.metres('depth') },
  }));

/** Groups; trading groups unless said otherwise. */
export const readGroups = (rows: readonly Row[]): FileGroup[] =>
  rows.map((row) => ({
    code: row.code('code'),
    kind: row.word('kind', kindWords, 'trading_group'),
    name: row.inLanguages('name'),
    parent: codeOrNull(row, 'parent'),
  }));

/** What a participant is where a row leaves it blank. */
const BLANK: Omit<FileParticipant, 'code' | 'name'> = {
  country: '',
  city: '',
  role: 'exhibitor',
  offer: {},
  need: {},
  seats: 1,
  languages: [],
  minMeetings: null,
  maxMeetings: null,
  group: null,
  stand: null,
  meetsAt: 'table',
};

/** A participant but for its code and name; the role is that of the sheet's name unless a cell says it. */
const factsOf = (
  row: Row,
  blank: Omit<FileParticipant, 'code' | 'name'>,
  labels: CountryLabels,
): Omit<FileParticipant, 'code' | 'name'> => ({
  country: row.has('country') ? countryIn(row.text('country'), labels) : blank.country,
  city: row.has('city') ? row.text('city') : blank.city,
  role: row.word('role', roleWords, row.sheet.role ?? blank.role),
  offer: { ...blank.offer, ...row.inLanguages('offer') },
  need: { ...blank.need, ...row.inLanguages('need') },
  seats: row.count('seats', blank.seats),
  languages: row.has('languages') ? [...languagesOf(row.text('languages'))] : blank.languages,
  minMeetings: row.numberOrNull('minMeetings') ?? blank.minMeetings,
  maxMeetings: row.numberOrNull('maxMeetings') ?? blank.maxMeetings,
  group: codeOrNull(row, 'group') ?? blank.group,
  stand: codeOrNull(row, 'stand') ?? blank.stand,
  meetsAt: row.word('meetsAt', meetsAtWords, blank.meetsAt),
});

/** Participants; a missing code is given. */
export function readParticipants(rows: readonly Row[], existing: EditionFile, labels: CountryLabels): FileParticipant[] {
  const taken = new Set(rows.map((row) => row.code('code')).filter((code) => code !== ''));
  const giveCode = codeGiver(existing.participants, taken);
  return rows.map((row) => {
    const name = row.inLanguages('name');
    const facts = factsOf(row, BLANK, labels);
    return { code: row.has('code') ? row.code('code') : giveCode(name, facts.role), name, ...facts };
  });
}

/** Participants that are added to those on record: what a row leaves blank stays as it is of whom it means. */
export function readAddedParticipants(rows: readonly Row[], existing: EditionFile, labels: CountryLabels): FileParticipant[] {
  const codes = codesWhenAdded(
    existing.participants,
    rows.map((row) => ({
      code: row.code('code'),
      name: row.inLanguages('name'),
      role: roleWords.read(row.text('role')) ?? row.sheet.role,
    })),
  );
  const known = new Map(existing.participants.map((one) => [one.code, one]));
  return rows.map((row, at) => {
    const code = codes[at] ?? '';
    const before = known.get(code);
    return { code, name: { ...before?.name, ...row.inLanguages('name') }, ...factsOf(row, before ?? BLANK, labels) };
  });
}

/** Interpreters. */
export const readInterpreters = (rows: readonly Row[]): FileInterpreter[] =>
  rows.map((row) => ({ name: row.text('name'), languages: [...languagesOf(row.text('languages'))] }));

/** Absences: of a participant or an interpreter, in a slot or a span. */
export function readUnavailable(rows: readonly Row[], find: Find, report: Report): FileUnavailable[] {
  return rows.map((row) => {
    if (row.has('participant') === row.has('interpreter'))
      report(
        problemAt(row.place('participant'), 'meetings.file_one_of_two', {
          one: row.place('participant').column,
          other: row.place('interpreter').column,
        }),
      );
    const spanned = row.has('date') || row.has('start') || row.has('end');
    if (row.has('slot') === spanned)
      report(problemAt(row.place('slot'), 'meetings.file_one_of_two', { one: row.place('slot').column, other: row.place('date').column }));
    const away: FileAway = row.has('slot')
      ? { kind: 'slot', slot: row.count('slot', 0) }
      : { kind: 'span', date: row.day('date'), start: row.clock('start'), end: row.clock('end') };
    const who = row.has('interpreter')
      ? ({ kind: 'interpreter', name: row.text('interpreter') } as const)
      : ({ kind: 'participant', code: find(row.text('participant')) } as const);
    return { who, away, reason: row.text('reason') };
  });
}

/** The requests of a row: who and whom as code or name, several where a cell names several; a wish unless said otherwise. */
export function readRequestsOf(row: Row, find: Find, isKnown: (text: string) => boolean): readonly UnnumberedRequest[] {
  const said = {
    wish: row.word('wish', wishWords, 'want'),
    session: sessionOf(row),
    note: row.text('note'),
    meeting: row.numberOrNull('meeting'),
  };
  const [from, to] = (['from', 'to'] as const).map((field) => severalIn(row.text(field), isKnown).map(find));
  return (from ?? []).flatMap((one) => (to ?? []).map((other) => ({ from: one, to: other, ...said })));
}

/** Orders of meetings. */
export const readOrders = (rows: readonly Row[]): FileOrder[] =>
  rows.map((row) => ({ earlier: row.count('earlier', 0), later: row.count('later', 0) }));
