// What is asked of the server for a step of the grid, and what becomes of the answers.
import type { Answer, Asked } from '../../contract.ts';
import type { GridRow } from '../../contract/register.ts';
import { isSameCell, type CellValue } from '../../domain/cell-reading.ts';
import { columnOfCell, ownCell, type CellChange, type RefusedText } from './grid-steps.ts';

/** A cell that a step has changed: what we said before, by which statement, and what we say since. */
interface Changed {
  readonly tieId: string;
  readonly before: { readonly cell: CellValue; readonly id: string | null };
  readonly after: CellValue;
}
export type DoneStep = readonly Changed[];

/** A cell with what is asked of the server, and what it shows meanwhile. */
export interface Wanted {
  readonly row: GridRow;
  readonly before: Changed['before'];
  readonly shown: CellValue;
  readonly request: Asked<'setTieCells'>['cells'][number];
}

type Answers = Answer<'setTieCells'>['cells'];

/** A cell that somebody changed meanwhile; what was wanted can be asked for again. */
const changedSince = (row: GridRow, wanted: CellValue): RefusedText => ({
  ...{ row, column: columnOfCell(wanted), text: '', code: 'kernel.stale', params: {} },
  choices: wanted.value === null ? [] : [wanted],
});

/**
 * Asks for new values. What is replaced is the statement that was `seen`, or one of `ours` that an earlier step of this page has put in its
 * place since.
 */
export const wantedOf = (
  changes: readonly (CellChange & { readonly seen: Changed['before'] })[],
  latest: (row: GridRow) => GridRow,
  ours: ReadonlySet<string | null>,
): readonly Wanted[] =>
  changes.map(({ row, cell, seen }) => {
    const now = ownCell(latest(row), cell.attribute);
    const before = ours.has(now.id) ? now : seen;
    return { row, before, shown: cell, request: { tieId: row.tieId, cell, replaces: before.id } };
  });

/** Asks for a step back or forth; cells that are no longer as the step left them stay as they are and are `gone`. */
export function travelOf(
  step: DoneStep,
  rows: readonly GridRow[],
  isBack: boolean,
): { readonly wanted: readonly Wanted[]; readonly gone: readonly RefusedText[] } {
  const [wanted, gone]: [Wanted[], RefusedText[]] = [[], []];
  for (const { tieId, before, after } of step) {
    const row = rows.find((known) => known.tieId === tieId);
    if (row === undefined) continue;
    const { attribute } = after;
    const now = ownCell(row, attribute);
    const shown = isBack ? before.cell : after;
    const on = { tieId, replaces: now.id };
    if (!isSameCell(now.cell, isBack ? after : before.cell)) gone.push(changedSince(row, shown));
    else wanted.push({ row, before: now, shown, request: isBack ? { ...on, attribute, restores: before.id } : { ...on, cell: after } });
  }
  return { wanted, gone };
}

/** What of it was done, and what was refused with the code of why. */
export function settledOf(
  wanted: readonly Wanted[],
  answers: Answers,
): { readonly step: DoneStep; readonly refused: readonly RefusedText[] } {
  const codeAt = (at: number): string | null => answers[at]?.refused ?? null;
  return {
    step: wanted.flatMap(({ row, before, shown }, at) => (codeAt(at) === null ? [{ tieId: row.tieId, before, after: shown }] : [])),
    refused: wanted.flatMap(({ row, shown }, at) => {
      const code = codeAt(at);
      return code === null ? [] : [{ ...changedSince(row, shown), code }];
    }),
  };
}

/** The cells of a step that were moved back, as they can be done again. */
export const sameCells = (step: DoneStep, moved: DoneStep): DoneStep =>
  step.filter(({ tieId, after }) => moved.some((one) => one.tieId === tieId && one.after.attribute === after.attribute));
