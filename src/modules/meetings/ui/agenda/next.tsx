// The next meeting: when, where, whom, why, and one button "they are not here".
import { useQueryClient } from '@tanstack/react-query';
import { dayOf, useFormats } from '#client/formats.ts';
import { Offline } from '#client/error.ts';
import { useText } from '#client/language.ts';
import { relative } from '#client/relative.ts';
import { Button } from '#design/button.tsx';
import { AsWritten } from '#design/named.tsx';
import { Facts } from '#design/rows.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { Time } from '#design/time.tsx';
import { noDetails } from '#modules/organisations/domain/entry.ts';
import { PlaceLink } from '#modules/expos/ui/floor/place-link.tsx';
import { personWords, placeInHall } from '../../domain/agenda/agenda-words.ts';
import { absenceOpensAt, graceMinutes } from '../../domain/agenda/attendance.ts';
import { meetingsApi, meetingsQueries } from '../client.ts';
import type { Agenda, AgendaEntry } from './answers.ts';
import { Saying } from '#modules/expos/ui/market/listing-filters.tsx';
import { Named, useName, useSay } from '../edition/names.tsx';
import { useToldTrouble } from '../edition/trouble.ts';
import { useSaidLater } from './said-later.ts';

interface NextProps {
  readonly agenda: Agenda;
  readonly entry: AgendaEntry;
  readonly now: number;
}

export function NextMeeting({ agenda, entry, now }: NextProps) {
  const { t, language } = useText();
  const say = useSay();
  const zone = agenda.edition.timeZone;
  const running = Date.parse(entry.startsAt) <= now;
  // Who has met nobody today yet comes from anywhere.
  const before = agenda.entries.findLast(
    (one) => one.endsAt <= entry.startsAt && dayOf(one.startsAt, zone) === dayOf(entry.startsAt, zone),
  );
  return (
    <section className="next noprint" aria-labelledby="next-head">
      <p className="clock">
        <Time instant={entry.startsAt} zone={zone} own />
        <small id="next-head">{running ? t('meetings.now_running') : relative(language, { instant: entry.startsAt, now, zone })}</small>
      </p>
      <p className="where">
        <PlaceLink editionId={agenda.edition.id} place={entry.place} from={before?.place}>
          {placeWords(t, entry)}
        </PlaceLink>
      </p>
      <p className="whom">
        <Named name={entry.with.name} /> <span className="note">{entry.with.code}</span>
      </p>
      {entry.person !== null && (
        <p>
          <AsWritten text={personWords(entry.person, language)} />
        </p>
      )}
      <Facts
        entries={[
          { term: t('meetings.why'), value: say(entry.why) },
          { term: t('meetings.language'), value: say(entry.language) },
          ...saidOf(agenda, entry, t),
          { term: t('meetings.until'), value: <Time instant={entry.endsAt} zone={zone} own /> },
        ]}
      />
      <Absence agenda={agenda} entry={entry} now={now} />
    </section>
  );
}

/** What they offer and look for, where they said it. */
function saidOf({ edition }: Agenda, { about }: AgendaEntry, t: ReturnType<typeof useText>['t']) {
  const said = (kind: 'offer' | 'need', term: string) => {
    // An agenda that was kept for times without a network may be older than titles are.
    const [text, topics, title = null] = [about[kind], about[`${kind}Topics`], about[`${kind}Title`]];
    if (text === null && title === null && topics.length === 0) return [];
    const details = title === null ? null : { ...noDetails, title, goals: [], places: [] };
    return [{ term, value: <Saying editionId={edition.id} {...{ text, topics, details }} /> }];
  };
  return [...said('offer', t('meetings.offers')), ...said('need', t('meetings.looks_for'))];
}

/** "Table 8, hall 2" or "Stand A12". */
export function placeWords(t: ReturnType<typeof useText>['t'], { place }: Pick<AgendaEntry, 'place'>): string {
  const where = place.kind === 'table' ? t('meetings.table_code', { code: place.code }) : t('meetings.stand_code', { code: place.code });
  if (place.hall === null || place.hall === '') return where;
  return t(placeInHall(place.hall), { place: where, hall: place.hall });
}

/** Reports that the other side is not there; can be taken back at once or later. Without a network it is kept and sent when there is one. */
function Absence({ agenda, entry, now }: NextProps) {
  const { t } = useText();
  const name = useName();
  const formats = useFormats();
  const { sayLater, isKept } = useSaidLater();
  const toast = useToast();
  const told = useToldTrouble();
  const queryClient = useQueryClient();
  const input = { editionId: agenda.edition.id, participantId: agenda.participant.id, meetingId: entry.meetingId };
  const refresh = () => queryClient.invalidateQueries({ queryKey: meetingsQueries.getAgenda.key() });
  const withdraw = async () => {
    await meetingsApi.withdrawAbsence(input);
    await refresh();
  };
  const said = { say: 'absence', input, until: entry.endsAt } as const;
  const report = async () => {
    const idempotencyKey = crypto.randomUUID();
    try {
      await meetingsApi.reportAbsence(input, { context: { idempotencyKey } });
    } catch (error) {
      if (!(error instanceof Offline)) throw error;
      sayLater(said, `${name(entry.with.name)} · ${t('meetings.absence_report')}`, idempotencyKey);
      return;
    }
    await refresh();
    toast({ text: t('meetings.absence_reported'), undo: withdraw });
  };
  if (entry.absence !== null)
    return (
      <div className="noprint">
        <p className="attention" role="status">
          {t('meetings.absence_stands', { name: entry.with.code })}
        </p>
        <Button big onPress={() => withdraw().catch(told)}>
          {t('meetings.absence_withdraw')}
        </Button>
      </div>
    );
  if (isKept(said))
    return (
      <p className="attention noprint" role="status">
        {t('meetings.kept_until_network')}
      </p>
    );
  const zone = agenda.edition.timeZone;
  const opens = absenceOpensAt(Date.parse(entry.startsAt));
  const opensToday = dayOf(opens, zone) === dayOf(now, zone);
  if (now < opens)
    return (
      <div className="noprint">
        <Button big aria-disabled aria-describedby="absence-opens">
          {t('meetings.absence_from', { time: opensToday ? formats.time(opens, zone) : formats.dateTime(opens, zone, 'short') })}
        </Button>
        <p className="note" id="absence-opens">
          {t('meetings.absence_from_hint', { minutes: graceMinutes })}
        </p>
      </div>
    );
  return (
    <div className="noprint">
      <Button big onPress={() => report().catch(told)}>
        {t('meetings.absence_report')}
      </Button>
      {agenda.side === 'own' && <p className="note">{t('meetings.absence_hint')}</p>}
    </div>
  );
}
