// Reads the rows of a sheet of outcomes: every cell is understood, asked about, or kept in words. Nothing is dropped.
import { boundsOf, type FlexDate } from '#kernel/flex-date.ts';
import type { Amount, Qualifier } from '#kernel/money.ts';
import { readDate } from '#reading/cells.ts';
import { dayOrderIn, orderFor } from '#reading/day-order.ts';
import type { DayOrder } from '#reading/dates.ts';
import { readPlace } from '#reading/written-places.ts';
import { foldWord } from '#reading/words.ts';
import { isSumRow } from '#reading/sums.ts';
import { saysNothing, withoutTags } from '#reading/written-cells.ts';
import { outcomeKinds, type OutcomeKind } from '../outcome.ts';
import { stages, type Stage } from '../stages.ts';
import { answersOf, RowReading, type SheetAnswer, type SheetQuestion } from './answers.ts';
import { clean, columnsOf, namesIn, shown, type Columns } from './cells.ts';
import type { OutcomeSheet } from './columns.ts';
import { countOf, moneyOf } from './figures.ts';
import { kindOfWord, stageOfWord } from './words.ts';

/** What a row says, as far as it is understood. */
export interface SheetFacts {
  readonly title: string;
  readonly kind: OutcomeKind;
  readonly stage: Stage;
  readonly tieId: string | null;
  readonly parties: readonly { readonly organisationId: string | null; readonly cityId: string | null; readonly name: string | null }[];
  readonly date: FlexDate | null;
  readonly amount: Amount | null;
  readonly qualifier: Qualifier;
  readonly count: string | null;
  readonly countQualifier: Qualifier;
  readonly saidBy: string | null;
  readonly source: string | null;
  readonly note: string | null;
}

export type RowState = 'understood' | 'question' | 'left' | 'sum' | 'heading';

export interface ReadOutcomeRow {
  /** The line in the sheet, as the person sees it. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly state: RowState;
  readonly facts: SheetFacts | null;
  readonly questions: readonly SheetQuestion[];
}

/** What the office knows: cities of its ties with all their names, and organisations by their folded names. */
export interface SheetKnown {
  readonly ties: readonly { readonly tieId: string; readonly names: readonly string[]; readonly country: string | null }[];
  readonly organisations: ReadonlyMap<string, readonly string[]>;
}

export interface HowRead {
  readonly order: DayOrder | null;
  readonly answers: readonly SheetAnswer[];
  /** An ISO day. */
  readonly today: string;
  readonly known: SheetKnown;
}

/** A word of a closed list; a blank one is asked once for all rows. */
function wordOf<T extends string>(
  row: RowReading,
  cell: string,
  { about, read, values }: { readonly about: 'kind' | 'stage'; readonly read: (word: string) => T | null; readonly values: readonly T[] },
): T | null {
  const value = cell === '' ? null : read(cell);
  if (value !== null) return value;
  const asked = { about, of: foldWord(cell), params: { cell: shown(cell) }, choices: values };
  const answer = row.ask({ ...asked, code: cell === '' ? `outcomes.sheet_no_${about}` : `outcomes.sheet_which_${about}` });
  return values.find((one) => one === answer) ?? null;
}

function tieOf(row: RowReading, cell: string, { ties }: SheetKnown): { readonly tieId: string | null; readonly name: string | null } {
  if (cell === '' || saysNothing(cell, 'other')) return { tieId: null, name: null };
  const readings = readPlace(cell).map(({ name, country }) => ({ name: foldWord(name), country }));
  const found = ties.filter(({ names, country }) =>
    readings.some(
      (read) =>
        names.some((name) => foldWord(name) === read.name) && (read.country === null || country === null || read.country === country),
    ),
  );
  const [only] = found;
  if (only !== undefined && found.length === 1) return { tieId: only.tieId, name: null };
  if (ties.length === 0) return { tieId: null, name: cell };
  const choices = (found.length > 1 ? found : ties).map(({ tieId }) => tieId);
  const asked = { about: 'city' as const, of: foldWord(cell), code: 'outcomes.sheet_which_city', params: { cell: shown(cell) } };
  const answer = row.ask({ ...asked, choices: ['name', ...choices], note: cell });
  return { tieId: choices.find((id) => id === answer) ?? null, name: answer === 'name' ? cell : null };
}

function partiesOf(row: RowReading, cells: readonly string[], known: SheetKnown): SheetFacts['parties'] {
  const names = [...new Set(cells.flatMap(namesIn))];
  return names.flatMap((name) => {
    if (name.length > 200) {
      row.ask({
        about: 'organisation',
        of: foldWord(name),
        code: 'outcomes.sheet_name_too_long',
        params: { cell: shown(name) },
        choices: [],
        note: name,
      });
      return [];
    }
    const [first, ...more] = known.organisations.get(foldWord(name)) ?? [];
    if (first === undefined) return [{ organisationId: null, cityId: null, name }];
    if (more.length === 0) return [{ organisationId: first, cityId: null, name: null }];
    const asked = { about: 'organisation' as const, of: foldWord(name), code: 'outcomes.sheet_which_organisation' };
    const answer = row.ask({ ...asked, params: { cell: shown(name) }, choices: ['name', first, ...more] });
    if (answer === null) return [];
    return [answer === 'name' ? { organisationId: null, cityId: null, name } : { organisationId: answer, cityId: null, name: null }];
  });
}

/** A year and a half, in dates that people type for the year to come as well, is far off; what has come about lies behind. */
function dateOf(row: RowReading, cell: string, { order, shownOrder, stage, today }: Dating): FlexDate | null {
  const read = readDate(cell, { ...(orderIn(cell, order, shownOrder) ?? {}) });
  if (read.state === 'blank') return null;
  if (read.state === 'question') {
    const choices = read.choices.filter(({ qualifier }) => qualifier === 'exact').map(({ text }) => text);
    const asked = { about: 'date' as const, of: cell, code: read.code, params: read.params, choices, note: cell };
    const answer = row.ask(asked);
    return answer === null ? null : { text: answer, qualifier: 'exact' };
  }
  const from = boundsOf(read.value).from;
  const hasComeAbout = stage !== 'potential' && stage !== 'intended';
  if (from === null || from <= today || !hasComeAbout) return read.value;
  row.ask({ about: 'date', of: cell, code: 'outcomes.sheet_future_day', params: { date: shown(cell) }, choices: [], note: cell });
  return null;
}

interface Dating {
  readonly order: DayOrder | null;
  readonly shownOrder: DayOrder | null;
  readonly stage: Stage | null;
  readonly today: string;
}

const orderIn = (cell: string, order: DayOrder | null, shownOrder: DayOrder | null): { readonly order: DayOrder } | null => {
  const by = orderFor(cell, order ?? shownOrder, { isShown: order === null });
  return by === null ? null : { order: by };
};

/** A text too long for its field goes to the note as a whole, and the field keeps its beginning. */
const MOST_TITLE = 300;
const MOST_SOURCE = 300;
const MOST_NOTE = 4000;

function readRow(
  line: number,
  columns: Columns,
  { order, answers, today, known, shownOrder }: HowRead & { readonly shownOrder: DayOrder | null },
) {
  const row = new RowReading(answersOf(answers));
  const typed = columns.at('title');
  const organisations = columns.all('organisation');
  const named = typed === '' ? (organisations.flatMap(namesIn)[0] ?? '') : typed;
  const title = named.slice(0, MOST_TITLE);
  if (named.length > MOST_TITLE) row.notes.push(named);
  const of = String(line);
  if (title === '') row.ask({ about: 'row', of, code: 'outcomes.sheet_no_title', choices: [] });
  else if (answersOf(answers)('row', of) === 'leave') row.isLeft = true;
  const kind = wordOf(row, columns.at('kind'), { about: 'kind', read: kindOfWord, values: outcomeKinds });
  const stage = wordOf(row, columns.at('stage'), { about: 'stage', read: stageOfWord, values: stages });
  const { tieId, name } = tieOf(row, columns.at('city'), known);
  const parties = [
    ...partiesOf(row, organisations, known),
    ...(name === null ? [] : [{ organisationId: null, cityId: null, name: name.slice(0, 200) }]),
  ];
  const date = dateOf(row, columns.at('date'), { order, shownOrder, stage, today });
  const { amount, qualifier } = moneyOf(row, columns);
  const counted = countOf(row, columns.at('count'));
  const saidBy = columns.at('said_by');
  const source = columns.at('source');
  const words = [...columns.all('note').map((cell) => withoutTags(cell).trim()), ...columns.extras, ...row.notes];
  if (saidBy.length > 200) words.push(saidBy);
  if (source.length > MOST_SOURCE) words.push(source);
  const note = words.join('\n');
  if (note.length > MOST_NOTE) row.ask({ about: 'row', of, code: 'outcomes.sheet_note_too_long', choices: [] });
  const facts: SheetFacts | null =
    kind === null || stage === null || title === ''
      ? null
      : {
          ...{ title, kind, stage, tieId, parties, date, amount, qualifier: amount === null ? ('exact' as const) : qualifier, ...counted },
          ...{ saidBy: saidBy === '' ? null : saidBy.slice(0, 200), source: source === '' ? null : source.slice(0, MOST_SOURCE) },
          note: note === '' ? null : note,
        };
  return { row, facts };
}

/** Whether one cell alone stands in a wide sheet, as a year or a region does between the rows. */
const isHeading = ({ columns }: OutcomeSheet, cells: readonly string[]): boolean => {
  const filled = cells.filter((cell) => clean(cell) !== '');
  const at = cells.findIndex((cell) => clean(cell) !== '');
  return columns.length > 2 && filled.length === 1 && (columns[at] !== 'title' || /^\D{0,2}\d{4}\D{0,3}$/.test(clean(filled[0] ?? '')));
};

/** Every row in order, none left out. */
export function readSheetRows(sheet: OutcomeSheet, how: HowRead): readonly ReadOutcomeRow[] {
  const dates = sheet.columns.indexOf('date');
  const shownOrder = dates < 0 ? null : (dayOrderIn(sheet.rows.map(({ cells }) => cells[dates] ?? ''))?.order ?? null);
  return sheet.rows.map(({ number, cells }): ReadOutcomeRow => {
    const told = { line: number, cells, facts: null, questions: [] };
    if (isSumRow(cells)) return { ...told, state: 'sum' };
    if (isHeading(sheet, cells)) return { ...told, state: 'heading' };
    const { row, facts } = readRow(number, columnsOf(sheet, cells), { ...how, shownOrder });
    if (row.isLeft) return { ...told, state: 'left' };
    if (row.questions.length > 0 || facts === null) return { ...told, state: 'question', questions: row.questions };
    return { ...told, state: 'understood', facts };
  });
}
