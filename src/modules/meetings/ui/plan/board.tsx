// Times and tables to work in: key, day, which way round, the banner of the chosen meeting, and the grid itself.
import { Link, useParams } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { SelectField } from '#design/fields/field.tsx';
import { Key } from '#design/marks.tsx';
import { usePhone } from '#design/media.ts';
import { PlanGrid, type PlanCell } from '#design/plan/grid.tsx';
import { PartChoice } from '#design/plan/part-choice.tsx';
import { partName, useTablePart, type TablePart } from '#design/plan/table-part.ts';
import type { Grid, GridCell } from '../edition/answers.ts';
import { boardOf, planCell, whoOf, type Board as BoardLines, type CellWords, type Spot } from './board-lines.ts';
import { useName } from '../edition/names.tsx';
import { holds, type ShownPart } from './grid-part.ts';

/** While a meeting is in hand: what putting it at a spot would do. */
export type TargetAt = (spot: Spot) => PlanCell['target'];

export interface BoardProps {
  readonly caption: string;
  readonly grid: Grid;
  readonly day: string | undefined;
  readonly onDay: (day: string) => void;
  readonly chosen: Spot | null;
  readonly onChoose: (spot: Spot) => void;
  /** Counts arrivals from elsewhere: the focus goes to the chosen cell each time it grows. */
  readonly arrivals?: number;
  /** Enter, and a press on the phone. */
  readonly onOpen: (cell: GridCell) => void;
  /** What a key does to the meeting of the chosen cell. */
  readonly actionOf?: (key: string) => ((cell: GridCell) => void) | undefined;
  readonly onMove?: (from: Spot, to: Spot) => void;
  readonly onLift?: (from: Spot | null) => void;
  readonly targetAt?: TargetAt | undefined;
  /** Of whom the meetings are looked at, by id; others stand back. */
  readonly fits?: ReadonlySet<string> | null;
  /** Asks for the part that is shown, where the grid does not hold it. */
  readonly onPart: (part: ShownPart) => void;
  /** Pins belong to drafts alone. */
  readonly pins?: boolean;
  /** Choices that stand before the day: the view. */
  readonly choices?: ReactNode;
  /** The banner above the grid, for the meetings at the chosen spot. */
  readonly banner: (meetings: readonly GridCell[]) => ReactNode;
}

/** Words and lines of a grid in the reader's language. */
export function useBoard(grid: Grid): { readonly words: CellWords; readonly lines: BoardLines } {
  const { t } = useText();
  const formats = useFormats();
  const name = useName();
  const words = useMemo(() => ({ grid, formats, t, name }), [grid, formats, t, name]);
  const phone = usePhone();
  const lines = useMemo(() => boardOf(grid, formats, t, phone), [grid, formats, t, phone]);
  return { words, lines };
}

export function Board(props: BoardProps) {
  const { caption, grid, chosen, onChoose, onOpen, actionOf, onMove, onLift, targetAt, fits = null } = props;
  const phone = usePhone();
  const { words, lines } = useBoard(grid);
  // The list of a phone tells of one time at a time: that nobody meets then has to be true of all tables.
  const part = useTablePart(lines.tables, { times: lines.times.length, chosen: chosen?.table ?? null, whole: phone });
  const [turned, setTurned] = useState(false);
  const [named, setNamed] = useState(true);
  const [asked, setAsked] = useState<Asked | null>(null);
  /** Does something to the meeting at a spot; where there are several, asks which. */
  const act = (spot: Spot, then: (cell: GridCell) => void): boolean => {
    const meetings = lines.meetingsAt(spot);
    const [only] = meetings;
    if (only === undefined) return false;
    if (meetings.length === 1) then(only);
    else setAsked({ meetings, then });
    return true;
  };
  const { waiting, onTime } = useShown(props, part, phone);
  const box = useFocusOnArrival(props.arrivals ?? 0, waiting);
  const cellAt = useCallback(
    (time: string, table: string): PlanCell | undefined => {
      const all = planCell(words, lines, { time, table }, { listed: phone, named });
      const isAside = fits !== null && all !== undefined && !lines.meetingsAt({ time, table }).some((one) => isOf(grid, one, fits));
      // A list leaves out what a grid, where its place is seen, shows more quietly.
      const cell = isAside && all.text.length > 0 ? (phone ? undefined : { ...all, muted: true }) : all;
      const target = targetAt?.({ time, table });
      const here = chosen?.time === time && chosen.table === table;
      if (!here && target === undefined) return cell;
      return { text: [], ...cell, ...(here ? { chosen: true } : {}), ...(target === undefined ? {} : { target }) };
    },
    [words, lines, grid, chosen, targetAt, phone, named, fits],
  );
  return (
    <>
      <BoardControls {...props} {...{ turned, named, part }} onTurn={() => setTurned(!turned)} onNamed={() => setNamed(!named)} />
      {!phone && <div aria-live="polite">{props.banner(chosen === null ? [] : lines.meetingsAt(chosen))}</div>}
      <div ref={box} className="landscape">
        <PlanGrid
          caption={caption}
          named={named}
          times={lines.times}
          tables={part.shown}
          {...{ waiting, onTime }}
          turn={turned ? 'tables-down' : 'times-down'}
          cellAt={cellAt}
          onFocus={(time, table) => onChoose({ time, table })}
          {...(phone && { onOpen: (time: string, table: string) => void act({ time, table }, onOpen) })}
          onKey={(key, time, table) => {
            const then = key === 'Enter' || key === ' ' ? onOpen : actionOf?.(key.toLowerCase());
            return then !== undefined && act({ time, table }, then);
          }}
          {...(onMove && {
            onMove: ([fromTime, fromTable]: readonly [string, string], [time, table]: readonly [string, string]) =>
              onMove({ time: fromTime, table: fromTable }, { time, table }),
          })}
          {...(onLift && {
            onLift: (from: readonly [string, string] | null) => onLift(from === null ? null : { time: from[0], table: from[1] }),
          })}
        />
      </div>
      {asked !== null && <AskWhich {...asked} words={words} onClose={() => setAsked(null)} />}
    </>
  );
}

/** Whether one side of a meeting is among these. */
const isOf = (grid: Grid, { a, b }: GridCell, ids: ReadonlySet<string>): boolean =>
  [a, b].some((at) => ids.has(grid.participants[at]?.id ?? ''));

interface Asked {
  readonly meetings: readonly GridCell[];
  readonly then: (cell: GridCell) => void;
}

/** Several meetings at one time and place, as at stands: which of them is meant. */
function AskWhich({ meetings, then, words, onClose }: Asked & { readonly words: CellWords; readonly onClose: () => void }) {
  const { t } = useText();
  return (
    <Dialog open onClose={onClose} title={t('meetings.which_meeting')}>
      <ul>
        {meetings.map((cell) => (
          <li key={cell.meetingId} className="spaced">
            <Button
              onPress={() => {
                onClose();
                then(cell);
              }}
            >
              {whoOf(words, cell)}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** Has what is shown asked for: the tables of a part or, on a phone, one time at all of them. */
function useShown({ grid, onPart }: Pick<BoardProps, 'grid' | 'onPart'>, { shown }: TablePart, phone: boolean) {
  const [slotId, onTime] = useState<string | null>(null);
  const tables = shown.filter(({ own }) => own !== true);
  const fromTable = grid.places.filter(({ kind }) => kind === 'table').findIndex(({ id }) => id === tables[0]?.key);
  const part: ShownPart = phone ? { slotId: slotId ?? '' } : { fromTable: Math.max(0, fromTable), tables: tables.length };
  const waiting = !holds(grid, part) && (!phone || slotId !== null);
  const asked = useRef(onPart);
  useEffect(() => {
    asked.current = onPart;
  });
  const wanted = waiting ? JSON.stringify(part) : null;
  useEffect(() => {
    if (wanted !== null) asked.current(JSON.parse(wanted) as ShownPart);
  }, [wanted]);
  return { waiting, onTime };
}

/** After a move or a search the reader stands where the meeting is, as soon as it is drawn. */
function useFocusOnArrival(arrivals: number, waiting: boolean) {
  const box = useRef<HTMLDivElement>(null);
  const gone = useRef(0);
  useEffect(() => {
    if (arrivals === gone.current || waiting) return;
    gone.current = arrivals;
    box.current?.querySelector<HTMLElement>('td[aria-selected="true"]')?.focus();
  }, [arrivals, waiting]);
  return box;
}

interface BoardControlsProps extends BoardProps {
  readonly turned: boolean;
  readonly onTurn: () => void;
  readonly named: boolean;
  readonly part: TablePart;
  readonly onNamed: () => void;
}

function BoardControls({ grid, day, onDay, pins = false, choices, turned, onTurn, named, onNamed, part }: BoardControlsProps) {
  const { t } = useText();
  const sample = 'E07 B12';
  const several = grid.days.length > 1;
  return (
    <>
      {(several || choices !== undefined || part.parts.length > 1) && (
        <div className="filters">
          {choices}
          {several && <DayChoice {...{ grid, day, onDay }} />}
          <PartChoice name="plan-tables" of={part} />
        </div>
      )}
      {part.parts.length > 1 && <OnePart of={part} />}
      <div className="onlydesk">
        <Key
          entries={[
            { look: 'plain', sample, text: t('meetings.key_meeting') },
            ...(pins ? [{ look: 'pin' as const, sample, text: t('design.pinned') }] : []),
            { look: 'hard', sample, text: t('design.hard_conflict') },
            { look: 'soft', sample, text: t('design.soft_conflict') },
            { look: 'shut', sample: '–', text: t('design.not_available') },
          ]}
        >
          <Button kind="text" onPress={onTurn}>
            {turned ? t('meetings.times_down') : t('meetings.tables_down')}
          </Button>
          <Button kind="text" onPress={onNamed}>
            {named ? t('meetings.codes_only') : t('meetings.codes_and_names')}
          </Button>
        </Key>
      </div>
    </>
  );
}

/** That a part is shown, and printed, and where all of it is. */
function OnePart({ of: { parts, shown } }: { readonly of: TablePart }) {
  const { t } = useText();
  const formats = useFormats();
  const { slug = '' } = useParams({ strict: false });
  const count = parts.flat().filter((line) => line.own !== true).length;
  return (
    <p className="note">
      {t('meetings.board_part', { part: partName(shown), all: formats.number(count) })}{' '}
      <Link to="/editions/$slug/paper" params={{ slug }}>
        {t('meetings.board_part_whole')}
      </Link>
    </p>
  );
}

/** Which day, where there are several. */
export function DayChoice({ grid, day, onDay }: Pick<BoardProps, 'grid' | 'day' | 'onDay'>) {
  const { t } = useText();
  const formats = useFormats();
  return (
    <SelectField
      name="plan-day"
      label={t('meetings.day')}
      value={day ?? grid.days[0] ?? ''}
      onChange={onDay}
      options={grid.days.map((one, at) => ({
        value: one,
        text: `${formats.day(one, 'day')} · ${t('meetings.meetings_count', { count: grid.meetingsOnDays[at] ?? 0 })}`,
      }))}
    />
  );
}

export type BoardView = 'tables' | 'people';

/** By tables, or by participants. */
export function ViewChoice({ view, onView }: { readonly view: BoardView; readonly onView: (view: BoardView) => void }) {
  const { t } = useText();
  return (
    <SelectField
      name="plan-view"
      label={t('meetings.view')}
      value={view}
      onChange={(value) => onView(value === 'people' ? 'people' : 'tables')}
      options={[
        { value: 'tables', text: t('meetings.times_and_tables') },
        { value: 'people', text: t('meetings.view_people') },
      ]}
    />
  );
}
