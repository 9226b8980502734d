// Takes the facts of an edition out of recognised sheets, with the place of every fact and all that cannot be read.
import type { Problem } from '#kernel/result.ts';
import type { Sheet } from '#platform/files/sheets.ts';
import { joinedWith } from '../../domain/check-requests.ts';
import {
  numberMeetings,
  type UnnumberedRequest,
  type EditionFile,
  type EditionParts,
  type FileStand,
  type FileTableName,
} from '../../domain/file/edition-file.ts';
import { ownPlaces, problemAt, type FilePlaces } from '../../domain/file/problems.ts';
import { fileLimits } from '../../domain/file/rules.ts';
import { topicKey, topicsAdded } from '../../domain/file/topics.ts';
import {
  readAddedParticipants,
  readEdition,
  readGroups,
  readHalls,
  readInterpreters,
  readOrders,
  readParticipants,
  readRectangles,
  readSlots,
  readStands,
  readTopics,
  topicsMade,
  readTablesOfHall,
  readUnavailable,
  readWalks,
  readRequestsOf,
  readWishesOf,
  saidBefore,
  type CountryLabels,
} from './read-rows.ts';
import { withAway } from './away.ts';
import { readContacts } from './contacts.ts';
import { codeFinder, foldedCode, participantFinder, participantsMeant, type ReadAlike } from './people.ts';
import { recognise, type Ignored, type SetAside, type SheetChoice } from './recognise.ts';
import { placeIn, reportOverhang, rowOf, type Row } from './row.ts';

export interface TablesRead {
  readonly parts: EditionParts;
  readonly places: FilePlaces;
  readonly ignored: readonly Ignored[];
  readonly aside: readonly SetAside[];
  /** Stands that no sheet lists: the numbers in a column made them. */
  readonly madeStands: readonly string[];
  /** Topics that no list holds: the words in a column made them. */
  readonly madeTopics: readonly string[];
  readonly joined: readonly JoinedRow[];
  readonly readAlike: readonly ReadAlike[];
  /** What could not be read; nothing may be imported while there is any. */
  readonly problems: readonly Problem[];
  /** For each sheet how many rows it has, where its heads are, and whether a row of it can be left out by itself. */
  readonly extents: ReadonlyMap<string, SheetExtent>;
}

export interface SheetExtent {
  readonly rows: number;
  readonly headsIn: number;
  readonly mayLeaveOut: boolean;
  /** The column of wishes beside companies: the row stands without what is wrong in it. */
  readonly wishesIn: string | null;
}

/** What the sheets are read against: the edition's facts so far, and whether a row may not be longer than its headings. */
export interface TablesContext {
  readonly existing: EditionFile;
  readonly separatedText: boolean;
  /** Whether participants are added to those on record, or take their place. */
  readonly adding: boolean;
  readonly choices: readonly SheetChoice[];
  /** Rows that are left out, by `rowKey`. */
  readonly without: ReadonlySet<string>;
  /** Columns of rows whose cells are read as blank, by `rowKey`. */
  readonly blank: ReadonlyMap<string, ReadonlySet<string>>;
  readonly labels: CountryLabels;
}

/** One row of one sheet as text. */
export const rowKey = (sheet: string, row: number): string => JSON.stringify([sheet, row]);

/** A timetable and the edition itself are wholes; of everything else a row can be left out. */
const WHOLES: ReadonlySet<FileTableName> = new Set(['edition', 'slots']);

/** Reads every sheet; a table that no sheet holds is absent from the parts. */
export function readTables(sheets: readonly Sheet[], context: TablesContext): TablesRead {
  const found = recognise(sheets, context.choices);
  const problems: Problem[] = [...found.problems];
  const report = (problem: Problem): void => {
    if (problems.length < fileLimits.problems) problems.push(problem);
  };
  if (context.separatedText) for (const sheet of found.sheets) reportOverhang(sheet, report);
  const rows = new Map<FileTableName, Row[]>();
  for (const sheet of found.sheets) {
    const kept = rows.get(sheet.layout.table) ?? [];
    for (const source of sheet.rows) {
      const key = rowKey(sheet.name, source.number);
      if (!context.without.has(key)) kept.push(rowOf(sheet, source, report, context.blank.get(key)));
    }
    rows.set(sheet.layout.table, kept);
  }
  const { parts, contactRows, requestRows, awayRows, ...made } = partsOf(rows, context, report);
  const own: RowsOfTables = {
    fixed: requestRows.filter((row) => row.has('fixedSlot')),
    ...{ contacts: contactRows, requests: requestRows, unavailable: awayRows },
  };
  const places: FilePlaces = (table, index, field) => {
    const row = (own[table] ?? rows.get(table))?.[index];
    if (row === undefined) return ownPlaces(table, index, field);
    const ofCompany = row.sheet.layout.table === 'participants' ? COLUMN_OF_COMPANY[table] : undefined;
    return placeIn(row.sheet, row.number, ofCompany ?? FIELD_IN_SHEET[`${table}.${field}`] ?? field);
  };
  const headsIn = new Map(found.readings.map((reading) => [reading.sheet, reading.headsIn]));
  const extents = new Map(
    found.sheets.map(({ name, layout, columns, rows: own }) => {
      const wishesIn = columns.find(({ field }) => field === 'wishes')?.heading ?? null;
      const mayLeaveOut = !WHOLES.has(layout.table);
      return [name, { rows: own.length, headsIn: headsIn.get(name) ?? 0, mayLeaveOut, wishesIn }] as const;
    }),
  );
  return { parts, places, ignored: found.ignored, aside: found.aside, ...made, problems, extents };
}

type RowsOfTables = Readonly<Partial<Record<FileTableName, readonly (Row | undefined)[]>>>;

/** What a sheet of companies says of other tables, by the column that says it. */
const COLUMN_OF_COMPANY: Readonly<Partial<Record<FileTableName, string>>> = { requests: 'wishes', unavailable: 'away' };

/** Fields of facts that stand in a column of another name. */
const FIELD_IN_SHEET: Readonly<Record<string, string>> = {
  'unavailable.who': 'participant',
  'fixed.slot': 'fixedSlot',
  'fixed.meeting': 'meeting',
};

type Report = (problem: Problem) => void;

interface PartsRead {
  readonly parts: EditionParts;
  readonly madeStands: readonly string[];
  readonly madeTopics: readonly string[];
  readonly contactRows: readonly (Row | undefined)[];
  /** The row of each request: where several said the same, the first. */
  readonly requestRows: readonly Row[];
  readonly awayRows: readonly (Row | undefined)[];
  readonly joined: readonly JoinedRow[];
  readonly readAlike: readonly ReadAlike[];
}

/** A row that says once more whom somebody wants to meet; it was joined to the row `into`. */
export interface JoinedRow {
  readonly sheet: string;
  readonly row: number;
  readonly into: number;
}

/** A request with the row that says it: a row may hold several. */
interface RowOfRequest {
  readonly row: Row;
  readonly request: UnnumberedRequest;
}

interface Joined {
  readonly wishes: readonly RowOfRequest[];
  readonly joined: readonly JoinedRow[];
}

/** The same wish of the same pair in several rows is one, unless a row numbers the meeting it means or fixes its time. */
function joinDoubles(said: readonly RowOfRequest[]): Joined {
  const [wishes, joined]: [RowOfRequest[], JoinedRow[]] = [[], []];
  const first = new Map<string, number>();
  for (const { row, request } of said) {
    const isPlain = request.wish !== 'no' && request.meeting === null && row.numberOrNull('fixedSlot') === null;
    const key = JSON.stringify([request.from, request.to]);
    const at = isPlain ? first.get(key) : undefined;
    const known = at === undefined ? undefined : wishes[at];
    if (at !== undefined && known !== undefined) {
      wishes[at] = { row: known.row, request: joinedWith(known.request, request) };
      joined.push({ sheet: row.sheet.name, row: row.number, into: known.row.number });
      continue;
    }
    if (isPlain) first.set(key, wishes.length);
    wishes.push({ row, request });
  }
  return { wishes, joined };
}

function partsOf(rows: ReadonlyMap<FileTableName, readonly Row[]>, { existing, adding, labels }: TablesContext, report: Report): PartsRead {
  const parts: { -readonly [Table in keyof EditionFile]?: EditionFile[Table] } = {};
  const read = <Table extends keyof EditionFile>(table: Table, reader: (rows: readonly Row[]) => EditionFile[Table]): void => {
    const own = rows.get(table);
    if (own !== undefined) parts[table] = reader(own);
  };
  read('edition', (own) => readEdition(own, report));
  read('slots', readSlots);
  read('tables', readTablesOfHall);
  read('stands', (own) => readStands(own, existing));
  read('halls', readHalls);
  read('walks', readWalks);
  read('rectangles', readRectangles);
  inDrawnHalls(parts);
  read('groups', readGroups);
  read('topics', readTopics);
  const madeTopics = parts.topics === undefined && existing.topics.length === 0 ? topicsMade(rows.get('participants') ?? []) : [];
  if (madeTopics.length > 0) parts.topics = madeTopics;
  const { topics = existing.topics } = parts;
  const cellWords = { labels, topics: adding ? topicsAdded(existing.topics, topics) : topics };
  read('participants', (own) => (adding ? readAddedParticipants : readParticipants)(own, existing, cellWords));
  read('interpreters', (own) => readInterpreters(own, existing, adding));
  const madeStands = placeParticipants(parts, existing);
  const { participants = existing.participants } = parts;
  const present = adding ? [...participants, ...existing.participants] : participants;
  const { codeOf, isKnown, readAlike } = participantsMeant(
    present,
    adding
      ? finderWhenAdded(existing.participants, parts.participants ?? [], rows.get('participants') ?? [])
      : participantFinder(participants),
  );
  if (parts.stands !== undefined)
    parts.stands = parts.stands.map(({ lead, ...stand }) => ({ ...stand, lead: lead === null ? null : codeOf(lead) }));
  const contacts = readContacts(rows, { participants: parts.participants, existing, adding, find: codeOf });
  if (contacts !== null) parts.contacts = contacts.map(({ contact }) => contact);
  read('unavailable', (own) => readUnavailable(own, codeOf, report));
  const people = rows.get('participants') ?? [];
  const listed = rows.get('unavailable') ?? [];
  const away = withAway({ parts, existing, people, listed, adding, report });
  if (away !== null && away.unavailable.length + existing.unavailable.length > 0) parts.unavailable = away.unavailable;
  const asked = rows.get('requests');
  const said = saidBefore(existing.requests, adding);
  const words = { codeOf, isKnown, said };
  const { wishes, joined } = joinDoubles([
    ...(asked ?? []).flatMap((row) => readRequestsOf(row, words).map((request) => ({ row, request }))),
    ...people.flatMap((row, at) => readWishesOf(row, parts.participants?.[at]?.code ?? '', words).map((request) => ({ row, request }))),
  ]);
  if (asked !== undefined || wishes.length > 0) Object.assign(parts, readRequests(wishes, report));
  read('orders', readOrders);
  const contactRows = contacts?.map(({ row }) => row) ?? [];
  return {
    ...{ parts, madeStands, madeTopics: madeTopics.map(topicKey), contactRows, joined, readAlike: readAlike() },
    requestRows: wishes.map(({ row }) => row),
    awayRows: away?.rows ?? listed,
  };
}

/** A stand or table whose row names no hall is in the one in which the same file draws it. */
function inDrawnHalls(parts: { -readonly [Table in keyof EditionFile]?: EditionFile[Table] }): void {
  const drawn = new Map((parts.rectangles ?? []).map(({ kind, code, hall }) => [`${kind} ${code ?? ''}`, hall]));
  const inHall = <R extends { readonly hall: string }>(row: R, key: string): R =>
    row.hall === '' ? { ...row, hall: drawn.get(key) ?? '' } : row;
  if (parts.stands !== undefined) parts.stands = parts.stands.map((stand) => inHall(stand, `stand ${stand.code}`));
  if (parts.tables !== undefined) parts.tables = parts.tables.map((table) => inHall(table, `table ${table.number}`));
}

/** Writes groups and stands of participants as they are called; a stand that stands in no list is made where the file has none of stands. */
function placeParticipants(
  parts: { -readonly [Table in keyof EditionFile]?: EditionFile[Table] },
  existing: EditionFile,
): readonly string[] {
  const { participants, groups = existing.groups, stands: listed } = parts;
  if (participants === undefined) return [];
  const groupOf = codeFinder([...existing.groups, ...groups].map(({ code }) => code));
  const known = new Set([...existing.stands, ...(listed ?? [])].map(({ code }) => code));
  const knownOf = codeFinder(known);
  const made = new Map<string, FileStand>();
  parts.participants = participants.map((one) => {
    const group = one.group === null ? null : groupOf(one.group);
    const stand = one.stand === null ? null : knownOf(one.stand);
    if (stand === null || known.has(stand) || listed !== undefined || stand.length > fileLimits.code) return { ...one, group, stand };
    const before = made.get(foldedCode(stand));
    const seats = one.meetsAt === 'stand' ? 1 : (before?.seats ?? 0);
    const code = before?.code ?? stand;
    made.set(foldedCode(stand), { code, hall: '', seats, closedSlots: [], lead: null, area: null });
    return { ...one, group, stand: code };
  });
  const stands = [...made.values()];
  if (stands.length > 0) parts.stands = [...existing.stands, ...stands];
  return stands.map(({ code }) => code);
}

/** Who a cell means where participants are added: first by the codes that the file itself states, then among all. */
function finderWhenAdded(
  existing: EditionFile['participants'],
  added: EditionFile['participants'],
  rows: readonly Row[],
): (text: string) => string {
  const stated = new Map(added.map(({ code }, at) => [rows[at]?.code('code') ?? '', code]));
  // Who has no code is meant by no empty cell.
  stated.delete('');
  const codes = new Set(added.map(({ code }) => code));
  const find = participantFinder([...added, ...existing.filter(({ code }) => !codes.has(code))]);
  const statedCode = codeFinder(stated.keys());
  return (text) => stated.get(statedCode(text)) ?? find(text);
}

/** Requests with their meetings' numbers, and the slots where the sheet has a column of them; two slots for one meeting contradict each other. */
function readRequests(wishes: readonly RowOfRequest[], report: Report): Pick<EditionParts, 'requests' | 'fixed'> {
  const requests = numberMeetings(wishes.map(({ request }) => request));
  const fixed = new Map<number, number>();
  wishes.forEach(({ row }, index) => {
    const slot = row.numberOrNull('fixedSlot');
    const meeting = requests[index]?.meeting ?? null;
    if (slot === null) return;
    if (meeting === null) report(problemAt(row.place('fixedSlot'), 'meetings.file_fixed_without_meeting', { value: slot }));
    else if ((fixed.get(meeting) ?? slot) !== slot)
      report(problemAt(row.place('fixedSlot'), 'meetings.file_fixed_contradicts', { value: slot, meeting }));
    else fixed.set(meeting, slot);
  });
  const saysSlots = wishes.some(({ row }) => row.says('fixedSlot'));
  return {
    requests,
    ...(saysSlots ? { fixed: [...fixed].map(([meeting, slot]) => ({ meeting, slot })).sort((a, b) => a.meeting - b.meeting) } : {}),
  };
}
