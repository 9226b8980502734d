// Every table against time around now: what is over, what goes on, what comes. Who is not there is said where they are looked for.
import { Link } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import type { Column } from '#design/data-table.tsx';
import { LongDataTable } from '#design/long-data-table.tsx';
import { usePhone } from '#design/media.ts';
import { Attention, Section } from '#design/page.tsx';
import { absenceOpensAt } from '../../domain/agenda/attendance.ts';
import { meetingsApi, meetingsQueries } from '../client.ts';
import type { Decision, Edition, Grid, GridCell } from '../edition/answers.ts';
import { Party } from '../edition/names.tsx';
import type { AtDoor } from './at-door.ts';
import './day.css';
import type { QueueTalk } from '../queue/tell.ts';
import { heldAt, laterThan, placesInUse, timesAround, type QueueNow, type TimesNow } from './running.ts';

type Place = Grid['places'][number];

interface TablesProps {
  readonly edition: Edition;
  readonly grid: Grid;
  readonly absences: readonly Decision[];
  readonly door: AtDoor;
  readonly now: number;
  readonly queue: QueueNow | null;
}

/** Times ahead for which there is room beside what is over and what goes on; a phone has what is now and next. */
const room = { desk: 3, phone: 1 } as const;

export function Tables(props: TablesProps) {
  const { t } = useText();
  const { edition, grid, absences, now, queue } = props;
  const places = placesInUse(grid, now, queue);
  const formats = useFormats();
  const { columns, nowAt, times } = useColumns(props);
  const later = laterThan(grid, times, now);
  const missing = new Set(absences.map(({ meetingId }) => meetingId));
  const flagged = new Set(grid.cells.flatMap(({ meetingId, place }) => (missing.has(meetingId) ? [grid.places[place]?.id] : [])));
  return (
    <Section title={t('meetings.day_tables')} count={places.length}>
      {places.length === 0 ? (
        <p className="muted">{t('meetings.day_tables_none')}</p>
      ) : (
        <div className="dayboard" data-now={nowAt}>
          <LongDataTable
            caption={t('meetings.day_tables')}
            rows={places}
            rowKey={({ id }) => id}
            rowState={({ id }) => (flagged.has(id) ? 'flag' : undefined)}
            columns={columns}
          />
        </div>
      )}
      {later.first !== null && (
        <p>
          {t('meetings.day_later', { count: later.count, time: formats.time(later.first, edition.timeZone) })}{' '}
          <Link to="/editions/$slug/schedule" params={{ slug: edition.slug }}>
            {t('meetings.schedule_title')}
          </Link>
        </p>
      )}
    </Section>
  );
}

/** The columns, and the how-manieth of them is now. */
function useColumns(props: TablesProps): { readonly columns: readonly Column<Place>[]; readonly nowAt: number; readonly times: TimesNow } {
  const { t } = useText();
  const formats = useFormats();
  const phone = usePhone();
  const { edition, grid, now, queue } = props;
  const times = timesAround(grid, now, phone ? room.phone : room.desk);
  const { before, running, ahead } = times;
  const clock = (slot: number): string => formats.time(grid.slots[slot]?.startsAt ?? '', edition.timeZone);
  const held = (slot: number): Column<Place> => ({
    key: `slot-${slot}`,
    head: clock(slot),
    cell: ({ id }) => heldAt(grid, id, slot).map((cell) => <Pair key={cell.meetingId} {...props} cell={cell} />),
  });
  const isFree = <span className="muted">{t('meetings.day_table_free')}</span>;
  const over = before === null || phone ? [] : [held(before)];
  const columns: readonly Column<Place>[] = [
    { key: 'table', head: t('meetings.place'), naming: true, nowrap: true, cell: ({ code }) => code },
    ...over,
    {
      key: 'now',
      head: running === null ? t('meetings.day_now') : t('meetings.day_now_since', { time: clock(running) }),
      cell: ({ id }) => {
        const cells = running === null ? [] : heldAt(grid, id, running);
        const talks = (queue?.talks ?? []).filter(({ place }) => place.id === id);
        if (cells.length + talks.length === 0) return isFree;
        return [
          ...cells.map((cell) =>
            cell.metAt === undefined ? (
              <Running key={cell.meetingId} {...props} cell={cell} />
            ) : (
              <Pair key={cell.meetingId} {...props} cell={cell} />
            ),
          ),
          ...talks.map((talk) => <InQueue key={talk.id} edition={edition} talk={talk} />),
        ];
      },
    },
    ...ahead.map(held),
  ];
  return { columns, nowAt: over.length + 2, times };
}

interface OneMeeting extends TablesProps {
  readonly cell: GridCell;
}

/** Both sides, each leading to its agenda. */
function Pair({ edition, grid, cell, now }: OneMeeting) {
  const { t } = useText();
  const formats = useFormats();
  const isOver = Date.parse(grid.slots[cell.slot]?.endsAt ?? '') <= now;
  const isAway = (at: number): boolean => !isOver && grid.away.some(({ slot, participant }) => slot === cell.slot && participant === at);
  const sides = [cell.a, cell.b].flatMap((at) => {
    const side = grid.participants[at];
    return side === undefined ? [] : [{ ...side, isAway: isAway(at) }];
  });
  return (
    <>
      {sides.map((side) => (
        <div key={side.id}>
          <Link to="/editions/$slug/agendas/$code" params={{ slug: edition.slug, code: side.code }}>
            <Party of={side} />
          </Link>
          {side.isAway && (
            <small>
              <Attention>{t('meetings.day_says_away', { code: side.code })}</Attention>
            </small>
          )}
        </div>
      ))}
      {cell.metAt !== undefined && <small>{t('meetings.met_in_queue', { time: formats.time(cell.metAt, edition.timeZone) })}</small>}
    </>
  );
}

/** A meeting of the live queue, or a call to one. */
function InQueue({ edition, talk }: { readonly edition: Edition; readonly talk: QueueTalk }) {
  const { t } = useText();
  const formats = useFormats();
  const time = formats.time(talk.begunAt ?? talk.goesOutAt, edition.timeZone);
  return (
    <div>
      {[talk.rotating, talk.seated].map((side) => (
        <div key={side.id}>
          <Party of={side} />
        </div>
      ))}
      <small>{t(talk.begunAt === null ? 'meetings.day_in_queue_called' : 'meetings.day_in_queue', { time })}</small>
    </div>
  );
}

/** A meeting that goes on: who has not been seen, and the press that says who is not there. */
function Running(props: OneMeeting) {
  const { t } = useText();
  const { edition, grid, cell, absences, door, now } = props;
  const { keep, ...action } = useKeeping(meetingsQueries.key());
  const sides = [cell.a, cell.b].flatMap((at) => grid.participants[at] ?? []);
  const isReported = absences.some(({ meetingId }) => meetingId === cell.meetingId);
  const mayReport = edition.mayEdit && !isReported && now >= absenceOpensAt(Date.parse(grid.slots[cell.slot]?.startsAt ?? ''));
  /** The other side says that this one is not there; the organiser acts for it. */
  const report = (by: string, code: string): void => {
    const said = { editionId: edition.id, participantId: by, meetingId: cell.meetingId };
    void keep((context) => meetingsApi.reportAbsence(said, { context }), {
      said: t('meetings.absence_stands', { name: code }),
      undo: async () => void (await meetingsApi.withdrawAbsence(said)),
    });
  };
  return (
    <div>
      <Pair {...props} />
      {isReported && <Attention>{t('meetings.day_side_missing')}</Attention>}
      {!isReported &&
        sides.flatMap(({ id, code }) =>
          door.isMissing(id) ? [<small key={id}>{t('meetings.day_one_not_checked_in', { code })}</small>] : [],
        )}
      {mayReport && (
        <span className="btns">
          {sides.map((side, at) => {
            const other = sides[1 - at];
            return other === undefined ? null : (
              <Button key={side.id} kind="text" busy={action.busy} onPress={() => report(other.id, side.code)}>
                {t('meetings.queue_is_missing', { number: side.code })}
              </Button>
            );
          })}
        </span>
      )}
      {action.trouble !== null && <Attention>{action.trouble.message}</Attention>}
    </div>
  );
}
