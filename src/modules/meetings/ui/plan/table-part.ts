// Of a hall with hundreds of tables a part is drawn at a time: each table has a cell for every time of the day, and a page holds some thousands of elements.
import { useMemo, useState } from 'react';
import type { PlanLine } from '#design/plan/grid.tsx';

/** Beyond half as many more the tables are shown in parts of so many. */
export const tablesAtOnce = 40;

/** Tables in parts of equal size; what gathers the stands is in every part. */
export function partsOf(tables: readonly PlanLine[]): readonly (readonly PlanLine[])[] {
  const own = tables.filter((line) => line.own === true);
  const numbered = tables.filter((line) => line.own !== true);
  if (numbered.length <= tablesAtOnce * 1.5) return [tables];
  const parts = Array.from({ length: Math.ceil(numbered.length / tablesAtOnce) }, (_, part) =>
    numbered.slice(part * tablesAtOnce, (part + 1) * tablesAtOnce),
  );
  return parts.map((part) => [...part, ...own]);
}

/** A part by the first and the last of its tables. */
export function partName(part: readonly PlanLine[]): string {
  const numbered = part.filter((line) => line.own !== true);
  return `${numbered[0]?.label ?? ''}–${numbered.at(-1)?.label ?? ''}`;
}

/** The part that is shown: the one picked, until another table is chosen that stands elsewhere. `chosen`: the key of its table; `whole`: there is one part. */
export function useTablePart(tables: readonly PlanLine[], { chosen, whole }: { readonly chosen: string | null; readonly whole: boolean }) {
  const parts = useMemo(() => (whole ? [tables] : partsOf(tables)), [tables, whole]);
  const [picked, setPicked] = useState<{ readonly part: number; readonly beside: string | null }>({ part: 0, beside: null });
  const ofChosen = parts.findIndex((part) => part.some(({ key }) => key === chosen));
  const isFollowing = chosen !== picked.beside && ofChosen >= 0 && !(parts[picked.part] ?? []).some(({ key }) => key === chosen);
  const part = isFollowing ? ofChosen : picked.part;
  return { parts, part, shown: parts[part] ?? parts[0] ?? tables, pick: (next: number) => setPicked({ part: next, beside: chosen }) };
}
