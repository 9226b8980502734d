// /editions/$slug/day: the hall now. Who is missing stands first, with how to reach them and what could be done, one press each.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { dayOf, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, ButtonLink, Buttons } from '#design/button.tsx';
import { SelectField } from '#design/fields/field.tsx';
import { Empty, Notice } from '#design/notices/notice.tsx';
import { Attention, Columns, Gap, Note, Section, Sentence } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useNow } from '../agenda/now.ts';
import { WalkInDesk } from '../arrivals/walk-in-desk.tsx';
import { writing } from '#kernel/language.ts';
import { meetingsQueries } from '../client.ts';
import type { Decision, Edition, Grid, Release } from '../edition/answers.ts';
import { ToDrafts } from '../edition/links.tsx';
import { TakeBackLast } from '../release/undo.tsx';
import { AwayRepair, isAwaited } from './away-repair.tsx';
import { EventPage } from '../edition/edition-page.tsx';
import { Named, Party, useSay } from '../edition/names.tsx';
import { Reach } from '../edition/reach.tsx';
import type { Board } from '../queue/tell.ts';
import { Preview } from '../repair/panel.tsx';
import { useAtDoor } from './at-door.ts';
import { CameAfterAll } from './came-after-all.tsx';
import { NotHere } from './not-here.tsx';
import { freeAt, inHall, queueNow, runningCells, takenBy, type FreeNow, type QueueNow } from './running.ts';
import { Tables } from './tables.tsx';

const askEvery = 10_000;
/** Without an answer for this long what is seen may be wrong. */
const staleAfter = 30_000;

export function DayPage() {
  const { t } = useText();
  return <EventPage title={t('meetings.day_title')}>{(edition) => <Day edition={edition} />}</EventPage>;
}

function Day({ edition }: { readonly edition: Edition }) {
  const { t } = useText();
  const now = useNow();
  const input = { editionId: edition.id };
  const releases = useQuery({ ...meetingsQueries.listReleases.queryOptions({ input: { ...input, limit: 1 } }), throwOnError: true });
  const released = releases.data?.entries[0] !== undefined;
  const today = dayOf(now, edition.timeZone);
  const held = today >= edition.firstDay && today <= edition.lastDay;
  const grid = useQuery({
    ...meetingsQueries.scheduleGrid.queryOptions({ input: { ...input, day: today } }),
    enabled: released && held,
    refetchInterval: askEvery,
    throwOnError: (_error, query) => query.state.data === undefined,
  });
  const waiting = useQuery({
    ...meetingsQueries.listDecisions.queryOptions({ input }),
    refetchInterval: askEvery,
    throwOnError: (_error, query) => query.state.data === undefined,
  });
  const queue = useQuery({ ...meetingsQueries.getQueue.queryOptions({ input }), enabled: released && held, refetchInterval: askEvery });
  if (releases.data === undefined) return <Skeleton lines={8} />;
  if (!released)
    return (
      <Empty heading={t('meetings.day_none')} actions={<ToDrafts edition={edition} />}>
        {t('meetings.day_none_text')}
      </Empty>
    );
  if (!held)
    return (
      <Empty
        heading={t('meetings.day_not_today')}
        actions={
          <>
            <ButtonLink to="/editions/$slug/schedule" params={{ slug: edition.slug }}>
              {t('meetings.schedule_title')}
            </ButtonLink>
            <ScreensLink edition={edition} />
          </>
        }
      >
        {t('meetings.day_not_today_text')}
      </Empty>
    );
  if (grid.data === undefined || waiting.data === undefined) return <Skeleton lines={10} />;
  const absences = waiting.data.entries.filter(({ kind }) => kind === 'absence');
  const came = waiting.data.entries.filter(({ kind }) => kind === 'came_after_all');
  const { wayBack } = releases.data;
  return <Hall {...{ edition, absences, came, now, wayBack }} board={queue.data?.queue} grid={grid.data} receivedAt={grid.dataUpdatedAt} />;
}

/** Screens are hung and looked at the day before. */
function ScreensLink({ edition }: { readonly edition: Edition }) {
  const { t } = useText();
  return (
    <ButtonLink to="/editions/$slug/wall" params={{ slug: edition.slug }}>
      {t('meetings.wall_open')}
    </ButtonLink>
  );
}

interface HallProps {
  readonly edition: Edition;
  /** The schedule of today. */
  readonly grid: Grid;
  readonly absences: readonly Decision[];
  readonly now: number;
  /** What the live queue has in all halls; null where none runs. */
  readonly queue: QueueNow | null;
}

interface WholeHallProps extends Omit<HallProps, 'queue'> {
  readonly board: Board | null | undefined;
  readonly came: readonly Decision[];
  readonly receivedAt: number;
  readonly wayBack: Release | null;
}

function Hall({ receivedAt, wayBack, came, board, ...facts }: WholeHallProps) {
  const { t, language } = useText();
  const { blank } = writing[language];
  const formats = useFormats();
  const { edition, grid, absences, now } = facts;
  const on: HallProps = { ...facts, queue: queueNow(board, now, '') };
  const received = { time: formats.time(receivedAt, edition.timeZone) };
  const { hall, choice } = useHall(edition, grid);
  const seen = inHall(grid, hall);
  const here = new Set(seen.cells.map(({ meetingId }) => meetingId));
  const absent = hall === '' ? absences : absences.filter(({ meetingId }) => meetingId !== null && here.has(meetingId));
  const running = runningCells(seen, now);
  const queue = queueNow(board, now, hall);
  const sitting = queue?.talks.filter(({ begunAt }) => begunAt !== null).length ?? 0;
  const door = useAtDoor(edition.id, grid, now);
  const oneSided = running.filter(({ a, b }) => [a, b].some((at) => door.isMissing(grid.participants[at]?.id ?? ''))).length;
  const time = formats.time(now, edition.timeZone);
  return (
    <div className="queue">
      {now - receivedAt > staleAfter && (
        <Notice kind="refused" live>
          {t('meetings.queue_stale', received)}
        </Notice>
      )}
      <Sentence>
        {[
          t('meetings.day_lead', { time, count: running.length + sitting }),
          absent.length === 0 ? t('meetings.day_lead_all') : t('meetings.day_lead_missing', { count: absent.length }),
          ...(oneSided === 0 ? [] : [t('meetings.day_lead_door', { count: oneSided })]),
        ].join(blank)}
      </Sentence>
      {queue !== null && (
        <p>
          {t(queue.isOver ? 'meetings.day_queue_over' : queue.isPaused ? 'meetings.day_queue_paused' : 'meetings.day_queue', {
            count: sitting,
          })}{' '}
          <Link to="/editions/$slug/queue" params={{ slug: edition.slug }}>
            {t('meetings.queue_title')}
          </Link>
        </p>
      )}
      {choice}
      {absent.map((absence, at) => (
        <Missing key={absence.meetingId ?? ''} {...on} absence={absence} isFirst={at === 0} />
      ))}
      {came.map((decision) => (
        <CameAfterAll key={decision.participants[0]?.id ?? ''} edition={edition} decision={decision} />
      ))}
      <NotHere edition={edition} grid={seen} whole={grid} door={door} now={now} />
      {edition.mayEdit && <WalkInDesk edition={edition} />}
      <Tables {...on} queue={queue} grid={seen} door={door} />
      <Columns>
        <Free {...on} />
      </Columns>
      <Buttons after>
        <ScreensLink edition={edition} />
        {edition.mayEdit && wayBack !== null && <TakeBackLast edition={edition} release={wayBack} />}
      </Buttons>
      <Note>
        {t('meetings.day_log')}
        <Gap />
        {t('meetings.queue_received', received)}
      </Note>
    </div>
  );
}

/** Staff with halls of their own see these: a steward of one hall begins with it. */
function useHall(edition: Edition, { places }: Grid) {
  const { t } = useText();
  const [chosen, setChosen] = useState<string | null>(null);
  const own = useQuery({ ...meetingsQueries.getDoor.queryOptions({ input: { editionId: edition.id } }), enabled: !edition.mayEdit }).data
    ?.ownHalls;
  const halls = [...new Set(places.flatMap((one) => (one.hall === null || one.hall === '' ? [] : [one.hall])))];
  const hall = chosen ?? (own?.length === 1 ? (own[0] ?? '') : '');
  const options = [{ value: '', text: t('meetings.door_all_halls') }, ...halls.map((value) => ({ value, text: value }))];
  const choice =
    halls.length < 2 ? null : (
      <div className="filters">
        <SelectField name="hall" label={t('meetings.door_hall')} value={hall} onChange={setChosen} options={options} />
      </div>
    );
  return { hall, choice };
}

/** Somebody is not at their table: how to reach them, who is free, and the repair of the rest of their day with what it would move. */
function Missing({ absence, isFirst, ...hall }: HallProps & { readonly absence: Decision; readonly isFirst: boolean }) {
  const { edition, grid, now } = hall;
  const { t } = useText();
  const say = useSay();
  const formats = useFormats();
  const { came } = useAtDoor(edition.id, grid, now);
  // Of the first what can be done stands open at once.
  const [putRight, setPutRight] = useState(isFirst && edition.mayEdit);
  const [absent, reporter] = absence.participants;
  if (absent === undefined) return null;
  const mayRepair = isAwaited(grid, absent.id, now);
  const cameAt = came.get(absent.id);
  const hasOtherDays = grid.days.some((day) => day > dayOf(now, edition.timeZone));
  return (
    <Columns>
      <Section title={<Attention>{say(absence.title)}</Attention>} span={7}>
        {absence.detail !== null && <p>{say(absence.detail)}</p>}
        {cameAt !== undefined && <p>{t('meetings.day_arrived_at', { time: formats.time(cameAt, edition.timeZone) })}</p>}
        {putRight && mayRepair ? (
          <AwayRepair {...{ edition, grid, now }} participantId={absent.id} onDone={() => setPutRight(false)} />
        ) : (
          <Buttons>
            {edition.mayEdit && mayRepair && (
              <Button kind="go" onPress={() => setPutRight(true)}>
                {t('meetings.day_not_today_any_more', { code: absent.code })}
              </Button>
            )}
            <ButtonLink to="/editions/$slug/schedule" params={{ slug: edition.slug }} hash={absence.meetingId ?? ''}>
              {t('meetings.do_absence')}
            </ButtonLink>
          </Buttons>
        )}
        {!mayRepair && <p className="muted">{t('meetings.day_nothing_more', { code: absent.code })}</p>}
        {edition.mayEdit && hasOtherDays && <p className="muted">{t('meetings.day_other_days')}</p>}
      </Section>
      <Section title={t('meetings.day_reach')} span={5}>
        <Reach editionId={edition.id} participantId={absent.id} />
        {/* Whom else they wished to meet is told to those alone who can give them a meeting. */}
        {reporter !== undefined && edition.mayEdit && <FreeFor {...hall} reporter={reporter} absent={absent.id} />}
      </Section>
    </Columns>
  );
}

interface FreeForProps extends HallProps {
  readonly reporter: Decision['participants'][number];
  readonly absent: string;
}

const mostNamed = 5;

/** Who is free now and wished to meet the one who waits. */
function FreeFor({ reporter, absent, ...hall }: FreeForProps) {
  const { edition } = hall;
  const { t } = useText();
  const formats = useFormats();
  const { data } = useQuery(meetingsQueries.listOpenMeetings.queryOptions({ input: { editionId: edition.id } }));
  const open = new Map(
    data?.entries.flatMap(({ id, a, b }) => (a.id === reporter.id ? [[b.id, id]] : b.id === reporter.id ? [[a.id, id]] : [])),
  );
  const { free: everyone } = useFree(hall);
  const free = everyone.filter(({ participant: { id } }) => open.has(id) && id !== absent && id !== reporter.id);
  if (free.length === 0) return <Note>{t('meetings.day_nobody_for', { code: reporter.code })}</Note>;
  return (
    <>
      <h3>{t('meetings.day_free_for', { code: reporter.code })}</h3>
      <ul className="rows ends">
        {free.slice(0, mostNamed).map(({ participant, until }) => (
          <li key={participant.id}>
            <div className="what">
              <Party of={participant} />
              <Reach editionId={edition.id} participantId={participant.id} />
              <FindTime edition={edition} meetingId={open.get(participant.id)} />
            </div>
            <span className="nowrap">
              {until === null ? t('meetings.day_free_open') : t('meetings.day_free_until', { time: formats.time(until, edition.timeZone) })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The best time for the two, one press; what goes on now cannot be changed any more. */
function FindTime({ edition, meetingId }: { readonly edition: Edition; readonly meetingId: string | undefined }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  if (meetingId === undefined) return null;
  if (isOpen) return <Preview edition={edition} changes={[{ kind: 'added', meetingId }]} onDone={() => setOpen(false)} />;
  return (
    <Button kind="text" onPress={() => setOpen(true)}>
      {t('meetings.day_find_time')}
    </Button>
  );
}

/** Who is free and here as far as is known, and how many more are free but were not seen at the door. */
function useFree({ edition, grid, absences, now, queue }: HallProps): { readonly free: readonly FreeNow[]; readonly unseen: number } {
  const door = useAtDoor(edition.id, grid, now);
  const absent = new Set([
    ...absences.flatMap(({ participants }) => (participants[0] === undefined ? [] : [participants[0].id])),
    ...door.left.keys(),
    ...takenBy(queue),
  ]);
  // The live queue calls those alone who are checked in: where it runs, whoever is not is not here.
  const isUnseen = (id: string): boolean => door.isMissing(id) || (queue !== null && door.here.size > 0 && !door.isHere(id));
  const idle = freeAt(grid, now, absent);
  const free = idle.filter(({ participant }) => !isUnseen(participant.id));
  return { free, unseen: idle.length - free.length };
}

function Free(hall: HallProps) {
  const { edition } = hall;
  const { t } = useText();
  const formats = useFormats();
  const [all, setAll] = useState(false);
  const { free, unseen } = useFree(hall);
  const until = (one: FreeNow): string => (one.until === null ? t('meetings.day_free_open') : formats.time(one.until, edition.timeZone));
  return (
    <Section title={t('meetings.day_free')} count={free.length} span={7} aside={t('meetings.day_free_note')}>
      <ul className="rows ends">
        {(all ? free : free.slice(0, 12)).map((one) => (
          <li key={one.participant.id}>
            <div className="what">
              <b className="nowrap">{one.participant.code}</b> <Named name={one.participant.name} />
            </div>
            <span className="nowrap">{until(one)}</span>
          </li>
        ))}
      </ul>
      {unseen > 0 && <Note>{t('meetings.day_free_unseen', { count: unseen })}</Note>}
      {free.length > 12 && !all && (
        <Button kind="text" onPress={() => setAll(true)}>
          {t('meetings.day_free_all', { count: free.length - 12 })}
        </Button>
      )}
    </Section>
  );
}
