// The table of participants: what the plan needs to know of each, in one line.
import { writing } from '#kernel/language.ts';
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import type { Column } from '#design/data-table.tsx';
import { LongDataTable } from '#design/long-data-table.tsx';
import { Unknown } from '#design/marks.tsx';
import { usePhone } from '#design/media.ts';
import { AsWritten, Named, shortWords, useNaming } from '#design/named.tsx';
import type { Edition } from '../../contract/edition.ts';
import type { Participant } from '../../contract/roster.ts';
import '#modules/organisations/ui/parts.css';
import { exposQueries } from '../client.ts';

/** What stands in a record on a phone; the rest is in the entry itself. */
const onPhone: readonly string[] = ['name', 'role', 'group', 'where'];

export interface ParticipantTableProps {
  readonly edition: Edition;
  readonly participants: readonly Participant[];
  readonly chosen: string | undefined;
  readonly onOpen: (id: string) => void;
}

export function ParticipantTable({ edition, participants, chosen, onOpen }: ParticipantTableProps) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const phone = usePhone();
  const input = { editionId: edition.id, limit: 200 };
  const groups = useQuery(exposQueries.listGroups.queryOptions({ input })).data?.entries ?? [];
  const stands = useQuery(exposQueries.listStands.queryOptions({ input })).data?.entries ?? [];
  const limits = ({ minMeetings, maxMeetings }: Participant): string | null => {
    if (minMeetings !== null && maxMeetings !== null) return t('expos.between', { min: minMeetings, max: maxMeetings });
    if (maxMeetings !== null) return t('expos.at_most', { max: maxMeetings });
    return minMeetings === null ? null : t('expos.at_least', { min: minMeetings });
  };
  const where = ({ standId, meetsAt }: Participant): string => {
    const code = stands.find(({ id }) => id === standId)?.code;
    if (code === undefined) return t('expos.meets_at_table');
    return meetsAt === 'stand' ? t('expos.at_own_stand', { code }) : t('expos.at_table_stand', { code });
  };
  const columns: readonly Column<Participant>[] = [
    {
      key: 'name',
      head: t('expos.participant'),
      naming: true,
      cell: ({ id, code, name, city, country }) => (
        <>
          <TextAction aria-label={t('expos.edit_named', { name: `${code} ${naming(name)}` })} onPress={() => onOpen(id)}>
            {code} <Named text={name} quiet />
          </TextAction>
          {(city !== null || country !== null) && (
            <small>{shortWords([city, country === null ? null : formats.countryName(country)], formats.language)}</small>
          )}
        </>
      ),
    },
    { key: 'role', head: t('expos.role'), cell: ({ role }) => t(`expos.${role}`) },
    {
      key: 'group',
      head: t('expos.group'),
      cell: ({ groupId }) => groups.find(({ id }) => id === groupId)?.code ?? <Unknown>{t('expos.none')}</Unknown>,
    },
    {
      key: 'languages',
      head: t('expos.languages'),
      cell: ({ languages }) =>
        languages.length === 0 ? (
          <Unknown />
        ) : (
          languages.map((tag) => formats.languageName(tag)).join(writing[formats.language].enumeration)
        ),
    },
    { key: 'where', head: t('expos.meets_at'), cell: where },
    { key: 'limits', head: t('expos.meetings'), cell: (entry) => limits(entry) ?? <Unknown>{t('expos.no_limit')}</Unknown> },
    {
      key: 'away',
      head: t('expos.away'),
      cell: ({ unavailable }) =>
        unavailable.length === 0 ? (
          <Unknown>{t('expos.none')}</Unknown>
        ) : (
          <ul>
            {unavailable.map(({ startsAt, endsAt, reason }, at) => (
              <li key={at}>
                <span className="nowrap">
                  {edition.firstDay === edition.lastDay ? '' : `${formats.date(startsAt, edition.timeZone, 'short')} `}
                  {formats.span(startsAt, endsAt, edition.timeZone)}
                </span>
                {reason !== '' && (
                  <small>
                    <AsWritten text={reason} />
                  </small>
                )}
              </li>
            ))}
          </ul>
        ),
    },
    { key: 'seats', head: t('expos.seats'), end: true, cell: ({ seats }) => formats.number(seats) },
  ];
  return (
    <LongDataTable
      caption={t('expos.participants')}
      rows={participants}
      rowKey={({ id }) => id}
      rowState={({ id, withdrawnAt }) => (id === chosen ? 'chosen' : withdrawnAt === null ? undefined : 'quiet')}
      columns={columns.filter(({ key }) => !phone || onPhone.includes(key))}
    />
  );
}
