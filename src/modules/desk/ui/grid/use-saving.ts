// Cells that are on their way to the server: shown as they will be, and marked.
import { useState } from 'react';
import type { GridRow } from '../../contract/register.ts';
import type { CellAttribute } from '#modules/ties/domain/attributes.ts';
import type { CellValue } from '../../domain/cell-reading.ts';
import { withCell } from './grid-steps.ts';

interface CellOf {
  readonly tieId: string;
  readonly cell: CellValue;
}

const isOf = (tieId: string, attribute: CellAttribute) => (known: CellOf) => known.tieId === tieId && known.cell.attribute === attribute;

export interface Saving {
  readonly busy: boolean;
  /** Shows cells as they will be; answers how to show them as they are again. */
  readonly show: (cells: readonly CellOf[]) => () => void;
  readonly shown: (rows: readonly GridRow[]) => readonly GridRow[];
  readonly isSaving: (tieId: string, attribute: CellAttribute) => boolean;
}

export function useSaving(): Saving {
  const [cells, setCells] = useState<readonly CellOf[]>([]);
  return {
    busy: cells.length > 0,
    show: (added) => {
      setCells((now) => [...now, ...added]);
      return () => setCells((now) => now.filter((cell) => !added.includes(cell)));
    },
    shown: (rows) =>
      cells.length === 0
        ? rows
        : rows.map((row) => cells.filter(({ tieId }) => tieId === row.tieId).reduce((changed, { cell }) => withCell(changed, cell), row)),
    isSaving: (tieId, attribute) => cells.some(isOf(tieId, attribute)),
  };
}
