// A day of an agenda: meetings, time away, and holes with who is free then.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { dayOf, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { AsWritten } from '#design/named.tsx';
import { Note, Section } from '#design/page.tsx';
import { DayRows, type DayEntry } from '#design/rows.tsx';
import { ZoneNote } from '#design/time.tsx';
import { PlaceLink } from '#modules/expos/ui/floor/place-link.tsx';
import type { Agenda, AgendaEntry } from './answers.ts';
import { CardAtMeeting } from './cards.tsx';
import { FeedbackDialog, saysYes } from './feedback.tsx';
import { MoveAtMeeting, MoveDialog } from '../moves/moves.tsx';
import { HoleDialog } from './hole.tsx';
import { placeWords } from './next.tsx';
import { Named } from '../edition/names.tsx';

interface DayProps {
  readonly agenda: Agenda;
  readonly day: string;
  readonly now: number;
  readonly nextId: string | undefined;
}

export function AgendaDay({ agenda, day, now, nextId }: DayProps) {
  const formats = useFormats();
  const zone = agenda.edition.timeZone;
  const [rating, setRating] = useState<AgendaEntry | null>(null);
  const [filling, setFilling] = useState<string | null>(null);
  const [moving, setMoving] = useState<AgendaEntry | null>(null);
  const rows = useDayRows({ agenda, day, now, nextId, onRate: setRating, onFill: setFilling, onMove: setMoving });
  return (
    <Section title={formats.day(day, 'day')} aside={<ZoneNote zone={zone} />}>
      <DayRows entries={rows} label={formats.day(day, 'day')} />
      {rating !== null && <FeedbackDialog agenda={agenda} entry={rating} onClose={() => setRating(null)} />}
      {moving !== null && <MoveDialog agenda={agenda} entry={moving} onClose={() => setMoving(null)} />}
      {filling !== null && <HoleDialog agenda={agenda} slotId={filling} onClose={() => setFilling(null)} />}
    </Section>
  );
}

interface RowsProps extends DayProps {
  readonly onRate: (entry: AgendaEntry) => void;
  readonly onFill: (slotId: string) => void;
  readonly onMove: (entry: AgendaEntry) => void;
}

interface Timed extends DayEntry {
  readonly at: string;
}

function useDayRows({ agenda, day, now, nextId, onRate, onFill, onMove }: RowsProps): readonly DayEntry[] {
  const { t } = useText();
  const formats = useFormats();
  const zone = agenda.edition.timeZone;
  const here = (instant: string): boolean => dayOf(instant, zone) === day;
  const positionOf = ({ meetingId, endsAt, metAt }: AgendaEntry): 'past' | 'here' | 'ahead' =>
    meetingId === nextId ? 'here' : isOver(metAt ?? endsAt, now) ? 'past' : 'ahead';
  const meetings: readonly Timed[] = agenda.entries
    .filter((entry) => here(entry.startsAt))
    .map((entry) => ({
      at: entry.startsAt,
      key: entry.meetingId,
      time: formats.time(entry.startsAt, zone),
      what: (
        <>
          <Named name={entry.with.name} /> <span className="note">{entry.with.code}</span>
        </>
      ),
      where: (
        <Details
          {...{ agenda, entry }}
          ratable={agenda.side === 'own' && isOver(entry.metAt ?? entry.startsAt, now) && entry.absence === null}
          onRate={() => onRate(entry)}
          movable={agenda.side === 'own' && !isOver(entry.metAt ?? entry.startsAt, now)}
          onMove={() => onMove(entry)}
        />
      ),
      state: (
        <State words={stateOf(t, entry, { now, nextId })} passing={entry.absence === null && entry.feedback === null && !isMet(entry)} />
      ),
      position: positionOf(entry),
    }));
  const holes: readonly Timed[] = agenda.holes
    .filter((hole) => here(hole.startsAt) && Date.parse(hole.endsAt) > now)
    .map((hole) => ({
      at: hole.startsAt,
      key: hole.slotId,
      time: formats.time(hole.startsAt, zone),
      what: <span className="muted">{t('meetings.free_until', { time: formats.time(hole.endsAt, zone) })}</span>,
      where: (
        <button type="button" className="linkish noprint" onClick={() => onFill(hole.slotId)}>
          {t('meetings.who_is_free', { count: hole.candidates })}
        </button>
      ),
    }));
  // Meetings were cancelled, and today somebody took them for absent: they may be there all the same.
  const isTakenForAbsent = ({ reason, endsAt }: Agenda['away'][number]): boolean =>
    agenda.side === 'own' && reason === '' && Date.parse(endsAt) > now && day === dayOf(now, zone) && agenda.cancelled.length > 0;
  const away: readonly Timed[] = agenda.away
    .filter((gone) => here(gone.startsAt))
    .map((gone) => ({
      at: gone.startsAt,
      key: `away-${gone.startsAt}`,
      time: formats.time(gone.startsAt, zone),
      what: (
        <>
          <span className="muted">{gone.reason === '' ? t('meetings.away') : <AsWritten text={gone.reason} />}</span>
          {isTakenForAbsent(gone) && <Note>{t('meetings.away_here')}</Note>}
        </>
      ),
      where: t('meetings.until_time', { time: formats.time(gone.endsAt, zone) }),
    }));
  return [...meetings, ...holes, ...away].sort((a, b) => a.at.localeCompare(b.at));
}

/** One that was kept for times without a network may be older than this is. */
const isMet = ({ metAt = null }: AgendaEntry): boolean => metAt !== null;

const isOver = (instant: string, now: number): boolean => Date.parse(instant) <= now;

/** "Now" and "next" are true for a moment only: paper does not say them. */
const State = ({ words, passing }: { readonly words: string | null; readonly passing: boolean }) => (
  <span className={passing ? 'noprint' : undefined}>{words}</span>
);

function stateOf(t: ReturnType<typeof useText>['t'], entry: AgendaEntry, { now, nextId }: Pick<DayProps, 'now' | 'nextId'>): string | null {
  if (entry.absence !== null) return t('meetings.state_absent');
  if (isMet(entry)) return t('meetings.state_met');
  if (entry.feedback !== null) return t('meetings.state_met');
  if (Date.parse(entry.startsAt) <= now && now < Date.parse(entry.endsAt)) return t('meetings.now_running');
  return entry.meetingId === nextId ? t('meetings.state_next') : null;
}

function Details({
  agenda,
  entry,
  ratable,
  onRate,
  movable,
  onMove,
}: {
  readonly agenda: Agenda;
  readonly entry: AgendaEntry;
  readonly ratable: boolean;
  readonly onRate: () => void;
  readonly movable: boolean;
  readonly onMove: () => void;
}) {
  const { edition, participant } = agenda;
  const { t } = useText();
  const formats = useFormats();
  return (
    <>
      <PlaceLink editionId={edition.id} place={entry.place}>
        {placeWords(t, entry)}
      </PlaceLink>
      {entry.interpreter !== null && <> · {t('meetings.interpreter_is', { name: entry.interpreter })}</>}
      {entry.added && (
        <>
          {' '}
          <span className="attention">{t('meetings.newly_added')}</span>
        </>
      )}
      {entry.movedFrom !== null && (
        <>
          {' '}
          <span className="attention">{t('meetings.moved_from', { time: formats.time(entry.movedFrom, edition.timeZone) })}</span>
        </>
      )}
      {isMet(entry) && (
        <>
          {' · '}
          {t('meetings.met_in_queue', { time: formats.time(entry.metAt ?? '', edition.timeZone) })}
        </>
      )}
      {movable && <MoveAtMeeting {...{ agenda, entry, onMove }} />}
      {agenda.side === 'own' && <CardAtMeeting {...{ agenda, entry }} />}
      {ratable && (
        <>
          <span className="noprint">&emsp;</span>
          <button type="button" className="linkish noprint" onClick={onRate}>
            {entry.feedback === null ? t('meetings.how_was_it') : t('meetings.change_feedback')}
          </button>
          {saysYes(entry.feedback) && (
            <>
              <span className="noprint">&emsp;</span>
              <Link
                className="noprint"
                to="/outcomes/new"
                search={{ edition: edition.id, participant: participant.id, meeting: entry.meetingId }}
              >
                {t('meetings.record_outcome')}
              </Link>
            </>
          )}
        </>
      )}
    </>
  );
}
