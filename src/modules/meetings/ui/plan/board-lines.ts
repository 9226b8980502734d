// Turns a grid as the API sends it into the lines and cells of the working plan.
import type { TFunction } from 'i18next';
import type { Formats } from '#client/formats.ts';
import type { PlanCell, PlanLine } from '#design/plan/grid.tsx';
import type { MultilingualText } from '#kernel/language.ts';
import { shortestPause } from '../../domain/pauses.ts';
import type { Grid, GridCell } from '../edition/answers.ts';

/** The column that gathers all stands: a stand is nobody else's table. */
export const OWN = 'own';

/** A cell of the grid: one time at one table. */
export interface Spot {
  readonly time: string;
  readonly table: string;
}

export interface Board {
  readonly times: readonly PlanLine[];
  readonly tables: readonly PlanLine[];
  /** The meetings at a spot; several at stands or at tables with more than one seat. */
  readonly meetingsAt: (spot: Spot) => readonly GridCell[];
  readonly shutAt: (spot: Spot) => boolean;
  readonly spotOf: (cell: GridCell) => Spot;
}

const keyOf = ({ time, table }: Spot): string => `${time} ${table}`;

/** Times as lines, with breaks between them and the name of each day where there are several. */
function linesOf(grid: Grid, formats: Formats, t: TFunction): readonly PlanLine[] {
  const zone = grid.edition.timeZone;
  const several = new Set(grid.slots.map((slot) => formats.date(slot.startsAt, zone, 'table'))).size > 1;
  return grid.slots.flatMap((slot, at) => {
    const before = grid.slots[at - 1];
    const day = formats.date(slot.startsAt, zone, 'day');
    const newDay = before === undefined || formats.date(before.startsAt, zone, 'day') !== day;
    const label = formats.time(slot.startsAt, zone);
    const line: PlanLine = { key: slot.id, label, rule: label.endsWith(':00'), ...(several && newDay ? { day } : {}) };
    if (newDay || Date.parse(slot.startsAt) - Date.parse(before.endsAt) < shortestPause) return [line];
    const pause: PlanLine = {
      key: `break ${slot.id}`,
      label: formats.time(before.endsAt, zone),
      closed: t('meetings.break_until', { time: label }),
    };
    return [pause, line];
  });
}

function tablesOf(grid: Grid, t: TFunction, listed: boolean): readonly PlanLine[] {
  const tables = grid.places.filter(({ kind }) => kind === 'table').map(({ id, code }) => ({ key: id, label: code }));
  return tables.length === grid.places.length
    ? tables
    : [...tables, { key: OWN, label: t(listed ? 'meetings.stand' : 'meetings.at_stand'), own: true }];
}

const tableKey = (grid: Grid, place: number): string => (grid.places[place]?.kind === 'stand' ? OWN : (grid.places[place]?.id ?? ''));

/** Where a meeting of a grid stands. */
export const spotIn = (grid: Grid, { slot, place }: GridCell): Spot => ({ time: grid.slots[slot]?.id ?? '', table: tableKey(grid, place) });

/** `listed`: for the list on a phone, whose labels are short. */
export function boardOf(grid: Grid, formats: Formats, t: TFunction, listed: boolean): Board {
  const spotOf = (cell: GridCell): Spot => spotIn(grid, cell);
  const cells = Map.groupBy(grid.cells, (cell) => keyOf(spotOf(cell)));
  const shut = new Set(
    grid.shut.map(({ slot, place }) => keyOf({ time: grid.slots[slot]?.id ?? '', table: grid.places[place]?.id ?? '' })),
  );
  return {
    times: linesOf(grid, formats, t),
    tables: tablesOf(grid, t, listed),
    meetingsAt: (spot) => cells.get(keyOf(spot)) ?? [],
    shutAt: (spot) => shut.has(keyOf(spot)),
    spotOf,
  };
}

const codeAt = (grid: Grid, participant: number): string => grid.participants[participant]?.code ?? '?';

/** E17 B12 */
export const codesOf = (grid: Grid, cell: GridCell): string => `${codeAt(grid, cell.a)} ${codeAt(grid, cell.b)}`;

const sidesOf = ({ grid, name }: CellWords, { a, b }: GridCell): NonNullable<PlanCell['sides']> =>
  [a, b].flatMap((at) => {
    const side = grid.participants[at];
    return side === undefined ? [] : [{ code: side.code, name: name(side.name) }];
  });

export interface CellWords {
  readonly grid: Grid;
  readonly formats: Formats;
  readonly t: TFunction;
  readonly name: (name: MultilingualText) => string;
}

/** 10:30, table 6; with the day where there are several. */
export function whereOf({ grid, formats, t }: Omit<CellWords, 'name'>, cell: Pick<GridCell, 'slot' | 'place'>): string {
  const [slot, place] = [grid.slots[cell.slot], grid.places[cell.place]];
  if (slot === undefined || place === undefined) return '';
  const zone = grid.edition.timeZone;
  const time = grid.days.length > 1 ? formats.dateTime(slot.startsAt, zone, 'short') : formats.time(slot.startsAt, zone);
  return place.kind === 'table'
    ? t('meetings.at_table', { time, table: place.code })
    : t('meetings.at_the_stand', { time, stand: place.code });
}

/** Quillwort Seeds (E17) with Huating Mills (B12) */
export function whoOf({ grid, t, name }: CellWords, cell: GridCell): string {
  const [a, b] = [grid.participants[cell.a], grid.participants[cell.b]];
  if (a === undefined || b === undefined) return '';
  return t('meetings.a_with_b', { a: name(a.name), codeA: a.code, b: name(b.name), codeB: b.code });
}

/** That a meeting of the schedule was held in the live queue before its time. */
const metWords = ({ grid, formats, t }: Omit<CellWords, 'name'>, { metAt }: GridCell): readonly string[] =>
  metAt === undefined ? [] : [t('meetings.met_in_queue', { time: formats.time(metAt, grid.edition.timeZone) })];

/** What stands in a cell of the plan; undefined where nothing does. `listed`: time and place are told already; `named`: with the names of both sides. */
export function planCell(
  words: CellWords,
  board: Board,
  spot: Spot,
  { listed, named }: { readonly listed: boolean; readonly named: boolean },
): PlanCell | undefined {
  const meetings = board.meetingsAt(spot);
  if (meetings.length === 0) return board.shutAt(spot) ? { text: [], shut: true } : undefined;
  const hard = meetings.some(({ state }) => state === 'hard');
  const soft = meetings.some(({ state }) => state === 'warning');
  return {
    text: meetings.map((cell) => codesOf(words.grid, cell)),
    ...(named && meetings.length === 1 && meetings[0] !== undefined ? { sides: sidesOf(words, meetings[0]) } : {}),
    label: meetings.map((cell) => [listed ? whoOf(words, cell) : saidOf(words, cell), ...metWords(words, cell)].join('; ')).join('; '),
    ...(meetings.some(({ pinned }) => pinned) ? { pinned: true } : {}),
    ...(hard ? { conflict: 'hard' as const } : soft ? { conflict: 'soft' as const } : {}),
  };
}

const saidOf = (words: CellWords, cell: GridCell): string =>
  words.t('meetings.cell_said', { where: whereOf(words, cell), who: whoOf(words, cell) });
