// Of a hall with hundreds of tables a part is drawn at a time: each table has a cell for every time, and a page holds some thousands of elements.
import { useMemo, useState } from 'react';
import type { PlanLine } from './model.ts';

/** Beyond half as many more the tables are shown in parts of so many, of fewer where there are more times. */
export const tablesAtOnce = 40;
const cellsAtOnce = 2_000;

/** Tables in parts of equal size; what gathers the stands is in every part. `times`: how many cells a table has. */
export function partsOf(tables: readonly PlanLine[], times: number): readonly (readonly PlanLine[])[] {
  const own = tables.filter((line) => line.own === true);
  const numbered = tables.filter((line) => line.own !== true);
  const most = Math.max(5, Math.min(tablesAtOnce, Math.floor(cellsAtOnce / Math.max(1, times))));
  if (numbered.length <= most * 1.5) return [tables];
  const parts = Array.from({ length: Math.ceil(numbered.length / most) }, (_, part) => numbered.slice(part * most, (part + 1) * most));
  return parts.map((part) => [...part, ...own]);
}

/** A part by the first and the last of its tables. */
export function partName(part: readonly PlanLine[]): string {
  const numbered = part.filter((line) => line.own !== true);
  return `${numbered[0]?.label ?? ''}–${numbered.at(-1)?.label ?? ''}`;
}

export interface TablePart {
  readonly parts: readonly (readonly PlanLine[])[];
  readonly part: number;
  readonly shown: readonly PlanLine[];
  readonly pick: (part: number) => void;
}

interface PartAsked {
  readonly times: number;
  /** The key of the table that is chosen. */
  readonly chosen: string | null;
  /** There is one part. */
  readonly whole: boolean;
}

/** The part that is shown: the one picked, until another table is chosen that stands elsewhere. */
export function useTablePart(tables: readonly PlanLine[], { times, chosen, whole }: PartAsked): TablePart {
  const parts = useMemo(() => (whole ? [tables] : partsOf(tables, times)), [tables, times, whole]);
  const [picked, setPicked] = useState<{ readonly part: number; readonly beside: string | null }>({ part: 0, beside: null });
  const ofChosen = parts.findIndex((part) => part.some(({ key }) => key === chosen));
  const isFollowing = chosen !== picked.beside && ofChosen >= 0 && !(parts[picked.part] ?? []).some(({ key }) => key === chosen);
  const part = isFollowing ? ofChosen : picked.part;
  return { parts, part, shown: parts[part] ?? parts[0] ?? tables, pick: (next: number) => setPicked({ part: next, beside: chosen }) };
}
