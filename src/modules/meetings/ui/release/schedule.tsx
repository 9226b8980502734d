// The schedule in force as times and tables; a meeting can be moved or cancelled, which publishes a change at once.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useText } from '#client/language.ts';
import { Button, Buttons, TextAction } from '#design/button.tsx';
import { Empty, Notice } from '#design/notices/notice.tsx';
import { Section } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { meetingsQueries } from '../client.ts';
import { ToDrafts } from '../edition/links.tsx';
import type { Edition, Grid, GridCell, Release } from '../edition/answers.ts';
import { EventPage } from '../edition/edition-page.tsx';
import { PeopleBoard } from '../people/board.tsx';
import { ParticipantDay } from '../people/day.tsx';
import { Board, DayChoice, useBoard, ViewChoice, type BoardView } from '../plan/board.tsx';
import { useBoardDay } from '../plan/board-day.ts';
import { codesOf, OWN, whereOf, whoOf, type CellWords, type Spot } from '../plan/board-lines.ts';
import { CellSentences, EmptyBanner } from '../plan/banner.tsx';
import { askSchedule, useShownPart, useStanding, useWholeDay, type Held, type ShownPart } from '../plan/grid-part.ts';
import { useMarketFilter } from '../plan/market-filter.tsx';
import { RepairPanel } from '../repair/panel.tsx';
import { reportedIn } from '../repair/report-hash.ts';
import { TakeBackLast } from './undo.tsx';
import { CancelBooking, ExchangeBooking, MoveBooking } from './booking.tsx';

export function SchedulePage() {
  const { t } = useText();
  return <EventPage title={t('meetings.schedule_title')}>{(edition) => <Schedule edition={edition} />}</EventPage>;
}

function Schedule({ edition }: { readonly edition: Edition }) {
  const { t } = useText();
  const { day, setDay, useDays } = useBoardDay(edition);
  const input = { editionId: edition.id };
  const [view, setView] = useState<BoardView>('tables');
  const { part, show } = useShownPart(view === 'people');
  const releases = useQuery({ ...meetingsQueries.listReleases.queryOptions({ input: { ...input, limit: 1 } }), throwOnError: true });
  const current = releases.data?.entries[0];
  const { data: grid } = useQuery({
    ...meetingsQueries.scheduleGrid.queryOptions({ input: { ...input, day, ...part } }),
    enabled: current !== undefined,
    placeholderData: keepPreviousData,
    throwOnError: true,
  });
  useDays(grid);
  if (releases.data === undefined) return <Skeleton lines={10} />;
  if (current === undefined)
    return (
      <Empty heading={t('meetings.schedule_none')} actions={<ToDrafts edition={edition} />}>
        {t('meetings.schedule_none_text')}
      </Empty>
    );
  return (
    <>
      {edition.mayEdit && <DayChanges edition={edition} wayBack={releases.data.wayBack} />}
      <Section
        title={t('meetings.schedule_number', { number: current.number })}
        count={t('meetings.meetings_count', { count: current.meetings })}
        aside={edition.mayEdit ? t('meetings.schedule_note') : undefined}
      >
        {grid === undefined ? (
          <Skeleton lines={12} />
        ) : (
          <ScheduleBoard {...{ edition, grid, day, view }} onDay={setDay} onView={setView} onPart={show} />
        )}
      </Section>
    </>
  );
}

interface DayChangesProps {
  readonly edition: Edition;
  /** The change that can be taken back now. */
  readonly wayBack: Release | null;
}

/** What has changed on the day is said here, above the schedule that it changes. */
function DayChanges({ edition, wayBack }: DayChangesProps) {
  const { t } = useText();
  const hash = useLocation({ select: (location) => location.hash });
  const first = useMemo(() => reportedIn(hash), [hash]);
  const navigate = useNavigate();
  const [open, setOpen] = useState(first !== null);
  const close = () => {
    setOpen(false);
    // Loaded anew, the address does not open again what was put right.
    if (first !== null) void navigate({ to: '.', hash: '', replace: true, resetScroll: false });
  };
  const { data: grid } = useQuery({
    ...meetingsQueries.scheduleGrid.queryOptions({ input: { editionId: edition.id } }),
    enabled: open,
    throwOnError: true,
  });
  if (open) return grid === undefined ? <Skeleton lines={6} /> : <RepairPanel {...{ edition, grid, first }} onClose={close} />;
  return (
    <Buttons after>
      <Button onPress={() => setOpen(true)}>{t('meetings.repair')}</Button>
      {wayBack !== null && <TakeBackLast edition={edition} release={wayBack} />}
    </Buttons>
  );
}

interface ScheduleBoardProps {
  readonly edition: Edition;
  readonly grid: Grid;
  readonly day: string | undefined;
  readonly onDay: (day: string) => void;
  readonly view: BoardView;
  readonly onView: (view: BoardView) => void;
  readonly onPart: (part: ShownPart) => void;
}

interface InHand extends Held {
  readonly act: 'move' | 'cancel' | 'exchange';
  /** Where it was dragged to: proposed, and done where it is agreed to, since others are told. */
  readonly to?: Spot;
  /** The meeting that it was dragged onto: proposed to be exchanged with. */
  readonly onto?: string;
}

function ScheduleBoard({ edition, grid, day, onDay, view, onView, onPart }: ScheduleBoardProps) {
  const { t } = useText();
  const { words, lines } = useBoard(grid);
  const [chosen, setChosen] = useState<Spot | null>(null);
  const arrivals = useArrival({ edition, grid, day, onDay, onChoose: setChosen });
  const [inHand, setInHand] = useState<InHand | null>(null);
  const move = (cell: GridCell) => setInHand({ act: 'move', cell, words });
  const close = () => setInHand(null);
  const market = useMarketFilter(edition.id);
  const { fits } = market;
  const choices = (
    <>
      <ViewChoice view={view} onView={onView} />
      {market.choices}
    </>
  );
  const open = (cell: GridCell) => edition.mayEdit && move(cell);
  const drop = (from: Spot, to: Spot) => {
    const [cell] = lines.meetingsAt(from);
    if (cell === undefined || (from.time === to.time && from.table === to.table)) return;
    const there = lines.meetingsAt(to);
    const isFull = to.table !== OWN && there.length >= (grid.places.find(({ id }) => id === to.table)?.seats ?? 1);
    setInHand(
      isFull && there[0] !== undefined ? { act: 'exchange', cell, words, onto: there[0].meetingId } : { act: 'move', cell, words, to },
    );
  };
  const actionOf = (key: string) => (key === 'm' && edition.mayEdit ? move : undefined);
  const banner = (meetings: readonly GridCell[]) => (
    <ScheduleBanner {...{ meetings, words, chosen }} editable={edition.mayEdit} onTake={(act, cell) => setInHand({ act, cell, words })} />
  );
  return (
    <>
      {market.note}
      {view === 'people' && grid.part !== null && <Skeleton lines={12} />}
      {view === 'tables' && (
        <Board
          caption={t('meetings.schedule_caption')}
          {...{ grid, day, onDay, chosen, arrivals, choices, actionOf, banner, fits, onPart }}
          pins={grid.cells.some(({ pinned }) => pinned)}
          onChoose={setChosen}
          onOpen={open}
          {...(edition.mayEdit && { onMove: drop })}
        />
      )}
      {view === 'people' && grid.part === null && (
        <PeopleBoard
          {...{ grid, actionOf, banner, fits }}
          choices={
            <>
              {choices}
              {grid.days.length > 1 && <DayChoice {...{ grid, day, onDay }} />}
            </>
          }
          movedTo={null}
          moves={0}
          pins={grid.cells.some(({ pinned }) => pinned)}
          onOpen={open}
          dayOf={(line, onClose) => (
            <ParticipantDay
              {...{ grid, line, onClose }}
              slug={edition.slug}
              onOpen={(cell) => {
                onClose();
                open(cell);
              }}
            />
          )}
        />
      )}
      {inHand !== null && <ChangeBooking {...{ edition, grid, inHand }} onTake={setInHand} onClose={close} />}
    </>
  );
}

interface ChangeBookingProps extends Pick<ScheduleBoardProps, 'edition' | 'grid'> {
  readonly inHand: InHand;
  readonly onTake: (inHand: InHand) => void;
  readonly onClose: () => void;
}

/** What is done to a meeting in hand, with all of its day to choose among. */
function ChangeBooking({ edition, grid, inHand, onTake, onClose }: ChangeBookingProps) {
  const whole = useWholeDay(inHand, grid, askSchedule(edition.id));
  const { act } = inHand;
  if (act === 'cancel') return <CancelBooking {...{ edition, onClose }} {...(whole ?? inHand)} />;
  if (whole === null) return <Skeleton lines={2} />;
  if (act === 'exchange') return <ExchangeBooking {...{ edition, onClose }} {...whole} onto={inHand.onto} />;
  return (
    <MoveBooking
      {...{ edition, onClose }}
      {...whole}
      to={inHand.to}
      onCancel={() => onTake({ ...inHand, act: 'cancel' })}
      onExchange={() => onTake({ ...inHand, act: 'exchange' })}
    />
  );
}

interface ArrivalProps extends Pick<ScheduleBoardProps, 'edition' | 'grid' | 'day' | 'onDay'> {
  readonly onChoose: (spot: Spot) => void;
}

/** Who comes for one meeting, named behind the # of the address, arrives at its cell, on the day on which it is held; counts arrivals. */
function useArrival({ edition, grid, day, onDay, onChoose }: ArrivalProps): number {
  const wanted = useLocation({ select: ({ hash }) => hash });
  const [arrived, setArrived] = useState({ at: '', count: 0 });
  const sought = isMeeting.test(wanted) && arrived.at !== wanted ? wanted : null;
  const standing = useStanding(grid, sought, askSchedule(edition.id));
  const [at, time, table] = [standing?.day, standing?.spot.time, standing?.spot.table];
  useEffect(() => {
    if (sought === null || at === undefined || time === undefined || table === undefined) return;
    onChoose({ time, table });
    if (at !== day) return onDay(at);
    if (grid.slots.some(({ id }) => id === time)) setArrived(({ count }) => ({ at: sought, count: count + 1 }));
  }, [grid, day, sought, at, time, table, onDay, onChoose]);
  return arrived.count;
}

/** What stands behind the # may be something else. */
const isMeeting = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface ScheduleBannerProps {
  readonly meetings: readonly GridCell[];
  readonly words: CellWords;
  readonly chosen: Spot | null;
  readonly editable: boolean;
  readonly onTake: (act: InHand['act'], cell: GridCell) => void;
}

function ScheduleBanner({ meetings, words, chosen, editable, onTake }: ScheduleBannerProps) {
  const { t } = useText();
  if (meetings.length === 0) return <EmptyBanner {...{ words, chosen }} />;
  return meetings.map((cell) => {
    const pair = codesOf(words.grid, cell);
    const actions = editable && (
      <>
        <TextAction aria-label={t('meetings.move_pair', { pair })} onPress={() => onTake('move', cell)}>
          {t('meetings.move')}
        </TextAction>
        <TextAction
          aria-label={t('meetings.action_on', { action: t('meetings.cancel_meeting'), pair })}
          onPress={() => onTake('cancel', cell)}
        >
          {t('meetings.cancel_meeting')}
        </TextAction>
      </>
    );
    return (
      <Notice
        key={cell.meetingId}
        actions={actions}
        heading={t('meetings.banner_where', { where: whereOf(words, cell), who: whoOf(words, cell) })}
      >
        <CellSentences cell={cell} words={words} />
      </Notice>
    );
  });
}
