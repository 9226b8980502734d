// Of a hall with hundreds of tables the server is asked only for the part of a grid that is shown; one that fits into a part comes whole with the first question.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dayOf } from '#client/formats.ts';
import { tablesAtOnce } from '#design/plan/table-part.ts';
import { meetingsQueries } from '../client.ts';
import type { Grid, GridCell } from '../edition/answers.ts';
import { spotIn, type CellWords, type Spot } from './board-lines.ts';
import type { PlanOf } from './changes.ts';

/** What is shown: tables from one on, or one time at all of them. */
export type ShownPart = { readonly fromTable: number; readonly tables: number } | { readonly slotId: string };

/** As many tables as may be shown in one part. */
const first: ShownPart = { fromTable: 0, tables: tablesAtOnce * 1.5 };

const numberedIn = ({ places }: Grid): number => places.filter(({ kind }) => kind === 'table').length;

/** Whether a grid holds all that stands in a part. */
export function holds(grid: Grid, shown: ShownPart): boolean {
  const { part } = grid;
  if (part === null) return true;
  if (part.slotId !== null) return 'slotId' in shown && part.slotId === shown.slotId;
  const until = part.fromTable + part.tables;
  if ('slotId' in shown) return part.fromTable === 0 && until >= numberedIn(grid);
  return shown.fromTable >= part.fromTable && shown.fromTable + shown.tables <= until;
}

/** Whether it holds all of the day. */
const isWhole = (grid: Grid): boolean => holds(grid, { fromTable: 0, tables: numberedIn(grid) });

/** The part to ask for, and what to do with the one that a board shows; `whole`: no part will do. */
export function useShownPart(whole: boolean) {
  const [part, setPart] = useState<ShownPart>(first);
  // The first tables have been asked for already.
  const show = (shown: ShownPart): void => setPart('fromTable' in shown && shown.fromTable === 0 ? first : shown);
  return { part: whole ? {} : part, show };
}

interface Sought {
  readonly day?: string;
  readonly meetingId?: string;
}

/** How a grid is asked for: of a draft, or of the schedule in force. */
export const askDraft = (on: PlanOf) => (part: Sought) => meetingsQueries.planGrid.queryOptions({ input: { ...on, ...part } });
export const askSchedule = (editionId: string) => (part: Sought) =>
  meetingsQueries.scheduleGrid.queryOptions({ input: { editionId, ...part } });
type AskGrid = ReturnType<typeof askDraft | typeof askSchedule>;

/** Where a meeting stands that is looked for, with its day: in the grid that is here, else asked for; undefined until it is known, or where it stands nowhere. */
export function useStanding(
  grid: Grid | undefined,
  meetingId: string | null,
  ask: AskGrid,
): { readonly day: string; readonly spot: Spot } | undefined {
  const isHere = grid?.cells.some((cell) => cell.meetingId === meetingId) === true;
  const { data: found } = useQuery({
    ...ask({ meetingId: meetingId ?? '' }),
    enabled: meetingId !== null && grid !== undefined && !isHere,
  });
  const from = isHere ? grid : found;
  const cell = from?.cells.find((one) => one.meetingId === meetingId);
  if (from === undefined || cell === undefined) return undefined;
  return { day: dayOf(from.slots[cell.slot]?.startsAt ?? '', from.edition.timeZone), spot: spotIn(from, cell) };
}

/** A meeting in hand with the grid it was taken from: indexes of a cell point into that grid alone. */
export interface Held {
  readonly cell: GridCell;
  readonly words: CellWords;
}

/** The same with all of its day to choose among; null until it is there. As it was taken where it has gone since. */
export function useWholeDay({ cell, words }: Held, shown: Grid, ask: AskGrid): Held | null {
  const day = dayOf(words.grid.slots[cell.slot]?.startsAt ?? '', words.grid.edition.timeZone);
  const isHere = isWhole(shown);
  const { data } = useQuery({ ...ask({ day }), enabled: !isHere, placeholderData: keepPreviousData, throwOnError: true });
  const whole = isHere ? shown : data;
  if (whole === undefined) return null;
  const again = whole.cells.find(({ meetingId }) => meetingId === cell.meetingId);
  return again === undefined ? { cell, words } : { cell: again, words: { ...words, grid: whole } };
}
