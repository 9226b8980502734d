// From the bytes of a file to the facts of an edition and back, whatever the format. Works for as long as the file is large:
// the server calls it in a thread of its own, see edition-files.ts.
import type { Language } from '#kernel/language.ts';
import { ok, refuse, refuseInput, type Problem, type Result } from '#kernel/result.ts';
import { decodeText } from '#platform/files/decode-text.ts';
import { readCsv } from '#platform/files/read-csv.ts';
import { readWorkbook } from '#platform/files/read-workbook.ts';
import { refuseFile, sheetLimits } from '#platform/files/sheets.ts';
import { writeCsv } from '#platform/files/write-csv.ts';
import { writeWorkbook } from '#platform/files/write-workbook.ts';
import { readDzn } from '#scheduler/core/dzn/read-dzn.ts';
import { writeDzn } from '#scheduler/core/dzn/write-dzn.ts';
import { checkFile } from '../domain/file/check.ts';
import { withAdded } from '../domain/file/adding.ts';
import { daysAfterReading } from '../domain/file/days.ts';
import { withParts, type EditionFile, type EditionParts, type FileTableName } from '../domain/file/edition-file.ts';
import { sharingNames } from '../domain/file/same-people.ts';
import { ownPlaces, quoted, type FilePlace, type FilePlaces } from '../domain/file/problems.ts';
import { fileLimits } from '../domain/file/rules.ts';
import { combineSheets, separateSheets } from './combined-csv.ts';
import { instanceOfFile, partsOfInstance, type Lost, type PlainDay } from './instance-edition.ts';
import { readTables } from './tables/read-tables.ts';
import type { Ignored } from './tables/recognise.ts';
import { writeTables } from './tables/write-tables.ts';

export type FileFormat = 'xlsx' | 'csv' | 'dzn';

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
}

export interface ReadEdition {
  readonly edition: EditionFile;
  readonly format: FileFormat;
  /** The tables that the file held. */
  readonly tables: readonly FileTableName[];
  readonly ignored: readonly Ignored[];
  /** Companies that the file names more than once, with where: each becomes a participant of its own. */
  readonly doubled: readonly Doubled[];
}

export interface Doubled {
  readonly name: string;
  readonly places: readonly FilePlace[];
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

/** The format that the bytes themselves show; a name alone proves nothing. */
function formatOf(bytes: Uint8Array, fileName: string): FileFormat | 'old-office' {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'xlsx';
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) return 'old-office';
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, 4000));
  return /\.dzn$/i.test(fileName) || /^\s*(%[^\n]*\n\s*)*n\w+\s*=\s*\d+\s*;/.test(opening) ? 'dzn' : 'csv';
}

interface PartsRead {
  readonly parts: EditionParts;
  readonly places: FilePlaces;
  readonly ignored: readonly Ignored[];
  /** What could not be read; the facts hold the value of a blank in its place. */
  readonly problems: readonly Problem[];
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

/** Reads a file of any known format; answers the edition's whole facts with the file's tables in place, or all problems. */
export async function readEditionBytes(input: ReadInput): Promise<Result<ReadEdition>> {
  const { bytes, fileName, existing } = input;
  if (bytes.byteLength === 0) return refuseFile('files.empty');
  if (bytes.byteLength > sheetLimits.fileBytes) {
    return refuse({ kind: 'too_large', code: 'files.too_large', params: { megabytes: Math.round(sheetLimits.fileBytes / 1e6) } });
  }
  const format = formatOf(bytes, fileName);
  if (format === 'old-office') return refuseFile('files.old_workbook');
  if (format === 'csv' && /\.xlsx?$/i.test(fileName)) return refuseFile('files.not_a_workbook');
  const read = format === 'dzn' ? readInstance(input) : await readSheets(input, format);
  if (!read.ok) return read;
  const { parts, places, ignored, problems } = read.value;
  const whole = input.way === 'add' ? withAdded(existing, parts) : withParts(existing, parts);
  const checked = checkFile(
    input.editionOf === 'file' ? whole : { ...whole, edition: { ...existing.edition, ...daysAfterReading(existing, parts) } },
    places,
  );
  if (problems.length > 0) return refuseInput(allProblems(problems, checked.ok ? [] : (checked.refusal.problems ?? [])));
  if (!checked.ok) return checked;
  const tables = (Object.keys(checked.value) as FileTableName[]).filter((table) => parts[table] !== undefined);
  return ok({ edition: checked.value, format, tables, ignored, doubled: doubledIn(parts.participants ?? [], places) });
}

/** So many are told; who has more has read the same list twice. */
const DOUBLED = 20;

const doubledIn = (participants: EditionFile['participants'], places: FilePlaces): Doubled[] =>
  sharingNames(participants)
    .slice(0, DOUBLED)
    .map((group) => ({
      name: quoted(Object.values(participants[group[0] ?? 0]?.name ?? {})[0] ?? ''),
      places: group.slice(0, DOUBLED).map((index) => places('participants', index, 'name')),
    }));

const NO_HEADINGS: ReadonlySet<string> = new Set(['meetings.file_no_known_table', 'meetings.file_heading_missing']);

async function readSheets({ bytes, fileName, existing, way }: ReadInput, format: 'xlsx' | 'csv'): Promise<Result<PartsRead>> {
  const read = format === 'xlsx' ? await readWorkbook(bytes) : readCsv(bytes, fileName);
  if (!read.ok) return read;
  const sheets = 'name' in read.value ? separateSheets(read.value) : read.value;
  const taken = readTables(sheets, { existing, separatedText: format === 'csv', adding: way === 'add' });
  const { problems } = taken;
  // A text of another name in which nothing is a table is no table with wrong headings.
  const noTable = problems.length === 1 && problems[0]?.code === 'meetings.file_no_known_table';
  if (noTable && format === 'csv' && !/\.(csv|tsv)$/i.test(fileName)) return refuseFile('meetings.file_of_unknown_kind');
  // Without its headings a sheet says nothing, and every row would be a problem.
  return problems.some(({ code }) => NO_HEADINGS.has(code)) ? refuseInput(problems) : ok(taken);
}

function readInstance({ bytes, fileName, existing, day }: ReadInput): Result<PartsRead> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const instance = readDzn(decoded.value.text, fileName, fileLimits.rows);
  if (!instance.ok) return instance;
  const parts = partsOfInstance(instance.value, { slots: existing.slots, day });
  return parts.ok ? ok({ parts: parts.value, places: ownPlaces, ignored: [], problems: [] }) : parts;
}

const MEDIA_TYPES: Readonly<Record<FileFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  dzn: 'text/plain; charset=utf-8',
};

/** Writes the facts of an edition in one format; `readEditionBytes` gives the same facts back, save those listed as lost. */
export async function writeEditionBytes({ edition, format, language, table }: WriteInput): Promise<WrittenFile> {
  const file = (bytes: Uint8Array, lost: readonly Lost[] = []): WrittenFile => ({
    bytes,
    mediaType: MEDIA_TYPES[format],
    extension: format,
    lost,
  });
  if (format === 'dzn') {
    const { instance, lost } = instanceOfFile(edition);
    return file(new TextEncoder().encode(writeDzn(instance)), lost);
  }
  const sheets = writeTables(edition, language);
  if (format === 'xlsx') return file(writeWorkbook(sheets.map(({ sheet }) => sheet)));
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
