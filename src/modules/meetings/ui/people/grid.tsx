// Participants down, slots across: whom each meets when, and where they wait or are away. Drawn row by row as they come into sight.
import { Fragment, memo, useEffect, useRef } from 'react';
import { useText } from '#client/language.ts';
import { spotOf, useGridFocus } from '#design/grid-focus.ts';
import { LeftOut, useBoxRows } from '#design/in-sight.tsx';
import type { Grid, GridCell } from '../edition/answers.ts';
import { counterpartOf, type PersonLine, type PersonSlot } from './lines.ts';

export interface PersonSpot {
  /** Index into the grid's participants. */
  readonly who: number;
  /** Index into its slots; null is the name itself. */
  readonly slot: number | null;
}

export interface PeopleGridProps {
  readonly grid: Grid;
  readonly lines: readonly PersonLine[];
  /** The head of each slot: its time, with its day where one begins. */
  readonly heads: readonly { readonly key: string; readonly time: string; readonly day: string | null }[];
  readonly nameOf: (line: PersonLine) => string;
  /** A slot of somebody in words. */
  readonly say: (line: PersonLine, slot: number) => string;
  readonly chosen: PersonSpot | null;
  readonly onChoose: (spot: PersonSpot) => void;
  /** Enter on a meeting or on a name. */
  readonly onOpen: (spot: PersonSpot) => void;
  /** Any other key; answers whether it was used. */
  readonly onKey: (key: string, spot: PersonSpot) => boolean;
  /** Counts moves: the focus goes to the chosen spot each time it grows. */
  readonly arrivals: number;
}

/** Height of a row in pixels. */
const ROW = 26;
/** The name, meetings and gaps stand before the slots; only the name takes the focus. */
const BEFORE = 1;

export function PeopleGrid(props: PeopleGridProps) {
  const { grid, lines, heads, nameOf, say, chosen, onChoose, onOpen, onKey, arrivals } = props;
  const { t } = useText();
  const box = useRef<HTMLDivElement>(null);
  const sight = useBoxRows(box, lines.length, ROW);
  const spotAt = ({ row, column }: { readonly row: number; readonly column: number }): PersonSpot | null => {
    const line = lines[row];
    return line === undefined ? null : { who: line.at, slot: column < BEFORE ? null : column - BEFORE };
  };
  const { spot, go, table } = useGridFocus({
    rows: lines.length,
    columns: BEFORE + grid.slots.length,
    show: sight.show,
    onFocus: (at) => {
      const person = spotAt(at);
      if (person !== null) onChoose(person);
    },
    onOpen: (at) => {
      const there = spotAt(at);
      if (there !== null) onOpen(there);
    },
    onKey: (key, at) => {
      const there = spotAt(at);
      return there !== null && onKey(key.toLowerCase(), there);
    },
  });
  useEffect(() => {
    if (arrivals === 0 || chosen === null) return;
    const row = lines.findIndex(({ at }) => at === chosen.who);
    if (row >= 0) go({ row, column: chosen.slot === null ? 0 : chosen.slot + BEFORE });
    // Only an arrival moves the focus, not what is chosen or found meanwhile.
  }, [arrivals]);
  const caption = t('meetings.people_caption');
  return (
    <div ref={box} className="planbox" tabIndex={0} role="region" aria-label={t('design.scrolls', { name: caption })}>
      <table
        className="plan people"
        role="grid"
        aria-label={caption}
        aria-rowcount={lines.length + 1}
        {...table}
        onClick={(event) => {
          const there = spotOf(event.target);
          // A press on the name opens the day; one on a cell chooses it.
          if (there?.column === 0) onOpen(spotAt(there) ?? { who: 0, slot: null });
        }}
        style={{ minInlineSize: `${21.5 + heads.length * 3.25}rem` }}
      >
        <Heads heads={heads} />
        <tbody>
          {sight.rows.map(({ at: row, before }) => {
            const line = lines[row];
            return line === undefined ? null : (
              <Fragment key={line.at}>
                <LeftOut height={before} />
                <PersonRow
                  {...{ grid, line, row, nameOf, say }}
                  measure={sight.measure}
                  keep={sight.keep}
                  focused={spot.row === row ? spot.column : null}
                  chosen={chosen?.who === line.at ? (chosen.slot ?? -1) : null}
                />
              </Fragment>
            );
          })}
          <LeftOut height={sight.after} />
        </tbody>
      </table>
    </div>
  );
}

function Heads({ heads }: Pick<PeopleGridProps, 'heads'>) {
  const { t } = useText();
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className="headcol person">
          {t('meetings.participant')}
        </th>
        <th scope="col" className="count">
          {t('meetings.people_meetings')}
        </th>
        <th scope="col" className="count">
          {t('meetings.people_gaps')}
        </th>
        {heads.map(({ key, time, day }) => (
          <th key={key} scope="col" className={day === null ? undefined : 'newday'}>
            {day !== null && <small>{day}</small>} {time}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface PersonRowProps extends Pick<PeopleGridProps, 'grid' | 'nameOf' | 'say'> {
  readonly line: PersonLine;
  readonly row: number;
  readonly measure: (row: Element | null) => void;
  readonly keep: (row: number) => void;
  /** The column that the Tab key reaches. */
  readonly focused: number | null;
  /** The chosen slot; -1 is the name, null nothing. */
  readonly chosen: number | null;
}

const PersonRow = memo(function PersonRow({ grid, line, row, nameOf, say, measure, keep, focused, chosen }: PersonRowProps) {
  const { participant, slots, meetings, gaps } = line;
  const name = nameOf(line);
  return (
    <tr aria-rowindex={row + 2} ref={measure} data-index={row} onFocus={() => keep(row)}>
      <th
        scope="row"
        data-spot={`${row},0`}
        tabIndex={focused === 0 ? 0 : -1}
        className={chosen === -1 ? 'person sel' : 'person'}
        title={name}
      >
        <b>{participant.code}</b> {name}
      </th>
      <td className="count">{meetings}</td>
      <td className={gaps > 0 ? 'count' : 'count muted'}>{gaps}</td>
      {slots.map((slot, at) => (
        <td
          key={grid.slots[at]?.id}
          data-spot={`${row},${at + BEFORE}`}
          tabIndex={focused === at + BEFORE ? 0 : -1}
          aria-selected={chosen === at}
          className={lookOf(slot, chosen === at)}
          title={say(line, at)}
        >
          <SlotText grid={grid} slot={slot} who={line.at} />
        </td>
      ))}
    </tr>
  );
});

function lookOf(slot: PersonSlot, chosen: boolean): string | undefined {
  const sel = chosen ? 'sel' : '';
  if (slot.kind !== 'meets') return [{ idle: 'idle', away: 'shut', free: 'blank' }[slot.kind], sel].join(' ').trim();
  const { meetings } = slot;
  const conflict = meetings.some(({ state }) => state === 'hard')
    ? 'hard'
    : meetings.some(({ state }) => state === 'warning')
      ? 'soft'
      : '';
  return [conflict, meetings.some(({ pinned }) => pinned) ? 'pin' : '', sel].filter(Boolean).join(' ') || undefined;
}

function SlotText({ grid, slot, who }: { readonly grid: Grid; readonly slot: PersonSlot; readonly who: number }) {
  const { t } = useText();
  switch (slot.kind) {
    case 'meets':
      return slot.meetings.map((cell: GridCell) => grid.participants[counterpartOf(cell, who)]?.code ?? '?').join(', ');
    case 'idle':
      return (
        <>
          <span aria-hidden="true">⋯</span>
          <span className="hidden">{t('meetings.people_is_idle')}</span>
        </>
      );
    case 'away':
      return (
        <>
          <span aria-hidden="true">–</span>
          <span className="hidden">{t('meetings.people_is_away')}</span>
        </>
      );
    case 'free':
      return null;
  }
}
