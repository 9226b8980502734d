// The grid of a draft: arrows choose, M moves, P pins, Enter opens; cells can be dragged to where they would do.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { Section } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { meetingsQueries } from '../client.ts';
import type { Edition, Grid, GridCell } from '../edition/answers.ts';
import { PeopleBoard } from '../people/board.tsx';
import { ParticipantDay } from '../people/day.tsx';
import { Board, DayChoice, useBoard, ViewChoice, type BoardView } from './board.tsx';
import { useBoardDay } from './board-day.ts';
import { codesOf, whereOf, type Spot } from './board-lines.ts';
import { DraftBanner } from './banner.tsx';
import type { PlanChanges, PlanOf } from './changes.ts';
import { ExchangePlaced } from './exchange.tsx';
import { MeetingDetails } from './meeting.tsx';
import { askDraft, useShownPart, useStanding, type Held, type ShownPart } from './grid-part.ts';
import { useLift } from './lift.ts';
import { useMarketFilter } from './market-filter.tsx';
import { placeFor } from './options.ts';
import type { Sought, Taken } from './taken.ts';
import { useSteps } from './undo.ts';

export interface DraftBoardProps {
  readonly on: PlanOf;
  readonly slug: string;
  readonly edition: Pick<Edition, 'timeZone' | 'firstDay' | 'lastDay'>;
  readonly editable: boolean;
  readonly changes: PlanChanges;
  readonly chosen: Spot | null;
  readonly sought: Sought | null;
  readonly onChoose: (spot: Spot) => void;
  /** Counts moves that came from outside the grid. */
  readonly moves: number;
  /** Takes a meeting in hand, to move it. */
  readonly onTake: (taken: Taken) => void;
}

export function DraftBoard(props: DraftBoardProps) {
  const { t } = useText();
  const { day, setDay, useDays } = useBoardDay(props.edition);
  const [view, setView] = useState<BoardView>('tables');
  const { part, show } = useShownPart(view === 'people');
  const { data: grid } = useQuery({
    ...meetingsQueries.planGrid.queryOptions({ input: { ...props.on, day, ...part } }),
    placeholderData: keepPreviousData,
    throwOnError: true,
  });
  useDays(grid);
  const help = props.editable ? <BoardAside on={props.on} changes={props.changes} drags={view === 'tables'} /> : undefined;
  return (
    <Section id="grid" title={t(view === 'tables' ? 'meetings.times_and_tables' : 'meetings.view_people')} aside={help}>
      {grid === undefined ? (
        <Skeleton lines={12} />
      ) : (
        <LoadedBoard {...props} {...{ grid, view }} day={day} onDay={setDay} onView={setView} onPart={show} />
      )}
    </Section>
  );
}

function BoardAside({ on, changes, drags }: Pick<DraftBoardProps, 'on' | 'changes'> & { readonly drags: boolean }) {
  const { t } = useText();
  const last = useSteps(on.planId).at(-1);
  const ways = useRef(changes);
  useEffect(() => {
    ways.current = changes;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const way = (event.ctrlKey || event.metaKey) && !isWriting(event.target) ? wayOf(event) : null;
      if (way === null) return;
      event.preventDefault();
      void ways.current[way]();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <KeyHelp drags={drags} />
      {last !== undefined && (
        <Button kind="text" title={last.words} onPress={() => void changes.undo()}>
          {t('meetings.undo_last')} <kbd className="onlydesk">Ctrl Z</kbd>
        </Button>
      )}
    </>
  );
}

/** Ctrl+Z takes back; Ctrl+Y, and Ctrl+Shift+Z, does it once more. */
function wayOf({ key, shiftKey }: KeyboardEvent): 'undo' | 'redo' | null {
  const pressed = key.toLowerCase();
  if (pressed === 'z') return shiftKey ? 'redo' : 'undo';
  return pressed === 'y' && !shiftKey ? 'redo' : null;
}

/** In a field Ctrl+Z belongs to the text, and in a dialog there is something else to do first. */
const isWriting = (target: EventTarget | null): boolean =>
  (target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null) ||
  document.querySelector('dialog[open]') !== null;

function KeyHelp({ drags }: { readonly drags: boolean }) {
  const { t } = useText();
  return (
    <p className="note onlydesk">
      {t('meetings.keys_arrows')} <kbd>M</kbd> {t('meetings.keys_move')} <kbd>P</kbd> {t('meetings.keys_pin')} <kbd>Enter</kbd>{' '}
      {t(drags ? 'meetings.keys_open' : 'meetings.keys_open_only')}
    </p>
  );
}

interface LoadedBoardProps extends DraftBoardProps {
  readonly grid: Grid;
  readonly day: string | undefined;
  readonly onDay: (day: string) => void;
  readonly view: BoardView;
  readonly onView: (view: BoardView) => void;
  readonly onPart: (part: ShownPart) => void;
}

function LoadedBoard(props: LoadedBoardProps) {
  const { on, slug, grid, day, onDay, editable, changes, chosen, onChoose, onTake, view, onView } = props;
  const { t } = useText();
  const { lines, words } = useBoard(grid);
  const [opened, setOpened] = useState<GridCell | null>(null);
  const [exchanging, setExchanging] = useState<Held | null>(null);
  const exchange = (cell: GridCell) => setExchanging({ cell, words });
  const lift = useLift(on, grid);
  const found = useSought(props);
  const market = useMarketFilter(on.editionId);
  const { fits } = market;
  const first = (spot: Spot): GridCell | undefined => lines.meetingsAt(spot)[0];
  const pin = (cell: GridCell) => void (cell.pinned ? changes.unpin : changes.pin)(cell.meetingId, codesOf(grid, cell));
  const take = (cell: GridCell) => onTake({ meetingId: cell.meetingId, where: whereOf(words, cell) });
  const actionOf = (key: string) => (editable ? { m: take, p: pin }[key] : undefined);
  const drop = (from: Spot, to: Spot) => {
    const cell = first(from);
    const placeId = cell === undefined ? null : placeFor(to, lift.meeting, grid.places[cell.place]?.id);
    if (cell === undefined || placeId === null || (from.time === to.time && from.table === to.table)) return;
    // Somebody has fixed it: the dialog says so before anything is moved.
    if (cell.pinned) return take(cell);
    onChoose(to);
    void changes.move(cell.meetingId, { slotId: to.time, placeId }, codesOf(grid, cell));
  };
  const choices = (
    <>
      <ViewChoice {...{ view, onView }} />
      {market.choices}
    </>
  );
  const banner = (meetings: readonly GridCell[]) => (
    <DraftBanner
      {...{ meetings, words, chosen, editable }}
      onMove={take}
      onPin={pin}
      onExchange={exchange}
      onTakeOut={(cell) => void changes.takeOut(cell.meetingId, codesOf(grid, cell))}
      onOpen={setOpened}
    />
  );
  const people = (
    <PeopleBoard
      {...{ grid, actionOf, banner, fits }}
      choices={
        <>
          {choices}
          {grid.days.length > 1 && <DayChoice {...{ grid, day, onDay }} />}
        </>
      }
      movedTo={chosen}
      moves={props.moves}
      pins
      onOpen={setOpened}
      dayOf={(line, onClose) => (
        <ParticipantDay
          {...{ grid, slug, line, onClose }}
          draft={{ on, changes: editable ? changes : null, onTake }}
          onOpen={(cell) => {
            onClose();
            setOpened(cell);
          }}
        />
      )}
    />
  );
  const tables = (
    <Board
      caption={t('meetings.grid_caption')}
      {...{ grid, day, onDay, chosen, onChoose, choices, banner, fits }}
      arrivals={props.moves + found}
      pins
      onOpen={setOpened}
      onPart={props.onPart}
      actionOf={actionOf}
      targetAt={lift.targetAt}
      {...(editable && {
        onMove: drop,
        onLift: (from: Spot | null) => lift.take(from === null ? null : (first(from)?.meetingId ?? null)),
      })}
    />
  );
  return (
    <>
      {market.note}
      {view === 'tables' && tables}
      {view === 'people' && (grid.part === null ? people : <Skeleton lines={12} />)}
      {exchanging !== null && <ExchangePlaced {...{ on, grid, changes }} held={exchanging} onClose={() => setExchanging(null)} />}
      {opened !== null && (
        <MeetingDetails
          {...{ on, slug, editable }}
          where={whereOf(words, opened)}
          cell={grid.cells.find(({ meetingId }) => meetingId === opened.meetingId) ?? opened}
          onClose={() => setOpened(null)}
          onMove={(cell) => {
            setOpened(null);
            take(cell);
          }}
          onExchange={(cell) => {
            setOpened(null);
            exchange(cell);
          }}
          onPin={pin}
        />
      )}
    </>
  );
}

/** Goes to the day and the cell of a meeting that is to be shown; counts those found. */
function useSought({ on, grid, day, sought, onDay, onChoose, onView }: LoadedBoardProps) {
  const [found, setFound] = useState<Sought | null>(null);
  const [count, setCount] = useState(0);
  const wanted = sought === found ? null : sought;
  const standing = useStanding(grid, wanted?.meetingId ?? null, askDraft(on));
  const [at, time, table] = [standing?.day, standing?.spot.time, standing?.spot.table];
  useEffect(() => {
    if (wanted === null || at === undefined || time === undefined || table === undefined) return;
    onView('tables');
    onChoose({ time, table });
    // Its day first: the focus goes to a cell that is drawn.
    if (at !== day) return onDay(at);
    if (grid.slots.every(({ id }) => id !== time)) return;
    setFound(wanted);
    setCount((before) => before + 1);
    document.getElementById('grid')?.scrollIntoView({ block: 'start' });
  }, [grid, day, wanted, at, time, table, onDay, onChoose, onView]);
  return count;
}
