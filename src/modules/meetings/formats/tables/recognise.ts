// Finds out which table each sheet of a file holds and what its columns mean, whoever made the file; a person's word goes before.
import { languages } from '#kernel/language.ts';
import type { Problem } from '#kernel/result.ts';
import { columnLetters, filledDown, type Sheet, type SheetRow } from '#platform/files/sheets.ts';
import { isNoteRow, isSumRow } from '#reading/sums.ts';
import { isRunning, kindOfName } from '../../domain/file/heads.ts';
import { layoutOf, layouts, meaningOf, meaningsIn, writtenWord, type SheetKind, type TableLayout } from '../../domain/file/layout.ts';
import { problemAt, quoted } from '../../domain/file/problems.ts';
import { textOf } from './cells.ts';
import { byValues } from './columns-by-values.ts';
import { readHeads, rowOfHeads, type ReadHeads } from './read-heads.ts';

/** Something of the file that no fact was taken from. `column` is null for a whole sheet. */
export interface Ignored {
  readonly sheet: string;
  readonly column: string | null;
}

export interface RecognisedColumn {
  readonly index: number;
  readonly field: string;
  /** Language of the column's texts; null where the heading names none. */
  readonly tag: string | null;
  readonly heading: string;
}

/** A row that is none: the sum of those above, or the heads once more. */
export interface SetAside {
  readonly sheet: string;
  readonly row: number;
  readonly why: 'sum' | 'heads' | 'note';
}

export interface RecognisedSheet {
  readonly name: string;
  readonly layout: TableLayout;
  /** The role that the sheet's name says. */
  readonly role: 'exhibitor' | 'buyer' | null;
  readonly columns: readonly RecognisedColumn[];
  readonly rows: readonly SheetRow[];
  readonly width: number;
}

/** What a person says a sheet holds: its columns by place, in which row its heads are (0: nowhere); left out where it was found well. */
export interface SheetChoice {
  readonly sheet: string;
  readonly holds: SheetKind;
  readonly headsIn?: number | undefined;
  readonly columns: readonly string[];
}

/** How a sheet is read, for whoever looks at it: `headsIn` 0 where it has no heads. */
export interface SheetReading {
  readonly sheet: string;
  readonly holds: SheetKind;
  readonly headsIn: number;
  readonly rows: number;
  readonly columns: readonly { readonly name: string; readonly samples: readonly string[]; readonly meaning: string }[];
}

export interface Recognised {
  readonly sheets: readonly RecognisedSheet[];
  readonly readings: readonly SheetReading[];
  readonly ignored: readonly Ignored[];
  readonly aside: readonly SetAside[];
  readonly problems: readonly Problem[];
}

/** A sheet with the table it is taken for, and its heads. */
interface Taken {
  readonly sheet: Sheet;
  readonly holds: SheetKind;
  readonly heads: ReadHeads | null;
  readonly choice: SheetChoice | undefined;
}

const neededIn = ({ columns }: TableLayout): number => columns.filter(({ needed }) => needed === true).length;

/** The table whose needed heads a sheet has; of several the one with most columns. Names alone are a list of participants only if nothing else is. */
function holdsByHeads(sheet: Sheet, most: readonly TableLayout['table'][] | null): SheetKind | null {
  const fits = layouts
    .filter(({ table }) => most === null || most.includes(table))
    .map((layout) => ({ layout, heads: readHeads(layout, sheet) }))
    .filter(
      ({ layout, heads }) => heads.missing.length === 0 && heads.hits > (most === null ? 1 - Number(layout.table === 'participants') : 1),
    )
    // Of two that name as many columns it is the one that cannot be without them: of *From* and *To* requests, not times away.
    .toSorted((a, b) => b.heads.hits - a.heads.hits || neededIn(b.layout) - neededIn(a.layout));
  return fits[0]?.layout.table ?? null;
}

/** Each sheet with what it holds: as a person says, by its name, by its heads where no sheet with a name holds that table. */
function takenSheets(sheets: readonly Sheet[], choices: readonly SheetChoice[]): readonly Taken[] {
  const said = sheets.map((sheet) => {
    const choice = choices.find((one) => one.sheet === sheet.name);
    const named = choice?.holds ?? kindOfName(sheet.name);
    const layout = named === null ? null : (layoutOf(named)?.layout ?? null);
    // "Requests of buyers" is called by its buyers: its heads say better what it is.
    const isMisnamed = choice === undefined && layout !== null && readHeads(layout, sheet).missing.length > 0;
    return { sheet, choice, named: isMisnamed ? (holdsByHeads(sheet, null) ?? named) : named };
  });
  const held = new Set(said.flatMap(({ named }) => (named === null ? [] : [layoutOf(named)?.layout.table])));
  const free = held.size === 0 ? null : layouts.map(({ table }) => table).filter((table) => !held.has(table));
  return said.map(({ sheet, choice, named }) => {
    const holds = named ?? holdsByHeads(sheet, free) ?? 'ignored';
    const layout = layoutOf(holds)?.layout;
    return { sheet, choice, holds, heads: layout === undefined ? null : readHeads(layout, sheet, choice?.headsIn) };
  });
}

interface Named extends ReadHeads {
  readonly columns: readonly RecognisedColumn[];
  readonly problems: readonly Problem[];
}

/** The columns as a person says them; a meaning that the table does not have is refused. */
function chosenColumns({ sheet, heads, choice }: Taken & { readonly heads: ReadHeads }, layout: TableLayout): Named {
  const known = new Set(languages.flatMap((language) => meaningsIn(layout, language)).map(({ value }) => value));
  const problems: Problem[] = [];
  const columns = (choice?.columns ?? []).flatMap((meaning, index): RecognisedColumn[] => {
    if (meaning === 'ignored' || meaning === '') return [];
    const place = { sheet: sheet.name, row: heads.number, column: columnLetters(index) };
    if (!known.has(meaning)) problems.push(problemAt(place, 'meetings.file_meaning_unknown', { value: quoted(meaning) }));
    const [field = '', tag = null] = meaning.split('.');
    return [{ index, field, tag, heading: heads.texts[index] || columnLetters(index) }];
  });
  const held = new Set(columns.map(({ field }) => field));
  return { ...heads, columns, problems, missing: layout.columns.filter(({ needed, field }) => needed === true && !held.has(field)) };
}

/** The columns by their heads, and by their values where no head says it; the same head twice is a problem. */
function foundColumns({ sheet, heads }: Taken & { readonly heads: ReadHeads }, layout: TableLayout): Named {
  const problems: Problem[] = [];
  const columns: RecognisedColumn[] = [];
  heads.texts.forEach((heading, index) => {
    const found = heads.said[index] ?? null;
    if (found === null) return;
    const { field } = found.column;
    const before = columns.findIndex((column) => column.field === field && column.tag === found.tag);
    const column = { index, field, tag: found.tag, heading };
    const doubled = columns[before];
    if (doubled === undefined) columns.push(column);
    else if (doubled.heading === heading)
      problems.push(
        problemAt({ sheet: sheet.name, row: heads.number, column: columnLetters(index) }, 'meetings.file_heading_doubled', {
          value: quoted(heading),
        }),
      );
    else if (isRunning(doubled.heading)) columns[before] = column;
  });
  const body = sheet.rows.slice(heads.rows);
  const guessed = byValues(layout, body, { heads: heads.texts, columns });
  return {
    ...heads,
    columns: [...columns, ...guessed.map((one) => ({ ...one, heading: heads.texts[one.index] || columnLetters(one.index) }))],
    problems,
  };
}

const samplesOf = (rows: readonly SheetRow[], index: number): readonly string[] =>
  [...new Set(rows.slice(0, 50).map(({ cells }) => textOf(cells[index] ?? '')))]
    .filter((text) => text !== '')
    .slice(0, 3)
    .map(quoted);

/** A sheet that nothing is taken from, with its columns all the same: somebody may say what they are. */
function leftAside({ sheet }: Taken): Recognised {
  const { at, heads } = rowOfHeads(sheet);
  const body = sheet.rows.slice(at + 1);
  const columns = heads.map((name, index) => ({ name, samples: samplesOf(body, index), meaning: 'ignored' }));
  const reading = { sheet: sheet.name, holds: 'ignored' as const, headsIn: sheet.rows[at]?.number ?? 0, rows: body.length, columns };
  return { sheets: [], readings: [reading], ignored: [{ sheet: sheet.name, column: null }], aside: [], problems: [] };
}

function recogniseSheet(taken: Taken): Recognised {
  const { sheet, holds, heads, choice } = taken;
  const known = layoutOf(holds);
  if (known === null || heads === null) return leftAside(taken);
  const { layout, role } = known;
  const name = sheet.name;
  const asked = { ...taken, heads };
  const { columns, problems, missing } =
    choice === undefined || choice.columns.length === 0 ? foundColumns(asked, layout) : chosenColumns(asked, layout);
  const aside: SetAside[] = [];
  const rows = sheet.rows.slice(heads.rows).filter(({ number, cells }) => {
    const texts = cells.map(textOf);
    if (texts.every((text) => text === '')) return false;
    const isAgain = heads.number > 0 && columns.length > 1 && columns.every(({ index, heading }) => texts[index] === heading);
    const why = isAgain ? 'heads' : isSumRow(texts) ? 'sum' : columns.length > 1 && isNoteRow(texts) ? 'note' : null;
    if (why !== null) aside.push({ sheet: name, row: number, why });
    return why === null;
  });
  // A company merged over several rows is one, of which only the first row tells all: the others are asked about.
  const isFilled = (index: number): boolean =>
    layout.table !== 'participants' || !columns.some((one) => one.index === index && (one.field === 'name' || one.field === 'code'));
  const said = filledDown(rows, { merged: sheet.merged ?? [], first: heads.number + 1, isFilled });
  const place = { sheet: name, row: Math.max(1, heads.number) };
  const lacking = missing.map(({ heads: words }) => {
    const column = languages.map((language) => writtenWord(words, language)).join(' / ');
    return problemAt({ ...place, column }, 'meetings.file_heading_missing', {});
  });
  const meaningAt = (index: number): string => {
    const column = columns.find((one) => one.index === index);
    return column === undefined ? 'ignored' : meaningOf(column.field, column.tag);
  };
  const shown = heads.texts.map((text, index) => ({ name: text, samples: samplesOf(rows, index), meaning: meaningAt(index) }));
  return {
    sheets: [{ name, layout, role, columns, rows: said, width: heads.texts.length }],
    readings: [{ sheet: name, holds, headsIn: heads.number, rows: rows.length, columns: shown }],
    ignored: shown.flatMap(({ name: head, meaning, samples }, at) =>
      meaning === 'ignored' && (head !== '' || samples.length > 0)
        ? [{ sheet: name, column: head === '' ? columnLetters(at) : quoted(head) }]
        : [],
    ),
    aside,
    problems: [...problems, ...lacking],
  };
}

/** Two lists that each count from 1 have no codes: of whom a number speaks nobody knows. */
function withoutRunning(sheets: readonly RecognisedSheet[]): readonly RecognisedSheet[] {
  const counting = sheets.filter(({ columns }) => columns.some(({ field, heading }) => field === 'code' && isRunning(heading)));
  if (counting.filter(({ layout }) => layout.table === 'participants').length < 2) return sheets;
  return sheets.map((sheet) =>
    sheet.layout.table === 'participants'
      ? { ...sheet, columns: sheet.columns.filter(({ field, heading }) => field !== 'code' || !isRunning(heading)) }
      : sheet,
  );
}

/** Every sheet with its table and columns. A file of nothing known has one problem. */
export function recognise(sheets: readonly Sheet[], choices: readonly SheetChoice[] = []): Recognised {
  const filled = sheets.filter((sheet) => sheet.rows.length > 0);
  const parts = takenSheets(filled, choices).map(recogniseSheet);
  const found: Recognised = {
    sheets: withoutRunning(parts.flatMap((part) => part.sheets)),
    readings: parts.flatMap((part) => part.readings),
    ignored: parts.flatMap((part) => part.ignored),
    aside: parts.flatMap((part) => part.aside),
    problems: parts.flatMap((part) => part.problems),
  };
  const unknown = choices.filter(({ sheet }) => !filled.some(({ name }) => name === sheet));
  if (unknown.length > 0) {
    const problems = unknown.map(({ sheet }) => problemAt({ sheet, row: 1, column: 'A' }, 'meetings.file_sheet_unknown', {}));
    return { ...found, problems: [...problems, ...found.problems] };
  }
  if (found.sheets.length > 0 || found.problems.length > 0) return found;
  const first = sheets[0]?.name ?? '';
  return { ...found, problems: [problemAt({ sheet: first, row: 1, column: 'A' }, 'meetings.file_no_known_table')] };
}
