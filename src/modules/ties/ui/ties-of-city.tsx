// Whom a city is tied to: a section for the city's page.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '#client/api.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Ledger, More } from '#design/ledger.tsx';
import { Unknown } from '#design/marks.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Empty } from '#design/notice.tsx';
import { Section } from '#design/page.tsx';
import { Figure } from '#design/said.tsx';
import { Skeleton } from '#design/waiting.tsx';
import { useQuery } from '@tanstack/react-query';
import { Differ } from '#modules/evidence/ui/said.tsx';
import type { TieSummary } from '../contract/shapes.ts';
import { StatusWord, useClassName } from './words.tsx';

export function TiesOfCity({ cityId, slug }: { readonly cityId: string; readonly slug: string }) {
  const { t, language } = useText();
  const naming = useNaming();
  const formats = useFormats();
  const classes = useQuery(queries().ties.listTieClasses.queryOptions({ input: {} })).data?.entries ?? [];
  const nameOf = useClassName(classes);
  const asked = useInfiniteQuery(
    queries().ties.listTies.infiniteOptions({
      input: (cursor: string | undefined) => ({ city: cityId, limit: 200, ...(cursor === undefined ? {} : { cursor }) }),
      initialPageParam: undefined,
      getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    }),
  );
  const partner = ({ cities }: TieSummary) => (cities.a.id === cityId ? 'b' : 'a');
  const partnerName = (tie: TieSummary): string => naming(tie.cities[partner(tie)].name);
  const ties = asked.data?.pages
    .flatMap(({ entries }) => entries)
    .toSorted((x, y) => partnerName(x).localeCompare(partnerName(y), language));
  return (
    <Section
      title={t('ties.ties')}
      id="ties"
      aside={
        <Link to="/map" search={{ city: slug }}>
          {t('ties.on_map')}
        </Link>
      }
    >
      {ties === undefined && <Skeleton lines={4} />}
      {ties?.length === 0 && <Empty heading={t('ties.no_public_ties')}>{t('ties.no_public_ties_text')}</Empty>}
      {ties !== undefined && ties.length > 0 && (
        <Ledger
          caption={t('ties.ties')}
          rows={ties}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'city',
              head: t('ties.column_city'),
              naming: true,
              cell: (tie) => (
                <Link to="/ties/$slug" params={{ slug: tie.slug }}>
                  <Named text={tie.cities[partner(tie)].name} quiet />
                </Link>
              ),
            },
            { key: 'country', head: t('ties.column_country'), cell: (tie) => formats.countryName(tie.cities[partner(tie)].country) },
            {
              key: 'class',
              head: t('ties.class'),
              cell: ({ classCode }) => (classCode === null ? <Unknown>{t('ties.not_stated')}</Unknown> : nameOf(classCode)),
            },
            {
              key: 'since',
              head: t('ties.since'),
              end: true,
              nowrap: true,
              cell: ({ since, sinceDiffers }) => (
                <>
                  {since === null ? <Unknown>{t('ties.not_stated')}</Unknown> : <Figure value={formats.flexDate(since, 'table')} />}{' '}
                  <Differ count={sinceDiffers ? 1 : 0} />
                </>
              ),
            },
            { key: 'here', head: t('ties.says_this'), cell: (tie) => <StatusWord status={tie.status[partner(tie) === 'a' ? 'b' : 'a']} /> },
            { key: 'there', head: t('ties.says_other'), cell: (tie) => <StatusWord status={tie.status[partner(tie)]} /> },
          ]}
        />
      )}
      {asked.hasNextPage && <More busy={asked.isFetchingNextPage} onMore={() => void asked.fetchNextPage()} />}
    </Section>
  );
}
