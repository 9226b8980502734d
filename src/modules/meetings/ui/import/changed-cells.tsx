// Where a file says otherwise than the edition: old beside new, decided cell by cell or for all at once.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { DataTable } from '#design/data-table.tsx';
import { keyOfCell } from '../../domain/file/changed-cells.ts';
import { layoutOf, writtenWord } from '../../domain/file/layout.ts';
import type { ImportPreview } from '../edition/answers.ts';

type Cell = ImportPreview['cells'][number];
type Choice = 'keep' | 'take';

/** What was decided of each cell; of those that are missing nothing yet. */
export type CellDecisions = ReadonlyMap<string, Choice>;

/** Of which cells nothing was decided yet, of which the edition's own word is kept, and how many requests stay so as they are. */
export function decidedOf(cells: readonly Cell[], decisions: CellDecisions) {
  const keep = cells.filter((cell) => decisions.get(keyOfCell(cell)) === 'keep').map(({ table, row, field }) => ({ table, row, field }));
  // A request that differs in nothing else than what is kept is not changed.
  const ofRequests = [
    ...Map.groupBy(
      cells.filter(({ table }) => table === 'requests'),
      ({ row }) => row,
    ).values(),
  ];
  const requestsKept = ofRequests.filter((own) => own.every((cell) => decisions.get(keyOfCell(cell)) === 'keep')).length;
  return { open: cells.filter((cell) => !decisions.has(keyOfCell(cell))).length, keep, requestsKept };
}

/** Longer lists are shown bit by bit; nobody decides on what is not shown, but for all at once. */
const FEW = 100;

interface ChangedCellsProps {
  readonly cells: readonly Cell[];
  readonly decisions: CellDecisions;
  readonly onDecide: (decisions: CellDecisions) => void;
}

export function ChangedCells({ cells, decisions, onDecide }: ChangedCellsProps) {
  const { t, language } = useText();
  const [shown, setShown] = useState(FEW);
  if (cells.length === 0) return null;
  const decide = (some: readonly Cell[], choice: Choice) =>
    onDecide(new Map([...decisions, ...some.map((cell) => [keyOfCell(cell), choice] as const)]));
  const columnOf = ({ table, field }: Cell): string => {
    const column = (table === 'fixed' ? null : layoutOf(table))?.layout.columns.find((one) => one.field === field);
    return column === undefined ? t(`meetings.table_${table}`) : writtenWord(column.heads, language);
  };
  const rowOf = ({ row, called }: Cell): string =>
    [row, called[language] ?? called['en'] ?? Object.values(called)[0] ?? ''].filter((word) => word !== '').join(' ');
  const written = (value: string): string => (value === '' ? t('meetings.cell_empty') : value);
  return (
    <section className="spaced" aria-labelledby="changed-cells">
      <h3 id="changed-cells">{t('meetings.cells_heading', { count: cells.length })}</h3>
      <p className="note">{t('meetings.cells_note')}</p>
      <DataTable
        caption={t('meetings.cells_heading', { count: cells.length })}
        rows={cells.slice(0, shown)}
        rowKey={keyOfCell}
        rowState={(cell) => (decisions.has(keyOfCell(cell)) ? undefined : 'flag')}
        columns={[
          { key: 'table', head: t('meetings.cells_table'), cell: ({ table }) => t(`meetings.table_${table}`) },
          { key: 'row', head: t('meetings.cells_row'), naming: true, cell: rowOf },
          { key: 'column', head: t('meetings.cells_column'), cell: columnOf },
          { key: 'before', head: t('meetings.cells_before'), cell: ({ before }) => written(before) },
          { key: 'after', head: t('meetings.cells_after'), cell: ({ after }) => <b>{written(after)}</b> },
          {
            key: 'choice',
            head: t('meetings.cells_choice'),
            cell: (cell) => (
              <select
                className="in"
                aria-label={t('meetings.cells_choice_of', { row: rowOf(cell), column: columnOf(cell) })}
                value={decisions.get(keyOfCell(cell)) ?? ''}
                onChange={({ target }) => decide([cell], target.value === 'keep' ? 'keep' : 'take')}
              >
                <option value="" disabled>
                  {t('meetings.cells_open')}
                </option>
                <option value="keep">{t('meetings.cells_keep')}</option>
                <option value="take">{t('meetings.cells_take')}</option>
              </select>
            ),
          },
        ]}
      />
      <Buttons after>
        {cells.length > shown && (
          <Button onPress={() => setShown(shown + FEW)}>{t('design.more_count', { count: cells.length - shown })}</Button>
        )}
        <Button onPress={() => decide(cells, 'take')}>{t('meetings.cells_take_all')}</Button>
        <Button onPress={() => decide(cells, 'keep')}>{t('meetings.cells_keep_all')}</Button>
      </Buttons>
    </section>
  );
}
