// The other editions of the same expo over the years.
import { Link } from '@tanstack/react-router';
import { useText } from '#client/language.ts';
import { paged, usePages } from '#client/use-pages.ts';
import { DataTable } from '#design/data-table.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Paged } from '#design/notices/paged.tsx';
import { Section } from '#design/page.tsx';
import type { Edition } from '../../contract/edition.ts';
import { exposQueries } from '../client.ts';
import { useEditionDays } from './words.tsx';

export function OtherEditionsOf({ edition }: { readonly edition: Edition }) {
  return edition.expo === null ? null : <AllOf expo={edition.expo} shown={edition} />;
}

function AllOf({ expo, shown }: { readonly expo: NonNullable<Edition['expo']>; readonly shown: Edition }) {
  const { t } = useText();
  const naming = useNaming();
  const days = useEditionDays();
  const pages = usePages(exposQueries.listEditions.infiniteOptions(paged({ expo: expo.id, limit: 50 })));
  if (pages.entries.length < 2) return null;
  const title = t('expos.other_editions_of', { expo: naming(expo.name) });
  return (
    <Section title={title}>
      <Paged pages={pages} empty={null}>
        {(entries) => (
          <DataTable
            caption={title}
            rows={entries}
            rowKey={({ id }) => id}
            rowState={({ id }) => (id === shown.id ? 'chosen' : undefined)}
            columns={[
              {
                key: 'name',
                head: t('expos.edition'),
                naming: true,
                cell: ({ id, slug, name }) =>
                  id === shown.id ? (
                    <Named text={name} quiet />
                  ) : (
                    <Link to="/editions/$slug" params={{ slug }}>
                      <Named text={name} quiet />
                    </Link>
                  ),
              },
              { key: 'days', head: t('expos.days'), nowrap: true, cell: (one) => days(one, 'table') },
              { key: 'venue', head: t('expos.venue'), cell: ({ venue }) => <Named text={venue} quiet /> },
              {
                key: 'compare',
                head: t('expos.compare_with'),
                silent: true,
                end: true,
                cell: ({ id, slug }) =>
                  id !== shown.id && (
                    <Link to="/editions/$slug/compare/$other" params={{ slug: shown.slug, other: slug }}>
                      {t('expos.compare_to')}
                    </Link>
                  ),
              },
            ]}
          />
        )}
      </Paged>
    </Section>
  );
}
