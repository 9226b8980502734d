// An agenda as paper needs it: from when until when, whom, where, in which language, and why; for one participant and for the pack.
import { dayOf, useFormats, type Formats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { DataTable, type Column } from '#design/data-table.tsx';
import { AsWritten } from '#design/named.tsx';
import { Rows } from '#design/rows.tsx';
import { personWords } from '../../domain/agenda/agenda-words.ts';
import type { Agenda, AgendaEntry } from './answers.ts';
import { placeWords } from './next.tsx';
import { Named, useSay } from '../edition/names.tsx';

export function AgendaPaper({ agenda }: { readonly agenda: Agenda }) {
  const { t } = useText();
  return (
    <>
      {agenda.entries.length === 0 ? <p className="muted">{t('meetings.agenda_empty')}</p> : <MeetingList agenda={agenda} />}
      {agenda.away.length > 0 && <Away agenda={agenda} />}
    </>
  );
}

function MeetingList({ agenda }: { readonly agenda: Agenda }) {
  const { t, language } = useText();
  const formats = useFormats();
  const say = useSay();
  const zone = agenda.edition.timeZone;
  const several = new Set(agenda.entries.map(({ startsAt }) => dayOf(startsAt, zone))).size > 1;
  const columns: readonly Column<AgendaEntry>[] = [
    {
      key: 'time',
      head: t('meetings.time'),
      nowrap: true,
      cell: ({ startsAt, endsAt }) =>
        `${several ? `${formats.date(startsAt, zone, 'table')} ` : ''}${formats.span(startsAt, endsAt, zone)}`,
    },
    {
      key: 'whom',
      head: t('meetings.whom'),
      naming: true,
      cell: (entry) => (
        <>
          <Named name={entry.with.name} /> {entry.with.code}
          {entry.person !== null && (
            <>
              <br />
              <small>
                <AsWritten text={personWords(entry.person, language)} />
              </small>
            </>
          )}
          {entry.metAt != null && (
            <>
              <br />
              <strong>{t('meetings.met_in_queue', { time: formats.time(entry.metAt, zone) })}</strong>
            </>
          )}
        </>
      ),
    },
    { key: 'where', head: t('meetings.where'), cell: (entry) => placeWords(t, entry) },
    {
      key: 'language',
      head: t('meetings.language'),
      cell: (entry) => say(entry.language),
    },
    { key: 'why', head: t('meetings.why'), cell: (entry) => say(entry.why) },
  ];
  return (
    <DataTable<AgendaEntry> caption={t('meetings.agenda')} rows={agenda.entries} rowKey={({ meetingId }) => meetingId} columns={columns} />
  );
}

function Away({ agenda }: { readonly agenda: Agenda }) {
  const { t } = useText();
  const formats = useFormats();
  const zone = agenda.edition.timeZone;
  return (
    <>
      <h3>{t('meetings.away')}</h3>
      <Rows
        wide
        label={t('meetings.away')}
        entries={agenda.away.map(({ startsAt, endsAt, reason }) => ({
          key: startsAt,
          when: formats.date(startsAt, zone, 'table'),
          what: spanOf(formats, { startsAt, endsAt }, zone),
          ...(reason === '' ? {} : { detail: <AsWritten text={reason} /> }),
        }))}
      />
    </>
  );
}

/** An absence within a day as times, one over several days with both dates. */
const spanOf = (formats: Formats, { startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }, zone: string): string =>
  dayOf(startsAt, zone) === dayOf(endsAt, zone)
    ? formats.span(startsAt, endsAt, zone)
    : `${formats.dateTime(startsAt, zone)} – ${formats.dateTime(endsAt, zone)}`;
