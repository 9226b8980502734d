// An interpreter's day: which meetings they interpret, when and where, between which languages; and one press to say that they cannot.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Offline } from '#client/error.ts';
import { dayOf, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { relative } from '#client/relative.ts';
import { Button } from '#design/button.tsx';
import { Confirm } from '#design/notices/dialog.tsx';
import { KeptNotice } from '#design/notices/kept-notice.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { Note, Section } from '#design/page.tsx';
import { DayRows, Facts, type DayEntry } from '#design/rows.tsx';
import { Time, ZoneNote } from '#design/time.tsx';
import { exposQueries } from '#modules/expos/ui/client.ts';
import { meetingsQueries } from '../client.ts';
import type { InterpretedMeeting, InterpreterAgenda } from '../agenda/answers.ts';
import { InterpreterCalendar } from '../agenda/calendar.tsx';
import { Cancelled } from '../agenda/cancelled.tsx';
import { placeWords } from '../agenda/next.tsx';
import { useNow } from '../agenda/now.ts';
import { sayOfSlot, useSaidLater } from '../agenda/said-later.ts';
import { Named, useName } from '../edition/names.tsx';
import { useToldTrouble } from '../edition/trouble.ts';

const refreshEvery = 30_000;
const whileCalled = 5000;

interface OfInterpreter {
  readonly editionId: string;
  readonly interpreterId: string;
}

export const useInterpreterAgenda = (ids: OfInterpreter): InterpreterAgenda | undefined =>
  useQuery({
    ...meetingsQueries.getInterpreterAgenda.queryOptions({ input: ids }),
    // Whoever may be called has to hear of it.
    refetchInterval: ({ state }) => (state.data?.queue == null ? refreshEvery : whileCalled),
    throwOnError: (_error, query) => query.state.data === undefined,
  }).data;

/** What they have said of each slot. */
const useTimes = ({ editionId, interpreterId }: OfInterpreter) =>
  useQuery(exposQueries.getTimes.queryOptions({ input: { editionId, addresseeId: interpreterId } })).data;

/** The whole of it, as it stands in a page. */
export function InterpreterDay({ ids }: { readonly ids: OfInterpreter }) {
  const { t } = useText();
  const agenda = useInterpreterAgenda(ids);
  const now = useNow();
  const saidLater = useSaidLater();
  const cannot = new Set(useTimes(ids)?.slots.flatMap(({ id, says }) => (says === 'cannot' ? [id] : [])));
  if (agenda === undefined) return <Skeleton lines={6} />;
  if (agenda.release === null) return <Empty heading={t('meetings.agenda_none')}>{t('meetings.interpreting_none_text')}</Empty>;
  const zone = agenda.edition.timeZone;
  const next = agenda.entries.find(({ endsAt, metAt = null }) => metAt === null && Date.parse(endsAt) > now);
  const programme = agenda.away.filter(({ itemId }) => itemId !== null);
  const days = [...new Set([...agenda.entries, ...programme].map(({ startsAt }) => dayOf(startsAt, zone)))].sort();
  return (
    <>
      <KeptNotice outbox={saidLater} />
      {next !== undefined && <NextInterpreted {...{ ids, agenda, now }} entry={next} />}
      {days.length === 0 && <Empty heading={t('meetings.interpreting_empty')}>{t('meetings.interpreting_empty_text')}</Empty>}
      {days.map((day) => (
        <DayOf key={day} {...{ agenda, day, now, cannot }} nextId={next?.meetingId} />
      ))}
      <Cancelled zone={zone} entries={agenda.cancelled.map((gone) => ({ ...gone, what: <Parties parties={gone.parties} /> }))} />
      {agenda.entries.length > 0 && <Stretch agenda={agenda} />}
      <Note>{t('meetings.schedule_number', { number: agenda.release.number })}</Note>
      <InterpreterCalendar agenda={agenda} />
    </>
  );
}

/** How long they interpret without a rest, and whether that is more than was agreed. */
function Stretch({ agenda: { stretchMinutes: minutes, longestMinutes: most } }: { readonly agenda: InterpreterAgenda }) {
  const { t } = useText();
  const tooLong = most !== null && minutes > most;
  return (
    <p className={tooLong ? 'attention' : 'note'}>
      {most === null
        ? t('meetings.stretch', { minutes })
        : t(tooLong ? 'meetings.stretch_too_long' : 'meetings.stretch_within', { minutes, most })}
    </p>
  );
}

const Parties = ({ parties }: Pick<InterpretedMeeting, 'parties'>) =>
  parties.map((one, at) => (
    <span key={one.id}>
      {at > 0 && ' · '}
      <Named name={one.name} /> <span className="note">{one.code}</span>
    </span>
  ));

function NextInterpreted({
  ids,
  agenda,
  entry,
  now,
}: {
  readonly ids: OfInterpreter;
  readonly agenda: InterpreterAgenda;
  readonly entry: InterpretedMeeting;
  readonly now: number;
}) {
  const { t, language } = useText();
  const formats = useFormats();
  const zone = agenda.edition.timeZone;
  const running = Date.parse(entry.startsAt) <= now;
  return (
    <section className="next noprint" aria-labelledby={`next-${entry.meetingId}`}>
      <p className="clock">
        <Time instant={entry.startsAt} zone={zone} own />
        <small id={`next-${entry.meetingId}`}>
          {running ? t('meetings.now_running') : relative(language, { instant: entry.startsAt, now, zone })}
        </small>
      </p>
      <p className="where">{placeWords(t, entry)}</p>
      <p className="whom">
        <Parties parties={entry.parties} />
      </p>
      <Facts
        entries={[
          { term: t('meetings.language'), value: formats.list(entry.languages.map((tag) => formats.languageName(tag))) },
          { term: t('meetings.until'), value: <Time instant={entry.endsAt} zone={zone} own /> },
        ]}
      />
      {agenda.side === 'own' && !running && <CannotCome ids={ids} entry={entry} zone={zone} />}
    </section>
  );
}

interface CannotComeProps {
  readonly ids: OfInterpreter;
  readonly entry: InterpretedMeeting;
  readonly zone: string;
}

/**
 * Says of the slot that one cannot, once it was asked: the organiser sees it as a decision that waits, and the planner keeps to it. Without a network it
 * is kept and sent when there is one.
 */
function CannotCome({ ids, entry, zone }: CannotComeProps) {
  const { t } = useText();
  const formats = useFormats();
  const name = useName();
  const toast = useToast();
  const told = useToldTrouble();
  const queryClient = useQueryClient();
  const { sayLater, isKept } = useSaidLater();
  const [asked, setAsked] = useState(false);
  const times = useTimes(ids);
  const slot = { ...ids, slotId: entry.slotId };
  const isWaiting = isKept({ say: 'slot', input: { ...slot, says: null } });
  if (isWaiting) return <p className="attention">{t('meetings.kept_until_network')}</p>;
  if (times === undefined) return null;
  const said = times.slots.find(({ id }) => id === entry.slotId)?.says ?? null;
  const words = `${formats.time(entry.startsAt, zone)} · ${formats.list(entry.parties.map((one) => name(one.name)))}`;
  /** Whether it was sent. */
  const say = async (says: typeof said, saying: string): Promise<boolean> => {
    try {
      await sayOfSlot({ ...slot, says });
    } catch (error) {
      if (!(error instanceof Offline)) throw error;
      sayLater({ say: 'slot', input: { ...slot, says } }, `${words} · ${saying}`, crypto.randomUUID());
      return false;
    }
    await queryClient.invalidateQueries({ queryKey: exposQueries.key() });
    return true;
  };
  const back = () => say(null, t('meetings.cannot_interpret_back'));
  if (said === 'cannot')
    return (
      <p className="attention" role="status">
        {t('meetings.cannot_interpret_said')}{' '}
        <Button kind="text" onPress={() => back().catch(told)}>
          {t('meetings.cannot_interpret_back')}
        </Button>
      </p>
    );
  const cannot = async () => {
    setAsked(false);
    if (await say('cannot', t('meetings.cannot_interpret')))
      toast({ text: t('meetings.cannot_interpret_told'), undo: () => say(said, t('meetings.cannot_interpret_back')) });
  };
  return (
    <>
      <Button big onPress={() => setAsked(true)}>
        {t('meetings.cannot_interpret')}
      </Button>
      <p className="note">{t('meetings.cannot_interpret_hint')}</p>
      <Confirm
        open={asked}
        onClose={() => setAsked(false)}
        title={t('meetings.cannot_interpret_ask')}
        confirmText={t('meetings.cannot_interpret_tell')}
        onConfirm={() => cannot().catch(told)}
      >
        <p>{words}</p>
        <p>{t('meetings.cannot_interpret_asked')}</p>
      </Confirm>
    </>
  );
}

interface DayOfProps {
  readonly agenda: InterpreterAgenda;
  readonly day: string;
  readonly now: number;
  readonly nextId: string | undefined;
  /** Slots at which they have said that they cannot. */
  readonly cannot: ReadonlySet<string>;
}

function DayOf({ agenda, day, now, nextId, cannot }: DayOfProps) {
  const { t } = useText();
  const formats = useFormats();
  const zone = agenda.edition.timeZone;
  const here = (instant: string): boolean => dayOf(instant, zone) === day;
  const meetings = agenda.entries
    .filter(({ startsAt }) => here(startsAt))
    .map((entry): DayEntry & { readonly at: string } => ({
      at: entry.startsAt,
      key: entry.meetingId,
      time: formats.span(entry.startsAt, entry.endsAt, zone),
      what: <Parties parties={entry.parties} />,
      where: (
        <>
          {placeWords(t, entry)} · {formats.list(entry.languages.map((tag) => formats.languageName(tag)))}
          {entry.movedFrom !== null && (
            <>
              {' '}
              <span className="attention">{t('meetings.moved_from', { time: formats.time(entry.movedFrom, zone) })}</span>
            </>
          )}
          {entry.metAt != null && (
            <>
              {' '}
              <strong>{t('meetings.met_in_queue', { time: formats.time(entry.metAt, zone) })}</strong>
            </>
          )}
          {cannot.has(entry.slotId) && (
            <>
              {' '}
              <span className="attention">{t('meetings.cannot_interpret_marked')}</span>
            </>
          )}
        </>
      ),
      position: entry.meetingId === nextId ? 'here' : Date.parse(entry.metAt ?? entry.endsAt) <= now ? 'past' : 'ahead',
    }));
  const programme = agenda.away.flatMap(({ startsAt, endsAt, itemId, title }) =>
    itemId === null || !here(startsAt)
      ? []
      : [{ at: startsAt, key: itemId, time: formats.span(startsAt, endsAt, zone), what: title, where: t('meetings.agenda_programme') }],
  );
  return (
    <Section title={formats.day(day, 'day')} aside={<ZoneNote zone={zone} />}>
      <DayRows entries={[...meetings, ...programme].sort((a, b) => a.at.localeCompare(b.at))} label={formats.day(day, 'day')} />
    </Section>
  );
}
