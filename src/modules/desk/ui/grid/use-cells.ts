// Changing cells of the grid step by step: shown at once, then as the server answers for each cell; steps are taken back and done again.
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { troubleOf } from '#client/error.ts';
import type { Desk, GridRow } from '../../contract/register.ts';
import { deskApi, deskQueries } from '../client.ts';
import { sameCells, settledOf, travelOf, wantedOf, type DoneStep, type Wanted } from './cell-requests.ts';
import { columnOfCell, ownCell, type CellChange, type RefusedText } from './grid-steps.ts';
import { useSaving, type Saving } from './use-saving.ts';

const mostSteps = 100;

export interface Cells extends Omit<Saving, 'show'> {
  /** Texts that did not go into their cells, until they are put right or dismissed. */
  readonly refused: readonly RefusedText[];
  readonly undoable: number;
  readonly redoable: number;
  /** Changes cells as one step, said in a source (our records of today where none is named); answers how many were changed. */
  readonly change: (changes: readonly CellChange[], refused?: readonly RefusedText[], sourceId?: string) => Promise<number>;
  /** The step that would be taken back now, whatever was drawn last: to tell it from another. */
  readonly lastStep: () => unknown;
  /** Takes the last step back, or does it again; answers how many cells that changed, null where there is none. */
  readonly undo: () => Promise<number | null>;
  readonly redo: () => Promise<number | null>;
  readonly dismiss: () => void;
}

/** Asks for all cells at once; a call that fails refuses each of them. */
async function ask(office: string, wanted: readonly Wanted[], sourceId: string | undefined): Promise<Parameters<typeof settledOf>[1]> {
  if (wanted.length === 0) return [];
  try {
    const cells = wanted.map(({ request }) => request);
    return (await deskApi.setTieCells({ officeId: office, cells, ...(sourceId === undefined ? {} : { sourceId }) })).cells;
  } catch (error) {
    const { code } = troubleOf(error);
    return wanted.map(() => ({ statementId: null, refused: code }));
  }
}

const isAsked =
  (wanted: readonly Wanted[]) =>
  ({ row: of, column }: RefusedText): boolean =>
    wanted.some(({ row, shown }) => row.tieId === of?.tieId && columnOfCell(shown) === column);

/** Sends cells and keeps what was refused; steps go one after the other, each begins with what the last one left. */
function useSending(office: string) {
  const queryClient = useQueryClient();
  const { show, ...saving } = useSaving();
  const [refused, setRefused] = useState<readonly RefusedText[]>([]);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  // Statements that this page has entered: they replace what was seen without anybody having come between.
  const ours = useRef(new Set<string | null>());
  const send = async (wanted: readonly Wanted[], sourceId?: string): Promise<DoneStep> => {
    const answers = await ask(office, wanted, sourceId);
    for (const { statementId } of answers) ours.current.add(statementId);
    const settled = settledOf(wanted, answers);
    if (wanted.length > 0) await queryClient.invalidateQueries();
    const asked = isAsked(wanted);
    setRefused((now) => [...now.filter((one) => !asked(one)), ...settled.refused]);
    return settled.step;
  };
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const turn = last.current.then(act, act);
    last.current = turn.catch(() => undefined);
    return turn;
  };
  return { saving, show, refused, setRefused, send, inTurn, ours: ours.current };
}

export function useCells({ office, today }: Pick<Desk, 'office' | 'today'>): Cells {
  const queryClient = useQueryClient();
  const { queryKey } = deskQueries.openDesk.queryOptions({ input: { officeId: office, today } });
  const { saving, show, refused, setRefused, send, inTurn, ours } = useSending(office);
  const history = useRef<{ readonly done: readonly DoneStep[]; readonly undone: readonly DoneStep[] }>({ done: [], undone: [] });
  const [counts, setCounts] = useState({ undoable: 0, redoable: 0 });
  const keep = (done: readonly DoneStep[], undone: readonly DoneStep[]): void => {
    const full = (step: DoneStep): boolean => step.length > 0;
    history.current = { done: done.filter(full).slice(-mostSteps), undone: undone.filter(full) };
    setCounts({ undoable: history.current.done.length, redoable: history.current.undone.length });
  };
  const rowsNow = (): readonly GridRow[] => queryClient.getQueryData<Desk>(queryKey)?.rows ?? [];
  const latest = (row: GridRow): GridRow => rowsNow().find(({ tieId }) => tieId === row.tieId) ?? row;
  const sendShown = async (wanted: readonly Wanted[]): Promise<DoneStep> => {
    const hide = show(wanted.map(({ row, shown }) => ({ tieId: row.tieId, cell: shown })));
    return send(wanted).finally(hide);
  };

  const change: Cells['change'] = async (changes, notUnderstood = [], sourceId) => {
    const hide = show(changes.map(({ row, cell }) => ({ tieId: row.tieId, cell })));
    const isSame = (one: RefusedText) => notUnderstood.some(({ row, column }) => row?.tieId === one.row?.tieId && column === one.column);
    setRefused((now) => [...now.filter((one) => !isSame(one)), ...notUnderstood]);
    const seen = changes.map(({ row, cell }) => ({ row, cell, seen: ownCell(latest(row), cell.attribute) }));
    const sent = inTurn(async () => {
      const step = await send(wantedOf(seen, latest, ours), sourceId);
      keep([...history.current.done, step], step.length > 0 ? [] : history.current.undone);
      return step.length;
    });
    return sent.finally(hide);
  };
  const travel = (isBack: boolean) => (): Promise<number | null> =>
    inTurn(async () => {
      const { done, undone } = history.current;
      const step = (isBack ? done : undone).at(-1);
      if (step === undefined) return null;
      const { wanted, gone } = travelOf(step, rowsNow(), isBack);
      setRefused((now) => [...now, ...gone]);
      const moved = await sendShown(wanted);
      if (isBack) keep(done.slice(0, -1), [...undone, sameCells(step, moved)]);
      else keep([...done, moved], undone.slice(0, -1));
      return moved.length;
    });
  return {
    ...saving,
    ...{ refused, ...counts, change },
    lastStep: () => history.current.done.at(-1),
    undo: travel(true),
    redo: travel(false),
    dismiss: () => setRefused([]),
  };
}
