// From the bytes of a file of ties to what it says, whatever the format. Works for as long as the file is large: the server calls it in
// a thread of its own, see reference-files.ts.
import { ok, type Result } from '#kernel/result.ts';
import { decodeText } from '#platform/files/decode-text.ts';
import { readSheets, type FileBytes } from '#platform/files/read-sheets.ts';
import { columnLetters, refuseFile, sheetLimits, sheetOfTable, type Sheet, type SheetLimits } from '#platform/files/sheets.ts';
import { guessMapping, rowsAboveHeads, sampleRows } from '../domain/guess-mapping.ts';
import type { Mapping } from '../domain/mapping.ts';
import { readTable, type Labels, type TableRow } from '../domain/read-table.ts';
import type { WrittenSet } from '../domain/written.ts';
import type { Json } from './json.ts';
import { readLabels } from './read-labels.ts';
import { holdsResults, readResults } from './sparql-results.ts';
import { holdsEntities, readEntities } from './wikidata-entities.ts';

export const setFormats = ['csv', 'xlsx', 'sparql', 'entities'] as const;
export type SetFormat = (typeof setFormats)[number];

/** Many times the largest list of ties there is; a million rows are refused at the row where they become too many. */
const limits: SheetLimits = { ...sheetLimits, rows: 200_000 };

/** A column as a person sees it: what it is called, its head, a few of its cells. */
export interface HeadColumn {
  readonly column: string;
  readonly head: string | null;
  readonly samples: readonly string[];
}

/** What a file looks like before it is read as ties. */
export interface FileHead {
  readonly format: SetFormat;
  /** Sheets of a workbook, else none. */
  readonly sheets: readonly string[];
  /** None where the format says itself what is what. */
  readonly columns: readonly HeadColumn[];
  /** Rows, heads among them. */
  readonly rows: number;
}

type Opened =
  | { readonly format: 'entities'; readonly json: Json }
  | { readonly format: 'csv' | 'xlsx' | 'sparql'; readonly sheets: readonly NamedRows[] };

interface NamedRows {
  readonly name: string;
  readonly rows: readonly TableRow[];
  readonly columnName: (at: number) => string;
}

/** The rows from their heads on: a title above them is no row of the table. */
function texts({ name, rows }: Sheet): NamedRows {
  const all = rows.map(({ number, cells }) => ({ number, cells: cells.map(String) }));
  return { name, rows: all.slice(rowsAboveHeads(all)), columnName: columnLetters };
}

function openJson(bytes: Uint8Array): Result<Opened> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  let json: Json;
  try {
    json = JSON.parse(decoded.value.text.replace(/^\uFEFF/, ''));
  } catch {
    // The parser has no other way to say that a text is no JSON.
    return refuseFile('reference.json_broken');
  }
  if (holdsEntities(json)) return ok({ format: 'entities', json });
  if (!holdsResults(json)) return refuseFile('reference.json_unknown');
  const read = readResults(json);
  if (!read.ok) return read;
  const { variables, rows } = read.value;
  if (rows.length > limits.rows) return refuseFile('files.too_many_rows', { sheet: '', row: limits.rows, column: 'A', most: limits.rows });
  return ok({ format: 'sparql', sheets: [{ name: '', rows, columnName: (at) => variables[at] ?? '' }] });
}

/** The format that the bytes themselves show; a name alone proves nothing. */
async function openFile(file: FileBytes): Promise<Result<Opened>> {
  const isJson = file.bytes.byteLength <= limits.fileBytes && /^\uFEFF?\s*[[{]/.test(new TextDecoder().decode(file.bytes.subarray(0, 200)));
  if (isJson) return openJson(file.bytes);
  const read = await readSheets(file, limits);
  return read.ok ? ok({ format: read.value.format, sheets: read.value.sheets.map(texts) }) : read;
}

const sheetNamed = (sheets: readonly NamedRows[], name: string | null): NamedRows | undefined =>
  sheets.find((sheet) => sheet.name === name) ?? sheetOfTable(sheets);

const ofEntities: Mapping = {
  ...{ sheet: null, hasHeads: false, columns: [], ownCity: null, directed: true, whole: false, order: null, language: 'en' },
};

export interface HeadRead {
  readonly head: FileHead;
  readonly mapping: Mapping;
}

/** What the file looks like and what its columns are taken for; `sheet` is the workbook's sheet that a person chose. */
export async function readHead(file: FileBytes, sheet: string | null = null): Promise<Result<HeadRead>> {
  const opened = await openFile(file);
  if (!opened.ok) return opened;
  if (opened.value.format === 'entities') {
    const read = readEntities(opened.value.json);
    if (!read.ok) return read;
    return ok({ head: { format: 'entities', sheets: [], columns: [], rows: read.value.rows }, mapping: ofEntities });
  }
  const { format, sheets } = opened.value;
  const chosen = sheetNamed(sheets, sheet);
  const rows = (chosen?.rows ?? []).map(({ cells }) => cells);
  const named = format === 'xlsx' ? (chosen?.name ?? null) : null;
  const guessed = guessMapping(rows, named);
  const mapping = format === 'sparql' ? { ...guessed, hasHeads: true, directed: true, whole: false } : guessed;
  const width = Math.max(0, ...rows.slice(0, sampleRows).map((cells) => cells.length));
  const body = mapping.hasHeads ? rows.slice(1) : rows;
  const columns = Array.from({ length: width }, (_, at) => ({
    column: chosen?.columnName(at) ?? '',
    head: mapping.hasHeads ? (rows[0]?.[at] ?? '').slice(0, 100) : null,
    samples: body
      .slice(0, sampleRows)
      .flatMap((cells) => ((cells[at] ?? '').trim() === '' ? [] : [(cells[at] ?? '').slice(0, 100)]))
      .slice(0, 3),
  }));
  return ok({ head: { format, sheets: format === 'xlsx' ? sheets.map(({ name }) => name) : [], columns, rows: rows.length }, mapping });
}

async function labelsOf(file: FileBytes | null): Promise<Result<Labels>> {
  if (file === null) return ok(new Map());
  const opened = await openFile(file);
  if (!opened.ok) return opened;
  const rows = opened.value.format === 'entities' ? undefined : opened.value.sheets[0]?.rows;
  return rows === undefined ? refuseFile('reference.names_without_numbers') : readLabels(rows);
}

/** A query answers a tie once for each value of everything it asks besides: the same said again is no second row. */
function onceEach(set: WrittenSet): WrittenSet {
  const seen = new Set<string>();
  const ties = set.ties.filter(({ a, b, said }) => {
    const key = JSON.stringify([a, b, said]);
    return !seen.has(key) && seen.add(key);
  });
  return { ...set, ties };
}

/** Reads the file as its mapping says, with the labels of a second one. Refuses files that are none of the known formats. */
export async function readSet(file: FileBytes, names: FileBytes | null, mapping: Mapping): Promise<Result<WrittenSet>> {
  const opened = await openFile(file);
  if (!opened.ok) return opened;
  if (opened.value.format === 'entities') return readEntities(opened.value.json);
  const labels = await labelsOf(names);
  if (!labels.ok) return labels;
  const sheet = sheetNamed(opened.value.sheets, mapping.sheet);
  if (sheet === undefined) return refuseFile('files.empty');
  const set = readTable(sheet.rows, mapping, { column: sheet.columnName, labels: labels.value });
  return ok(opened.value.format === 'sparql' ? onceEach(set) : set);
}
