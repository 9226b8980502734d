// The working plan: one side times, the other tables, either way round. Moved by arrows, keys and dragging; a list on a phone.
import { memo, useMemo, type DragEvent, type ReactNode } from 'react';
import { useText } from '#client/language.ts';
import { spotOf, useGridFocus, type GridSpot } from '../grid-focus.ts';
import { usePhone } from '../media.ts';
import { Skeleton } from '../notices/waiting.tsx';
import { PlanList } from './list.tsx';
import type { PlanCell, PlanGridProps, PlanLine } from './model.ts';

export type { PlanCell, PlanGridProps, PlanLine };

export function PlanGrid(props: PlanGridProps) {
  if (usePhone()) return <PlanList {...props} />;
  return props.waiting === true ? <Skeleton lines={12} /> : <PlanTable {...props} />;
}

function PlanTable({
  caption,
  named = false,
  times,
  tables,
  turn = 'times-down',
  cellAt,
  onFocus,
  onOpen,
  onKey,
  onMove,
  onLift,
}: PlanGridProps) {
  const { t } = useText();
  const timesDown = turn === 'times-down';
  const rows = timesDown ? times : tables;
  const columns = timesDown ? tables : times;
  const cells = useMemo(() => rows.filter(({ closed }) => closed === undefined || !timesDown), [rows, timesDown]);
  const keysAt = (spot: GridSpot): readonly [string, string] => {
    const [row, column] = [cells[spot.row]?.key ?? '', columns[spot.column]?.key ?? ''];
    return timesDown ? [row, column] : [column, row];
  };
  const { spot, table } = useGridFocus({
    rows: cells.length,
    columns: columns.length,
    ...(onFocus && { onFocus: (at) => onFocus(...keysAt(at)) }),
    ...(onOpen && { onOpen: (at) => onOpen(...keysAt(at)) }),
    ...(onKey && { onKey: (key, at) => onKey(key, ...keysAt(at)) }),
  });
  const drag = useDragging(keysAt, onMove, onLift);
  let row = -1;
  return (
    <div className="planbox" tabIndex={0} role="region" aria-label={t('design.scrolls', { name: caption })}>
      <table
        className={named ? 'plan named' : 'plan'}
        role="grid"
        aria-label={caption}
        {...table}
        {...drag}
        onClick={(event) => openAt(event.target, (at) => onOpen?.(...keysAt(at)))}
        style={{ minInlineSize: `${4 + columns.length * (named ? 3.6 : 3.85)}rem` }}
      >
        <thead>
          <tr>
            <th scope="col" className={timesDown ? 'headcol' : 'headcol named'}>
              {timesDown ? t('design.slot') : t('design.table')}
            </th>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.own === true ? 'own wide' : undefined}>
                {timesDown && column.own !== true && <span className="hidden">{t('design.table')} </span>}
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((line) => {
            const closed = timesDown && line.closed !== undefined;
            if (!closed) row++;
            const at = row;
            return (
              <PlanRowGroup key={line.key} line={line} span={columns.length}>
                {closed ? (
                  <ClosedRow line={line} span={columns.length} />
                ) : (
                  <PlanRow
                    line={line}
                    at={at}
                    columns={columns}
                    focused={spot.row === at ? spot.column : null}
                    timesDown={timesDown}
                    cellAt={cellAt}
                    draggable={onMove !== undefined}
                  />
                )}
              </PlanRowGroup>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const openAt = (target: EventTarget, open: (spot: GridSpot) => void): void => {
  const spot = spotOf(target);
  if (spot !== null) open(spot);
};

function useDragging(
  keysAt: (spot: GridSpot) => readonly [string, string],
  onMove: PlanGridProps['onMove'],
  onLift: PlanGridProps['onLift'],
) {
  if (onMove === undefined) return {};
  const TYPE = 'application/x-hansa-cell';
  return {
    onDragStart: (event: DragEvent) => {
      const spot = spotOf(event.target);
      if (spot === null) return;
      event.dataTransfer.setData(TYPE, keysAt(spot).join('\n'));
      event.dataTransfer.effectAllowed = 'move';
      onLift?.(keysAt(spot));
    },
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes(TYPE) && spotOf(event.target) !== null) event.preventDefault();
    },
    onDragEnd: () => onLift?.(null),
    onDrop: (event: DragEvent) => {
      const [spot, from] = [spotOf(event.target), event.dataTransfer.getData(TYPE)];
      if (spot === null || from === '') return;
      event.preventDefault();
      const [time = '', table = ''] = from.split('\n');
      onMove([time, table], keysAt(spot));
    },
  };
}

function PlanRowGroup({ line, span, children }: { readonly line: PlanLine; readonly span: number; readonly children: ReactNode }) {
  return (
    <>
      {line.day !== undefined && (
        <tr className="dayhead">
          <th scope="rowgroup" colSpan={span + 1}>
            {line.day}
          </th>
        </tr>
      )}
      {children}
    </>
  );
}

function ClosedRow({ line, span }: { readonly line: PlanLine; readonly span: number }) {
  return (
    <tr className="noon">
      <th scope="row">{line.label}</th>
      <td colSpan={span}>{line.closed}</td>
    </tr>
  );
}

interface PlanRowProps {
  readonly line: PlanLine;
  readonly at: number;
  readonly columns: readonly PlanLine[];
  readonly focused: number | null;
  readonly timesDown: boolean;
  readonly cellAt: PlanGridProps['cellAt'];
  readonly draggable: boolean;
}

const PlanRow = memo(function PlanRow({ line, at, columns, focused, timesDown, cellAt, draggable }: PlanRowProps) {
  return (
    <tr className={line.own === true ? 'ownrow' : line.rule === true ? 'hour' : undefined}>
      <th scope="row">{line.label}</th>
      {columns.map((column, c) => {
        const cell =
          column.closed === undefined
            ? timesDown
              ? cellAt(line.key, column.key)
              : cellAt(column.key, line.key)
            : { text: [], shut: true };
        return (
          <PlanTd
            key={column.key}
            cell={cell}
            own={column.own === true}
            spot={`${at},${c}`}
            focusable={focused === c}
            draggable={draggable}
          />
        );
      })}
    </tr>
  );
});

/** E0013 Quillwort Seeds above B0169 Huating Mills. */
function Sides({ of }: { readonly of: NonNullable<PlanCell['sides']> }) {
  return of.map(({ code, name }, at) => (
    <span className="side" key={at}>
      <b>{code}</b> <span>{name}</span>{' '}
    </span>
  ));
}

interface PlanTdProps {
  readonly cell: PlanCell | undefined;
  readonly own: boolean;
  readonly spot: string;
  readonly focusable: boolean;
  readonly draggable: boolean;
}

function PlanTd({ cell, own, spot, focusable, draggable }: PlanTdProps) {
  const { t } = useText();
  const { text = [], sides, label, pinned, conflict, shut, chosen, muted, target } = cell ?? {};
  const look = [
    own && 'own',
    pinned && 'pin',
    conflict,
    shut && 'shut',
    chosen && 'sel',
    muted && 'muted',
    text.length === 0 && 'blank',
    text.length > 1 && 'many',
    target,
  ]
    .filter(Boolean)
    .join(' ');
  const said = [
    pinned === true && t('design.pinned'),
    conflict === 'hard' && t('design.hard_conflict'),
    conflict === 'soft' && t('design.soft_conflict'),
    shut === true && t('design.not_available'),
    target === 'could' && t('design.could'),
    target === 'could-warn' && t('design.could_warn'),
    target === 'could-clash' && t('design.could_clash'),
  ].filter(Boolean);
  return (
    <td
      className={look || undefined}
      data-spot={spot}
      tabIndex={focusable ? 0 : -1}
      aria-selected={chosen}
      title={label}
      draggable={draggable && text.length > 0 ? true : undefined}
    >
      {shut === true && text.length === 0 ? (
        <span aria-hidden="true">–</span>
      ) : sides === undefined ? (
        text.join(', ')
      ) : (
        <Sides of={sides} />
      )}
      {said.length > 0 && <span className="hidden"> {said.join(', ')}</span>}
    </td>
  );
}
