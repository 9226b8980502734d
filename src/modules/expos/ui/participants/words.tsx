// How the fields of a participant are called and written where two values stand side by side.
import { writing } from '#kernel/language.ts';
import type { ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Unknown } from '#design/marks.tsx';
import { useQuery } from '@tanstack/react-query';
import { useNaming } from '#design/named.tsx';
import type { FieldWords } from '#design/fields/two-values.tsx';
import type { Edition } from '../../contract/edition.ts';
import { exposQueries } from '../client.ts';
import { useMarketWords, useTopics } from '../market/market-fields.tsx';
import type { ParticipantDraft } from './draft.ts';

export function useParticipantWords(edition: Edition): readonly FieldWords<ParticipantDraft>[] {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const input = { editionId: edition.id, limit: 200 };
  const groups = useQuery(exposQueries.listGroups.queryOptions({ input })).data?.entries ?? [];
  const stands = useQuery(exposQueries.listStands.queryOptions({ input })).data?.entries ?? [];
  const market = useMarketWords(useTopics(edition.id));
  const said = (text: string | undefined): ReactNode => (text === undefined || text === '' ? <Unknown>{t('expos.none')}</Unknown> : text);
  const yes = (value: boolean) => t(value ? 'expos.yes' : 'expos.no');
  return [
    { key: 'code', label: t('expos.code'), show: ({ code }) => code },
    { key: 'role', label: t('expos.role'), show: ({ role }) => t(`expos.${role}`) },
    { key: 'name', label: t('expos.name'), show: ({ name }) => naming(name) },
    { key: 'country', label: t('expos.country'), show: ({ country }) => said(country === '' ? '' : formats.countryName(country)) },
    { key: 'city', label: t('expos.city'), show: ({ city }) => said(city) },
    { key: 'offer', label: t('expos.offer'), show: ({ offer }) => said(naming(offer)) },
    { key: 'need', label: t('expos.need'), show: ({ need }) => said(naming(need)) },
    ...market,
    { key: 'seats', label: t('expos.seats'), show: ({ seats }) => seats },
    {
      key: 'languages',
      label: t('expos.languages'),
      show: ({ languages }) => said(formats.list(languages.map((tag) => formats.languageName(tag)))),
    },
    { key: 'minMeetings', label: t('expos.min_meetings'), show: ({ minMeetings }) => said(minMeetings) },
    { key: 'maxMeetings', label: t('expos.max_meetings'), show: ({ maxMeetings }) => said(maxMeetings) },
    { key: 'groupId', label: t('expos.group'), show: ({ groupId }) => said(groups.find(({ id }) => id === groupId)?.code) },
    { key: 'standId', label: t('expos.stand'), show: ({ standId }) => said(stands.find(({ id }) => id === standId)?.code) },
    { key: 'leadsStand', label: t('expos.leads_stand'), show: ({ leadsStand }) => yes(leadsStand) },
    { key: 'meetsAt', label: t('expos.meets_at'), show: ({ meetsAt }) => t(`expos.meets_at_${meetsAt}`) },
    {
      key: 'contacts',
      label: t('expos.contacts'),
      show: ({ contacts }) =>
        said(
          formats.list(
            contacts.map(({ surname, givenName, post, email, phone }) =>
              [surname, givenName, post, email, phone].filter((part) => part !== '').join(' '),
            ),
          ),
        ),
    },
    { key: 'office', label: t('expos.own_office'), show: ({ office }) => said(office === null ? '' : naming(office.name)) },
    { key: 'listed', label: t('expos.listed'), show: ({ listed }) => yes(listed) },
    {
      key: 'unavailable',
      label: t('expos.away'),
      show: ({ unavailable }) =>
        said(
          formats.list(
            unavailable.map(
              ({ fromDate, from, until }) => `${formats.day(fromDate, 'short')} ${from}${writing[formats.language].dash}${until}`,
            ),
          ),
        ),
    },
  ];
}
