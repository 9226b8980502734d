// Changing cells of the grid, and taking the last changes back.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { api, queries } from '#client/api.ts';
import { troubleOf, type Trouble } from '#client/error.ts';
import type { FlexDate } from '#kernel/flex-date.ts';
import type { GridRow } from '../contract/register.ts';
import type { Status } from '../domain/attributes.ts';

/** A cell with the value it is to have; null empties it. */
export type CellValue =
  | { readonly attribute: 'class' | 'note'; readonly value: string | null }
  | { readonly attribute: 'status'; readonly value: Status | null }
  | { readonly attribute: 'established'; readonly value: FlexDate | null };

/** What we say now in a cell, and which statement says it. */
function ownOf(row: GridRow, attribute: CellValue['attribute']): { readonly cell: CellValue; readonly id: string | null } {
  switch (attribute) {
    case 'class':
      return { cell: { attribute, value: row.classCode.own?.value ?? null }, id: row.classCode.own?.id ?? null };
    case 'status':
      return { cell: { attribute, value: row.status.own?.value ?? null }, id: row.status.own?.id ?? null };
    case 'established':
      return { cell: { attribute, value: row.since.own?.value ?? null }, id: row.since.own?.id ?? null };
    case 'note':
      return { cell: { attribute, value: row.note.own?.value ?? null }, id: row.note.own?.id ?? null };
  }
}

const isSame = (a: CellValue, b: CellValue): boolean => JSON.stringify(a.value) === JSON.stringify(b.value);

interface Done {
  readonly tieId: string;
  readonly before: CellValue;
  readonly statementId: string | null;
}

export interface Cells {
  readonly busy: boolean;
  readonly trouble: Trouble | null;
  /** How many changes can be taken back. */
  readonly undoable: number;
  readonly set: (row: GridRow, cell: CellValue) => Promise<boolean>;
  /** Takes the last change back; rejects with the reason where it cannot. */
  readonly undo: () => Promise<void>;
}

export function useCells(office: string): Cells {
  const queryClient = useQueryClient();
  const done = useRef<Done[]>([]);
  const [state, setState] = useState<{ readonly busy: boolean; readonly trouble: Trouble | null; readonly undoable: number }>({
    busy: false,
    trouble: null,
    undoable: 0,
  });
  const refresh = useCallback(() => queryClient.invalidateQueries({ queryKey: queries().ties.key() }), [queryClient]);
  const set = async (row: GridRow, cell: CellValue): Promise<boolean> => {
    const own = ownOf(row, cell.attribute);
    if (isSame(own.cell, cell)) return true;
    setState((before) => ({ ...before, busy: true, trouble: null }));
    try {
      const { statementId } = await api().ties.setTieCell({ tieId: row.tieId, office, cell, replaces: own.id });
      done.current = [...done.current, { tieId: row.tieId, before: own.cell, statementId }].slice(-100);
      await refresh();
      setState({ busy: false, trouble: null, undoable: done.current.length });
      return true;
    } catch (error) {
      setState((before) => ({ ...before, busy: false, trouble: troubleOf(error) }));
      await refresh();
      return false;
    }
  };
  const undo = async (): Promise<void> => {
    const last = done.current.at(-1);
    if (last === undefined) return;
    await api().ties.setTieCell({ tieId: last.tieId, office, cell: last.before, replaces: last.statementId });
    done.current = done.current.slice(0, -1);
    await refresh();
    setState({ busy: false, trouble: null, undoable: done.current.length });
  };
  return { ...state, set, undo };
}
