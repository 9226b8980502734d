// From the bytes of a file to the facts of an edition and back, whatever the format. Works for as long as the file is large:
// the server calls it in a thread of its own, see edition-files.ts.
import { keysOf } from '#kernel/codes.ts';
import type { Language } from '#kernel/language.ts';
import { ok, refuse, refuseInput, type Problem, type Result } from '#kernel/result.ts';
import { decodeText } from '#platform/files/decode-text.ts';
import { refuseFile, type Sheet } from '#platform/files/sheets.ts';
import { writeCsv } from '#platform/files/write-csv.ts';
import { writeWorkbook } from '#platform/files/write-workbook.ts';
import { readDzn } from '#scheduler/core/dzn/read-dzn.ts';
import { writeDzn } from '#scheduler/core/dzn/write-dzn.ts';
import { checkFile } from '../domain/file/check.ts';
import { placesWhenAdded, withAdded } from '../domain/file/adding.ts';
import { daysAfterReading } from '../domain/file/days.ts';
import { withParts } from '../domain/file/replacing.ts';
import { type EditionFile, type EditionParts, type FileContact, type FileTableName } from '../domain/file/edition-file.ts';
import { foldedName, mayBeOne, type SharedBy } from '../domain/file/same-people.ts';
import { ownPlaces, problemAt, quoted, type FilePlace, type FilePlaces } from '../domain/file/problems.ts';
import { fileLimits } from '../domain/file/rules.ts';
import { combineSheets } from './combined-csv.ts';
import { instanceOfFile, partsOfInstance, type Lost, type PlainDay } from './instance-edition.ts';
import { openFile, type FileFormat, type OpenedFile } from './open-file.ts';
import type { CountryLabels } from './tables/read-rows.ts';
import type { ReadAlike } from './tables/people.ts';
import { readTables, rowKey, type TablesContext, type TablesRead, type JoinedRow } from './tables/read-tables.ts';
import { recognise, type Ignored, type SetAside, type SheetChoice, type SheetReading } from './tables/recognise.ts';
import { writeTables } from './tables/write-tables.ts';

export interface ReadInput {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** The edition's facts so far: tables that the file lacks are taken from here. */
  readonly existing: EditionFile;
  /** Whose name and zone count: an import leaves those of the edition as they are, and its days where they hold the file's slots. */
  readonly editionOf: 'file' | 'existing';
  /** Whether the file's tables are added to the edition's, row by row, or take their place. */
  readonly way: 'add' | 'replace';
  /** Times for a file that has none and fits no slots of the edition. */
  readonly day: PlainDay;
  /** What a person says that sheets and columns hold. */
  readonly choices?: readonly SheetChoice[] | undefined;
  /** Whether rows that cannot be read are left out, with those that name them, instead of refusing the file; of a cell that nothing depends on the cell alone. */
  readonly leaveOut?: boolean | undefined;
  /** Rows that are left out whatever they say. */
  readonly leaveRows?: readonly { readonly sheet: string; readonly row: number }[] | undefined;
  /** What the naming policy calls countries and regions. */
  readonly labels?: CountryLabels | undefined;
}

export interface ReadEdition {
  readonly edition: EditionFile;
  readonly format: FileFormat;
  /** The tables that the file held. */
  readonly tables: readonly FileTableName[];
  readonly ignored: readonly Ignored[];
  readonly aside: readonly SetAside[];
  readonly madeStands: readonly string[];
  readonly madeTopics: readonly string[];
  /** Rows that say the same wish once more. */
  readonly joined: readonly JoinedRow[];
  /** Names that were read as those of participants who write them otherwise. */
  readonly readAlike: readonly ReadAlike[];
  /** What was wrong with the rows that are left out. */
  readonly leftOut: readonly Problem[];
  /** What was wrong with cells that are left empty. */
  readonly leftEmpty: readonly Problem[];
  /** The first companies of the file as they were read. */
  readonly companies: readonly CompanyRead[];
  /** Companies that may be one, with where: each becomes a participant of its own. */
  readonly doubled: readonly Doubled[];
}

/** What was understood of a row, with the person who stands in it. */
export interface CompanyRead extends Pick<EditionFile['participants'][number], 'code' | 'country' | 'city' | 'languages'> {
  /** As it is written, in each language. */
  readonly name: string;
  readonly person: Pick<FileContact, 'surname' | 'givenName' | 'phone' | 'email'> | null;
}

export interface Doubled {
  readonly name: string;
  readonly by: readonly SharedBy[];
  readonly places: readonly FilePlace[];
  /** Code and name of those whom the edition has already. */
  readonly held: readonly string[];
}

export interface WriteInput {
  readonly edition: EditionFile;
  readonly format: FileFormat;
  readonly language: Language;
  /** One table alone, for separated text; null is all of them. */
  readonly table: FileTableName | null;
}

export interface WrittenFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly extension: FileFormat;
  /** Facts that the format has no words for. */
  readonly lost: readonly Lost[];
}

/** Of a row that could not be told apart everything else would be guesswork. */
const ROW_UNCLEAR: ReadonlySet<string> = new Set(['meetings.file_one_of_two', 'meetings.file_cell_without_heading']);

/** What could not be read and what does not hold together, all at once: each place once, and nothing that only follows from another. */
function allProblems(unread: readonly Problem[], unsound: readonly Problem[]): Problem[] {
  const rowOf = ({ path: [sheet, row] }: Problem): string => JSON.stringify([sheet, row]);
  const said = new Set(unread.map(({ path }) => JSON.stringify(path)));
  const unclear = new Set(unread.filter(({ code }) => ROW_UNCLEAR.has(code)).map(rowOf));
  const others = unsound.filter((problem) => !said.has(JSON.stringify(problem.path)) && !unclear.has(rowOf(problem)));
  return [...unread, ...others].slice(0, fileLimits.problems);
}

/** What is wrong with heads, and with a table as a whole. */
const OF_HEADS: ReadonlySet<string> = new Set([
  ...['meetings.file_no_known_table', 'meetings.file_heading_missing', 'meetings.file_heading_doubled'],
  ...['meetings.file_meaning_unknown', 'meetings.file_sheet_unknown'],
]);
const OF_TABLES: ReadonlySet<string> = new Set([...OF_HEADS, 'meetings.file_too_many_rows', 'meetings.file_cell_without_heading']);

/** How sheets and their columns are read. */
export const lookAtSheets = (sheets: readonly Sheet[], choices: readonly SheetChoice[] = []): readonly SheetReading[] =>
  recognise(sheets, choices).readings;

/** A file's tables as facts, with what is wrong of them by itself and in the edition. */
interface Judged {
  readonly edition: EditionFile;
  readonly parts: EditionParts;
  readonly read: TablesRead | null;
  readonly places: FilePlaces;
  readonly problems: readonly Problem[];
}

/** `instance`: the parts of a planner's file, which has no sheets. */
function judge(
  { format, sheets }: OpenedFile,
  { existing, way, editionOf, choices = [], labels = new Map() }: ReadInput,
  { instance, without, blank }: { readonly instance: EditionParts | null } & Pick<TablesContext, 'without' | 'blank'>,
): Judged {
  const read =
    instance === null
      ? readTables(sheets, { existing, separatedText: format === 'csv', adding: way === 'add', choices, without, blank, labels })
      : null;
  const parts = instance ?? read?.parts ?? {};
  const places = way === 'add' ? placesWhenAdded(read?.places ?? ownPlaces, existing, parts) : (read?.places ?? ownPlaces);
  // Without its headings a sheet says nothing, and every row would be a problem.
  const headless = read?.problems.filter(({ code }) => OF_HEADS.has(code)) ?? [];
  const whole = way === 'add' ? withAdded(existing, parts) : withParts(existing, parts);
  const edition = editionOf === 'file' ? whole : { ...whole, edition: { ...existing.edition, ...daysAfterReading(existing, parts) } };
  if (headless.length > 0) return { edition, parts, read, places, problems: headless };
  const checked = checkFile(edition, places);
  return { edition, parts, read, places, problems: allProblems(read?.problems ?? [], checked.ok ? [] : (checked.refusal.problems ?? [])) };
}

/** Whether a problem is one of a row that can be left out, and of which one. */
function rowOfProblem({ path: [sheet, row], code }: Problem, read: TablesRead | null): string | null {
  if (typeof sheet !== 'string' || typeof row !== 'number' || OF_TABLES.has(code)) return null;
  const extent = read?.extents.get(sheet);
  return extent?.mayLeaveOut === true && row > extent.headsIn ? rowKey(sheet, row) : null;
}

/** How somebody is reached: their row stands without it. */
const OF_CELLS: ReadonlySet<string> = new Set(['meetings.file_email_invalid', 'meetings.file_phone_invalid']);

/** Whether nothing else is wrong with a row than cells without which it stands, none of which is left empty already. */
const isOfCells = (own: readonly Problem[], read: TablesRead | null, emptied?: ReadonlySet<string>): boolean =>
  own.every(({ code, path: [sheet, , column] }) => {
    const isOfWishes = read?.extents.get(String(sheet))?.wishesIn === column;
    return (isOfWishes || OF_CELLS.has(code)) && emptied?.has(String(column)) !== true;
  });

/** A file of which nothing else is wrong than some rows or cells; they can be left out. */
function refuseRows(
  problems: readonly Problem[],
  byRow: ReadonlyMap<string | null, readonly Problem[]>,
  read: TablesRead | null,
): Result<never> {
  const ofCells = [...byRow.values()].filter((own) => isOfCells(own, read));
  const [rows, cells] = [byRow.size - ofCells.length, ofCells.flat().length];
  const code = rows === 0 ? 'meetings.file_cells_unread' : 'meetings.file_rows_unread';
  return refuse({ kind: 'invalid', code, params: { rows, count: problems.length, ...(cells === 0 ? {} : { cells }) }, problems });
}

/** Sheets whose heads are known, and no row below any: the empty workbook before anybody has filled it in. */
const isBlankForm = (read: TablesRead | null): boolean =>
  read !== null && read.extents.size > 0 && read.problems.length === 0 && [...read.extents.values()].every(({ rows }) => rows === 0);

/** Reads a file of any known format; answers the edition's whole facts with the file's tables in place, or all problems. */
export async function readEditionBytes(input: ReadInput): Promise<Result<ReadEdition>> {
  const opened = await openFile(input);
  if (!opened.ok) return opened;
  const { format } = opened.value;
  const instance = format === 'dzn' ? readInstance(input) : ok(null);
  if (!instance.ok) return instance;
  const leftOut = new Map<string, readonly Problem[]>((input.leaveRows ?? []).map(({ sheet, row }) => [rowKey(sheet, row), []]));
  const blank = new Map<string, Set<string>>();
  const leftEmpty: Problem[] = [];
  for (;;) {
    const { edition, parts, read, places, problems } = judge(opened.value, input, {
      instance: instance.value,
      without: new Set(leftOut.keys()),
      blank,
    });
    const rows = Map.groupBy(problems, (problem) => rowOfProblem(problem, read));
    const misread = columnsMisread(problems, read);
    // A text of another name in which nothing is a table is no table with wrong headings.
    const noTable = problems.length === 1 && problems[0]?.code === 'meetings.file_no_known_table';
    if (noTable && format === 'csv' && !/\.(csv|tsv)$/i.test(input.fileName)) return refuseFile('meetings.file_of_unknown_kind');
    if (isBlankForm(read)) return refuse({ kind: 'invalid', code: 'meetings.file_not_filled_in' });
    if (rows.has(null) || misread !== null) return refuseInput(misread ?? problems);
    if (problems.length === 0) {
      const tables = keysOf(edition).filter((table) => parts[table] !== undefined);
      const { ignored = [], aside = [], madeStands = [], madeTopics = [], joined = [], readAlike = [] } = read ?? {};
      const left = [...leftOut.values()].flat();
      return ok({
        edition,
        format,
        tables,
        ignored,
        aside,
        madeStands,
        madeTopics,
        joined,
        readAlike,
        leftOut: left,
        // Of a row that went after all nothing is left empty.
        leftEmpty: leftEmpty.filter(({ path: [sheet, row] }) => !leftOut.has(rowKey(String(sheet), Number(row)))),
        companies: companiesIn(edition, parts.participants?.length ?? 0),
        doubled: doubledIn(edition, {
          ofFile: parts.participants?.length ?? 0,
          known: input.way === 'add' ? input.existing : null,
          places,
        }),
      });
    }
    if (input.leaveOut !== true) return refuseRows(problems, rows, read);
    // What is left out may be named by other rows, which are then asked about in their turn.
    for (const [key, own] of rows) {
      if (key === null) continue;
      if (!isOfCells(own, read, blank.get(key))) leftOut.set(key, own);
      else {
        blank.set(key, new Set(own.map(({ path: [, , column] }) => String(column))));
        leftEmpty.push(...own);
      }
    }
  }
}

/** So many are shown before they are imported; a list that is read wrongly shows it in these. */
const COMPANIES = 1000;

function companiesIn({ participants, contacts }: EditionFile, ofFile: number): CompanyRead[] {
  const peopleOf = Map.groupBy(contacts, ({ participant }) => participant);
  return participants.slice(0, Math.min(ofFile, COMPANIES)).map(({ code, name, country, city, languages }) => {
    const [first] = peopleOf.get(code) ?? [];
    const person =
      first === undefined ? null : { surname: first.surname, givenName: first.givenName, phone: first.phone, email: first.email };
    return { code, name: Object.values(name).join(' · '), country, city, languages, person };
  });
}

/** So many are told; who has more has read the same list twice. */
const DOUBLED = 20;

/** Each way in which it is written, once. */
const namesOf = (names: readonly string[]): string =>
  [...new Map(names.toReversed().map((name) => [foldedName(name), name])).values()].toReversed().join(' · ');

interface RowsOf {
  /** How many of the participants are rows of the file: the first ones. */
  readonly ofFile: number;
  /** What the file is added to: of a row that only speaks of somebody there nothing new comes. */
  readonly known: EditionFile | null;
  readonly places: FilePlaces;
}

/** Of rows of the file of which at least one brings a new participant; beside them who is on record already. */
function doubledIn({ participants, contacts }: EditionFile, { ofFile, known, places }: RowsOf): Doubled[] {
  const codes = new Set(known?.participants.map(({ code }) => code));
  const isNew = (index: number): boolean => index < ofFile && !codes.has(participants[index]?.code ?? '');
  const named = (index: number): string => Object.values(participants[index]?.name ?? {})[0] ?? '';
  return mayBeOne(participants, contacts)
    .filter(({ group }) => group.some(isNew))
    .slice(0, DOUBLED)
    .map(({ group, by }) => ({
      name: quoted(namesOf(group.map(named))),
      by,
      places: group
        .filter((index) => index < ofFile)
        .slice(0, DOUBLED)
        .map((index) => places('participants', index, 'name')),
      held: group.filter((index) => index >= ofFile).map((index) => `${participants[index]?.code ?? ''} ${named(index)}`),
    }));
}

/** From so many rows on a column of which most cells cannot be read is taken for what it is not. */
const MANY = 5;
const MOST = 0.8;

/** A wrong heading is one problem, not one in every row: of columns of which most cells cannot be read, one each; null where there is none. */
function columnsMisread(problems: readonly Problem[], read: TablesRead | null): readonly Problem[] | null {
  const byColumn = Map.groupBy(problems, ({ path: [sheet, , column], code }) => JSON.stringify([sheet, column, code]));
  let found = false;
  const told = [...byColumn.values()].flatMap((own) => {
    const [{ path: [sheet, , column] = [], params = {} } = {}] = own;
    const extent = read?.extents.get(String(sheet));
    const rows = Math.min(extent?.rows ?? 0, fileLimits.problems);
    if (extent === undefined || own.length < MANY || own.length < rows * MOST || own.every(({ code }) => OF_TABLES.has(code))) return own;
    found = true;
    const place = { sheet: String(sheet), row: Math.max(1, extent.headsIn), column: String(column) };
    return [problemAt(place, 'meetings.file_column_misread', { count: own.length, value: params['value'] ?? '' })];
  });
  return found ? told : null;
}

function readInstance({ bytes, fileName, existing, day }: ReadInput): Result<EditionParts> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const instance = readDzn(decoded.value.text, fileName, fileLimits.rows);
  if (!instance.ok) return instance;
  return partsOfInstance(instance.value, { slots: existing.slots, day });
}

const MEDIA_TYPES: Readonly<Record<FileFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  dzn: 'text/plain; charset=utf-8',
};

/** The bytes of a format as a file that has lost nothing. */
export const writtenFile = (bytes: Uint8Array, extension: FileFormat): WrittenFile => ({
  bytes,
  mediaType: MEDIA_TYPES[extension],
  extension,
  lost: [],
});

/** The bytes of a workbook as a file. */
export const xlsxFile = (bytes: Uint8Array): WrittenFile => writtenFile(bytes, 'xlsx');

/** Writes the facts of an edition in one format; `readEditionBytes` gives the same facts back, save those listed as lost. */
export async function writeEditionBytes({ edition, format, language, table }: WriteInput): Promise<WrittenFile> {
  const file = (bytes: Uint8Array, lost: readonly Lost[] = []): WrittenFile => ({ ...writtenFile(bytes, format), lost });
  if (format === 'dzn') {
    const { instance, lost } = instanceOfFile(edition);
    return file(new TextEncoder().encode(writeDzn(instance)), lost);
  }
  const sheets = writeTables(edition, language);
  if (format === 'xlsx') return xlsxFile(writeWorkbook(sheets.map(({ sheet }) => sheet)));
  const single = sheets.find((written) => written.table === table)?.sheet;
  return file(
    writeCsv(
      single === undefined
        ? combineSheets(
            sheets.map(({ sheet }) => sheet),
            language,
          )
        : [single.header, ...single.rows],
    ),
  );
}
