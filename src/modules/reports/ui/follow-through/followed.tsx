// Editions whose results were followed through, for the reader's home: what of them is known, and how much is not.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Named } from '#design/named.tsx';
import { Section } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import { reportsQueries } from '../client.ts';

const MOST = 3;

export function Followed() {
  const { t } = useText();
  const formats = useFormats();
  const { data } = useQuery(reportsQueries.listFollowedEditions.queryOptions({ input: { limit: MOST } }));
  const entries = data?.entries ?? [];
  if (entries.length === 0) return null;
  return (
    <Section title={t('reports.ft_home')} aside={t('reports.ft_home_note')}>
      <Rows
        label={t('reports.ft_home')}
        entries={entries.map(({ slug, name, firstDay, total, fates }) => ({
          key: slug,
          when: formats.spelt(formats.flexDate({ text: firstDay.slice(0, 7), qualifier: 'exact' }, 'table')),
          what: (
            <Link to="/editions/$slug/follow-through" params={{ slug }}>
              <Named text={name} quiet />
            </Link>
          ),
          detail: t('reports.ft_home_told', {
            total: formats.number(total),
            known: formats.number(total - fates.unknown),
            unknown: formats.number(fates.unknown),
          }),
        }))}
      />
    </Section>
  );
}
