// Takes the facts of an edition out of recognised sheets, with the place of every fact and all that cannot be read.
import type { Problem } from '#kernel/result.ts';
import type { Sheet } from '#platform/files/sheets.ts';
import { numberMeetings, type EditionFile, type EditionParts, type FileTableName } from '../../domain/file/edition-file.ts';
import { ownPlaces, problemAt, type FilePlaces } from '../../domain/file/problems.ts';
import { fileLimits } from '../../domain/file/rules.ts';
import {
  readAddedParticipants,
  readEdition,
  readGroups,
  readInterpreters,
  readOrders,
  readParticipants,
  readSlots,
  readStands,
  readTablesOfHall,
  readUnavailable,
  readRequest,
} from './read-rows.ts';
import { participantFinder } from './people.ts';
import { recognise, type Ignored } from './recognise.ts';
import { placeIn, reportOverhang, rowOf, type Row } from './row.ts';

export interface TablesRead {
  readonly parts: EditionParts;
  readonly places: FilePlaces;
  readonly ignored: readonly Ignored[];
  /** What could not be read; nothing may be imported while there is any. */
  readonly problems: readonly Problem[];
}

/** What the sheets are read against: the edition's facts so far, and whether a row may not be longer than its headings. */
export interface TablesContext {
  readonly existing: EditionFile;
  readonly separatedText: boolean;
  /** Whether participants are added to those on record, or take their place. */
  readonly adding: boolean;
}

/** Reads every sheet; a table that no sheet holds is absent from the parts. */
export function readTables(sheets: readonly Sheet[], context: TablesContext): TablesRead {
  const found = recognise(sheets);
  const problems: Problem[] = [...found.problems];
  const report = (problem: Problem): void => {
    if (problems.length < fileLimits.problems) problems.push(problem);
  };
  if (context.separatedText) for (const sheet of found.sheets) reportOverhang(sheet, report);
  const rows = new Map<FileTableName, Row[]>();
  for (const sheet of found.sheets) {
    const kept = rows.get(sheet.layout.table) ?? [];
    for (const source of sheet.rows) kept.push(rowOf(sheet, source, report));
    rows.set(sheet.layout.table, kept);
  }
  const parts = partsOf(rows, context, report);
  const fixedRows = (rows.get('requests') ?? []).filter((row) => row.has('fixedSlot'));
  const places: FilePlaces = (table, index, field) => {
    const row = table === 'fixed' ? fixedRows[index] : rows.get(table)?.[index];
    if (row === undefined) return ownPlaces(table, index, field);
    return placeIn(row.sheet, row.number, FIELD_IN_SHEET[`${table}.${field}`] ?? field);
  };
  return { parts, places, ignored: found.ignored, problems };
}

/** Fields of facts that stand in a column of another name. */
const FIELD_IN_SHEET: Readonly<Record<string, string>> = {
  'unavailable.who': 'participant',
  'fixed.slot': 'fixedSlot',
  'fixed.meeting': 'meeting',
};

type Report = (problem: Problem) => void;

function partsOf(rows: ReadonlyMap<FileTableName, readonly Row[]>, { existing, adding }: TablesContext, report: Report): EditionParts {
  const parts: { -readonly [Table in keyof EditionFile]?: EditionFile[Table] } = {};
  const read = <Table extends keyof EditionFile>(table: Table, reader: (rows: readonly Row[]) => EditionFile[Table]): void => {
    const own = rows.get(table);
    if (own !== undefined) parts[table] = reader(own);
  };
  read('edition', (own) => readEdition(own, report));
  read('slots', readSlots);
  read('tables', readTablesOfHall);
  read('stands', readStands);
  read('groups', readGroups);
  read('participants', (own) => (adding ? readAddedParticipants : readParticipants)(own, existing));
  read('interpreters', readInterpreters);
  const find = adding
    ? finderWhenAdded(existing.participants, parts.participants ?? [], rows.get('participants') ?? [])
    : participantFinder(parts.participants ?? existing.participants);
  if (parts.stands !== undefined)
    parts.stands = parts.stands.map(({ lead, ...stand }) => ({ ...stand, lead: lead === null ? null : find(lead) }));
  read('unavailable', (own) => readUnavailable(own, find, report));
  const asked = rows.get('requests');
  if (asked !== undefined) Object.assign(parts, readRequests(asked, find, report));
  read('orders', readOrders);
  return parts;
}

/** Who a cell means where participants are added: first by the codes that the file itself states, then among all. */
function finderWhenAdded(
  existing: EditionFile['participants'],
  added: EditionFile['participants'],
  rows: readonly Row[],
): (text: string) => string {
  const stated = new Map(added.map(({ code }, at) => [rows[at]?.text('code') ?? '', code]));
  const codes = new Set(added.map(({ code }) => code));
  const find = participantFinder([...added, ...existing.filter(({ code }) => !codes.has(code))]);
  return (text) => stated.get(text) ?? find(text);
}

/** Requests with their meetings' numbers, and the slots that the sheet fixes; two slots for one meeting contradict each other. */
function readRequests(rows: readonly Row[], find: (text: string) => string, report: Report): Pick<EditionFile, 'requests' | 'fixed'> {
  const requests = numberMeetings(rows.map((row) => readRequest(row, find)));
  const fixed = new Map<number, number>();
  rows.forEach((row, index) => {
    const slot = row.numberOrNull('fixedSlot');
    const meeting = requests[index]?.meeting ?? null;
    if (slot === null) return;
    if (meeting === null) report(problemAt(row.place('fixedSlot'), 'meetings.file_fixed_without_meeting', { value: slot }));
    else if ((fixed.get(meeting) ?? slot) !== slot)
      report(problemAt(row.place('fixedSlot'), 'meetings.file_fixed_contradicts', { value: slot, meeting }));
    else fixed.set(meeting, slot);
  });
  return { requests, fixed: [...fixed].map(([meeting, slot]) => ({ meeting, slot })).sort((a, b) => a.meeting - b.meeting) };
}
