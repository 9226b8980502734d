// One participant's agenda: for the organiser and the lead by its address, for a delegate as the first screen.
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { dayOf, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { usePocket } from '#client/pocket/use-pocket.ts';
import { useRead } from '#client/use-read.ts';
import { Buttons } from '#design/button.tsx';
import { AsWritten } from '#design/named.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { KeptNotice } from '#design/notices/kept-notice.tsx';
import { Note, Section, Title } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Link } from '@tanstack/react-router';
import { exposQueries } from '#modules/expos/ui/client.ts';
import { useEditionDays } from '#modules/expos/ui/edition/words.tsx';
import { zoneName } from '#kernel/zone-names.ts';
import { atOnce } from '../../domain/agenda/interpreted.ts';
import { meetingsQueries } from '../client.ts';
import { InterpreterPlace } from '../interpreter/interpreter-place.tsx';
import { OpenMoves } from '../moves/moves.tsx';
import { RequestsLink } from '../requests/requests-link.tsx';
import type { Agenda, MyAgenda } from './answers.ts';
import { CardsReceived } from './cards.tsx';
import { AgendaCalendar } from './calendar.tsx';
import { Cancelled } from './cancelled.tsx';
import { AgendaDay } from './day.tsx';
import './agenda.css';
import { InstallHint } from './install-hint.tsx';
import { nearestAgenda } from './nearest.ts';
import { NextMeeting } from './next.tsx';
import { useNow } from './now.ts';
import { AgendaPaper } from './paper.tsx';
import { Named, useName } from '../edition/names.tsx';
import { useIsOnline, useReadAhead } from './read-ahead.ts';
import { useSaidLater } from './said-later.ts';
import { useParticipantByCode } from '../requests/participants.ts';

const refreshEvery = 30_000;

/** /editions/$slug/agendas/$code */
export function AgendaPage() {
  const { slug = '', code = '' } = useParams({ strict: false });
  const edition = useRead(exposQueries.getEdition.queryOptions({ input: { edition: slug } }));
  return edition === undefined ? <Skeleton lines={8} /> : <ByCode editionId={edition.id} code={code} />;
}

function ByCode({ editionId, code }: { readonly editionId: string; readonly code: string }) {
  const { t } = useText();
  const mine = useQuery(meetingsQueries.listMyAgendas.queryOptions()).data?.entries.find(
    (one) => one.edition.id === editionId && one.participant.code === code,
  );
  const found = useParticipantByCode(editionId, code);
  const participantId = mine?.participant.id ?? found?.participantId;
  if (participantId !== undefined) return <AgendaOf editionId={editionId} participantId={participantId} />;
  if (found === undefined) return <Skeleton lines={8} />;
  return (
    <>
      <Title title={t('meetings.agenda')} />
      <Empty heading={t('meetings.agenda_missing')}>{t('meetings.agenda_missing_text', { code })}</Empty>
    </>
  );
}

/** The agenda with everything one can do from it. */
export function AgendaOf({ editionId, participantId }: { readonly editionId: string; readonly participantId: string }) {
  const asked = meetingsQueries.getAgenda.queryOptions({ input: { editionId, participantId } });
  const data = useRead({ ...asked, refetchInterval: refreshEvery });
  return data === undefined ? <Skeleton lines={8} /> : <AgendaView agenda={data} />;
}

/** Up to where the agenda hangs: the agendas of the edition, or its page for those who see this one alone. */
function AgendaCrumb({ agenda }: { readonly agenda: Agenda }) {
  const { t } = useText();
  const { slug = '' } = useParams({ strict: false });
  if (slug === '') return <Named name={agenda.edition.name} />;
  return (
    <>
      <Link to="/editions/$slug/work" params={{ slug }}>
        <Named name={agenda.edition.name} />
      </Link>
      {' · '}
      <Link to="/editions/$slug/agendas" params={{ slug }}>
        {t('meetings.agendas_title')}
      </Link>
    </>
  );
}

/** With what was said without a network, as it will stand once it is sent. */
function useAgendaWith(agenda: Agenda) {
  const saidLater = useSaidLater();
  const entries = agenda.entries.map((entry) => {
    const said = saidLater.feedbackOn(agenda.participant.id, entry.meetingId);
    if (said === undefined) return entry;
    const { result, nextStep, note = '' } = said;
    return { ...entry, feedback: { result, nextStep, note, givenAt: said.at, version: entry.feedback?.version ?? 0 } };
  });
  return { agenda: { ...agenda, entries }, saidLater };
}

function AgendaView({ agenda: read }: { readonly agenda: Agenda }) {
  const { agenda, saidLater } = useAgendaWith(read);
  const { t } = useText();
  const name = useName();
  const now = useNow();
  useReadAhead(agenda);
  const zone = agenda.edition.timeZone;
  if (agenda.release === null)
    return (
      <>
        <Title title={name(agenda.participant.name)} crumb={<AgendaCrumb agenda={agenda} />} />
        <Empty heading={t('meetings.agenda_none')} actions={<OurRequests agenda={agenda} />}>
          {t('meetings.agenda_none_text')}
        </Empty>
      </>
    );
  const next = agenda.entries.find(({ endsAt, metAt = null }) => metAt === null && Date.parse(endsAt) > now);
  const days = [...new Set(agenda.entries.map((entry) => dayOf(entry.startsAt, zone)))];
  return (
    <div className="narrow beside">
      <div>
        <Title title={name(agenda.participant.name)} crumb={<AgendaCrumb agenda={agenda} />} />
        <PaperHead agenda={agenda} days={days} />
        <KeptNotice outbox={saidLater} />
        {agenda.side === 'own' && <InstallHint />}
        <SeveralAtOnce agenda={agenda} />
        <div className="noprint">
          <OpenMoves agenda={agenda} />
        </div>
        {next !== undefined && <NextMeeting agenda={agenda} entry={next} now={now} />}
        {agenda.entries.length === 0 && <Empty heading={t('meetings.agenda_empty')}>{t('meetings.agenda_empty_text')}</Empty>}
      </div>
      <div>
        <div className="onlyprint">
          <AgendaPaper agenda={agenda} />
        </div>
        {days.map((day) => (
          <div key={day} className="noprint">
            <AgendaDay agenda={agenda} day={day} now={now} nextId={next?.meetingId} />
          </div>
        ))}
        <CardsReceived agenda={agenda} />
        <InProgramme agenda={agenda} />
        <Cancelled
          zone={agenda.edition.timeZone}
          entries={agenda.cancelled.map((gone) => ({ ...gone, what: <Named name={gone.with.name} /> }))}
        />
      </div>
      <TakenAlong agenda={agenda} number={agenda.release.number} />
    </div>
  );
}

/** Requests, and the agenda to take along. */
function TakenAlong({ agenda, number }: { readonly agenda: Agenda; readonly number: number }) {
  const { t } = useText();
  return (
    <div>
      <div className="noprint spaced">
        <Buttons>
          <OurRequests agenda={agenda} />
        </Buttons>
      </div>
      <Note>{t('meetings.schedule_number', { number })}</Note>
      <AgendaCalendar agenda={agenda} />
    </div>
  );
}

/** Whom one asked for, who asked, and whom one may still ask; the organiser has the requests of all. */
function OurRequests({ agenda }: { readonly agenda: Agenda }) {
  const { t } = useText();
  const isOnline = useIsOnline();
  const isOwn = useQuery(exposQueries.listOwnPlaces.queryOptions({ input: {} })).data?.entries.some(
    ({ id }) => id === agenda.participant.id,
  );
  if (agenda.side !== 'own') return null;
  return (
    <>
      <RequestsLink edition={agenda.edition} participantId={agenda.participant.id} />
      <Link
        className="btn"
        to="/my/$editionId/$participantId/suggestions"
        params={{ editionId: agenda.edition.id, participantId: agenda.participant.id }}
      >
        {t('meetings.suggest_title')}
      </Link>
      {isOwn === true && (
        <Link className="btn" to="/in" search={{ place: agenda.participant.id }} hash="profile">
          {t('meetings.suggest_say')}
        </Link>
      )}
      {isOnline ? (
        <Link
          className="btn"
          to="/my/$editionId/$participantId/queue"
          params={{ editionId: agenda.edition.id, participantId: agenda.participant.id }}
        >
          {t('meetings.own_title')}
        </Link>
      ) : (
        <span className="note">{t('meetings.needs_network', { what: t('meetings.own_title') })}</span>
      )}
    </>
  );
}

/** Two meetings at one time are no mistake where a company can hold several. */
export function SeveralAtOnce({ agenda: { entries, participant } }: { readonly agenda: Agenda }) {
  const { t } = useText();
  const spans = entries.map(({ startsAt, endsAt }) => ({ start: Date.parse(startsAt), end: Date.parse(endsAt) }));
  return atOnce(spans) ? <Note>{t('meetings.several_at_once', { count: participant.seats })}</Note> : null;
}

/** What paper needs and the screen does not: which year, and where. */
export function PaperHead({ agenda, days }: { readonly agenda: Agenda; readonly days: readonly string[] }) {
  const { t } = useText();
  const formats = useFormats();
  const daySpan = useEditionDays();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  return (
    <p className="onlyprint">
      {daySpan({ firstDay: first, lastDay: last })} · <Named name={agenda.edition.venue} /> ·{' '}
      {t('meetings.venue_clock', { zone: zoneName(agenda.edition.timeZone, formats.language) })}
    </p>
  );
}

/** Where one speaks while others meet. */
function InProgramme({ agenda }: { readonly agenda: Agenda }) {
  const { t } = useText();
  const formats = useFormats();
  const zone = agenda.edition.timeZone;
  const items = agenda.away.filter(({ itemId }) => itemId !== null);
  if (items.length === 0) return null;
  return (
    <Section title={t('meetings.agenda_programme')}>
      <Rows
        wide
        entries={items.map(({ itemId, startsAt, endsAt, reason }) => ({
          key: `${itemId ?? ''} ${startsAt}`,
          when: `${formats.date(startsAt, zone, 'short')} ${formats.span(startsAt, endsAt, zone)}`,
          what: <AsWritten text={reason} />,
        }))}
      />
    </Section>
  );
}

/** The delegate's first screen: the agenda whose next meeting is nearest, and the way to the others. */
export function DelegateHome() {
  const { t } = useText();
  const data = useRead(meetingsQueries.listMyAgendas.queryOptions());
  usePocket();
  const places = useQuery(exposQueries.listOwnPlaces.queryOptions({ input: {} })).data;
  if (data === undefined) return <Skeleton lines={8} />;
  const nearest = nearestAgenda(data.entries);
  if (nearest === undefined && places === undefined) return <Skeleton lines={8} />;
  const interpreting = places?.entries.filter((one) => one.whom === 'interpreters') ?? [];
  if (nearest === undefined && interpreting.length > 0) return interpreting.map((one) => <InterpreterPlace key={one.id} place={one} />);
  if (nearest === undefined)
    return (
      <>
        <Title title={t('meetings.my_agendas')} />
        <Empty heading={t('meetings.my_agendas_none')}>{t('meetings.my_agendas_none_text')}</Empty>
      </>
    );
  const others = data.entries.filter((one) => one !== nearest);
  return (
    <>
      <AgendaOf editionId={nearest.edition.id} participantId={nearest.participant.id} />
      {others.length > 0 && <OtherAgendas entries={others} />}
    </>
  );
}

function OtherAgendas({ entries }: { readonly entries: readonly MyAgenda[] }) {
  const { t } = useText();
  const formats = useFormats();
  return (
    <div className="narrow noprint">
      <Section title={t('meetings.other_agendas')}>
        <Rows
          wide
          entries={entries.map((one) => ({
            key: one.participant.id,
            when: formats.day(one.edition.firstDay, 'table'),
            what: (
              <Link to="/my/$editionId/$participantId" params={{ editionId: one.edition.id, participantId: one.participant.id }}>
                <Named name={one.participant.name} />
              </Link>
            ),
            detail: <Named name={one.edition.name} />,
            end: t('meetings.meetings_count', { count: one.meetings }),
          }))}
        />
      </Section>
    </div>
  );
}

/** /my/$editionId/$participantId */
export function MyAgendaPage() {
  const { editionId = '', participantId = '' } = useParams({ strict: false });
  usePocket();
  return <AgendaOf editionId={editionId} participantId={participantId} />;
}
