// The schedule in force as times and tables; a meeting can be moved or cancelled, which publishes a change at once.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { dayOf } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, ButtonLink, Buttons, TextAction } from '#design/button.tsx';
import { Empty, Notice } from '#design/notices/notice.tsx';
import { Section } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { meetingsQueries } from '../client.ts';
import type { Edition, Grid, GridCell, Release } from '../edition/answers.ts';
import { EventPage } from '../edition/edition-page.tsx';
import { PeopleBoard } from '../people/board.tsx';
import { ParticipantDay } from '../people/day.tsx';
import { Board, DayChoice, useBoard, ViewChoice, type BoardView } from '../plan/board.tsx';
import { useBoardDay } from '../plan/board-day.ts';
import { codesOf, whereOf, whoOf, type CellWords, type Spot } from '../plan/board-lines.ts';
import { CellSentences, Free } from '../plan/banner.tsx';
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
  const releases = useQuery({ ...meetingsQueries.listReleases.queryOptions({ input: { ...input, limit: 1 } }), throwOnError: true });
  const current = releases.data?.entries[0];
  const { data: grid } = useQuery({
    ...meetingsQueries.scheduleGrid.queryOptions({ input: { ...input, day } }),
    enabled: current !== undefined,
    placeholderData: keepPreviousData,
    throwOnError: true,
  });
  useDays(grid?.days);
  useDayOfWanted(edition, grid, setDay);
  if (releases.data === undefined) return <Skeleton lines={10} />;
  if (current === undefined)
    return (
      <Empty
        heading={t('meetings.schedule_none')}
        actions={
          <ButtonLink kind="go" to="/editions/$slug/plan" params={{ slug: edition.slug }}>
            {t('meetings.to_drafts')}
          </ButtonLink>
        }
      >
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
        {grid === undefined ? <Skeleton lines={12} /> : <ScheduleBoard edition={edition} grid={grid} day={day} onDay={setDay} />}
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
  const reported = reportedIn(useLocation({ select: ({ hash }) => hash }));
  const navigate = useNavigate();
  const [open, setOpen] = useState(reported !== null);
  const first = useMemo(() => (reported === null ? null : { kind: 'interpreter_away' as const, interpreterId: reported }), [reported]);
  const close = () => {
    setOpen(false);
    // Loaded anew, the address does not open again what was put right.
    if (reported !== null) void navigate({ to: '.', hash: '', replace: true, resetScroll: false });
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
}

type InHand = { readonly act: 'move' | 'cancel' | 'exchange'; readonly cell: GridCell };

function ScheduleBoard({ edition, grid, day, onDay }: ScheduleBoardProps) {
  const { t } = useText();
  const { words, lines } = useBoard(grid);
  const [view, setView] = useState<BoardView>('tables');
  const [chosen, setChosen] = useState<Spot | null>(null);
  const arrivals = useArrival(grid, (cell) => setChosen(lines.spotOf(cell)));
  const [inHand, setInHand] = useState<InHand | null>(null);
  const move = (cell: GridCell) => setInHand({ act: 'move', cell });
  const close = () => setInHand(null);
  const market = useMarketFilter(edition.id);
  const { fits } = market;
  const choices = (
    <>
      <ViewChoice view={view} onView={setView} />
      {market.choices}
    </>
  );
  const open = (cell: GridCell) => edition.mayEdit && move(cell);
  const actionOf = (key: string) => (key === 'm' && edition.mayEdit ? move : undefined);
  const banner = (meetings: readonly GridCell[]) => (
    <ScheduleBanner {...{ meetings, words, chosen }} editable={edition.mayEdit} onTake={(act, cell) => setInHand({ act, cell })} />
  );
  return (
    <>
      {market.note}
      {view === 'tables' ? (
        <Board
          caption={t('meetings.schedule_caption')}
          {...{ grid, day, onDay, chosen, arrivals, choices, actionOf, banner, fits }}
          pins={grid.cells.some(({ pinned }) => pinned)}
          onChoose={setChosen}
          onOpen={open}
        />
      ) : (
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
      {inHand?.act === 'move' && (
        <MoveBooking
          {...{ edition, words }}
          cell={inHand.cell}
          onClose={close}
          onCancel={() => setInHand({ act: 'cancel', cell: inHand.cell })}
          onExchange={() => setInHand({ act: 'exchange', cell: inHand.cell })}
        />
      )}
      {inHand?.act === 'exchange' && <ExchangeBooking {...{ edition, words }} cell={inHand.cell} onClose={close} />}
      {inHand?.act === 'cancel' && <CancelBooking {...{ edition, words }} cell={inHand.cell} onClose={close} />}
    </>
  );
}

/** Who comes for one meeting, named behind the # of the address, is shown the day on which it is held. */
function useDayOfWanted(edition: Edition, grid: Grid | undefined, onDay: (day: string) => void): void {
  const wanted = useLocation({ select: ({ hash }) => hash });
  const [found, setFound] = useState('');
  const isElsewhere = wanted !== '' && wanted !== found && reportedIn(wanted) === null && grid !== undefined && grid.days.length > 1;
  const { data: all } = useQuery({
    ...meetingsQueries.scheduleGrid.queryOptions({ input: { editionId: edition.id } }),
    enabled: isElsewhere,
  });
  useEffect(() => {
    const cell = isElsewhere ? all?.cells.find(({ meetingId }) => meetingId === wanted) : undefined;
    const slot = all?.slots[cell?.slot ?? -1];
    if (slot === undefined) return;
    setFound(wanted);
    onDay(dayOf(slot.startsAt, edition.timeZone));
  }, [all, isElsewhere, wanted, edition.timeZone, onDay]);
}

/** Who comes for one meeting, named behind the # of the address, arrives at its cell; counts arrivals. */
function useArrival(grid: Grid, onFound: (cell: GridCell) => void): number {
  const wanted = useLocation({ select: ({ hash }) => hash });
  const [arrived, setArrived] = useState({ at: '', count: 0 });
  const cell = grid.cells.find(({ meetingId }) => meetingId === wanted);
  useEffect(() => {
    if (cell === undefined || arrived.at === wanted) return;
    setArrived(({ count }) => ({ at: wanted, count: count + 1 }));
    onFound(cell);
  }, [cell, wanted, arrived.at, onFound]);
  return arrived.count;
}

interface ScheduleBannerProps {
  readonly meetings: readonly GridCell[];
  readonly words: CellWords;
  readonly chosen: Spot | null;
  readonly editable: boolean;
  readonly onTake: (act: InHand['act'], cell: GridCell) => void;
}

function ScheduleBanner({ meetings, words, chosen, editable, onTake }: ScheduleBannerProps) {
  const { t } = useText();
  if (meetings.length === 0)
    return <Notice kind="plain">{chosen === null ? t('meetings.choose_cell') : <Free words={words} spot={chosen} />}</Notice>;
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
