// Whom a city is tied to: a section for the city's page.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { paged } from '#client/use-pages.ts';
import { DataTable, More } from '#design/data-table.tsx';
import { Unknown } from '#design/marks.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Section } from '#design/page.tsx';
import { Figure } from '#design/said.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import type { TieSummary } from '../contract/shapes.ts';
import { hasDoubt } from '../domain/doubts.ts';
import type { Side } from '../domain/tie.ts';
import { tiesQueries } from './client.ts';
import { OnlyField, SourceCount, useOnly } from './doubts.tsx';
import { useClassName } from './words.tsx';

export function TiesOfCity({ cityId, slug }: { readonly cityId: string; readonly slug: string }) {
  const { t, language } = useText();
  const naming = useNaming();
  const formats = useFormats();
  const classes = useQuery(tiesQueries.listTieClasses.queryOptions({ input: {} })).data?.entries ?? [];
  const nameOf = useClassName(classes);
  const asked = useInfiniteQuery(tiesQueries.listTies.infiniteOptions(paged({ city: cityId, limit: 200 })));
  const partner = ({ cities }: TieSummary): Side => (cities.a.id === cityId ? 'b' : 'a');
  const own = (tie: TieSummary): Side => (partner(tie) === 'a' ? 'b' : 'a');
  const partnerName = (tie: TieSummary): string => naming(tie.cities[partner(tie)].name);
  const all = asked.data?.pages.flatMap(({ entries }) => entries);
  const { only, setOnly } = useOnly();
  const ties = all
    ?.filter(({ doubts }) => only === '' || hasDoubt(doubts, only))
    .toSorted((x, y) => partnerName(x).localeCompare(partnerName(y), language));
  return (
    <Section
      title={t('ties.ties')}
      id="ties"
      aside={
        <span>
          <Link to="/map" search={{ city: slug }}>
            {t('ties.on_map')}
          </Link>
          {' · '}
          <Link to="/network" search={{ city: slug }}>
            {t('ties.network')}
          </Link>
        </span>
      }
    >
      {ties === undefined && <Skeleton lines={4} />}
      {all !== undefined && <OnlyField all={all} only={only} onChange={setOnly} />}
      {all !== undefined && all.length > 0 && ties?.length === 0 && <p className="note">{t('ties.nothing_found')}</p>}
      {all?.length === 0 && <Empty heading={t('ties.no_public_ties')}>{t('ties.no_public_ties_text')}</Empty>}
      {ties !== undefined && ties.length > 0 && (
        <DataTable
          caption={t('ties.ties')}
          rows={ties}
          rowKey={({ id }) => id}
          brief
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
            {
              key: 'since',
              head: t('ties.since'),
              end: true,
              nowrap: true,
              cell: ({ since, ended, doubts }) => (
                <>
                  {since === null ? <Unknown>{t('ties.not_stated')}</Unknown> : <Figure value={formats.flexDate(since, 'table')} />}{' '}
                  {ended !== null && <small>{t('ties.until_day', { day: formats.spelt(formats.flexDate(ended, 'table')) })}</small>}
                  <SourceCount doubts={doubts} />
                </>
              ),
            },
            {
              key: 'class',
              head: t('ties.class'),
              cell: ({ classCode }) => (classCode === null ? <Unknown>{t('ties.not_stated')}</Unknown> : nameOf(classCode)),
            },
            // A column in which nobody has said anything says so once, beneath.
            ...(ties.some(isStated)
              ? [{ key: 'status', head: t('ties.attribute_status'), cell: (tie: TieSummary) => <Sides tie={tie} here={own(tie)} /> }]
              : []),
            { key: 'country', head: t('ties.column_country'), cell: (tie) => formats.countryName(tie.cities[partner(tie)].country) },
          ]}
        />
      )}
      {ties !== undefined && ties.length > 0 && !ties.some(isStated) && <p className="note after">{t('ties.no_side_says')}</p>}
      {asked.hasNextPage && <More busy={asked.isFetchingNextPage} onMore={() => void asked.fetchNextPage()} />}
    </Section>
  );
}

const isStated = ({ status }: TieSummary): boolean => status.a !== null || status.b !== null;

/** How the sides state the tie, each by its name; what neither states is a word, too. */
function Sides({ tie: { cities, status }, here }: { readonly tie: TieSummary; readonly here: Side }) {
  const { t } = useText();
  const naming = useNaming();
  const there: Side = here === 'a' ? 'b' : 'a';
  const said = [here, there].flatMap((side: Side) => {
    const word = status[side];
    return word === null ? [] : [`${t(`ties.status_${word}`)}${t('ties.side_says', { city: naming(cities[side].name) })}`];
  });
  if (said.length === 0) return <Unknown>{t('ties.not_stated')}</Unknown>;
  const word = status[here];
  return word !== null && word === status[there]
    ? `${t(`ties.status_${word}`)}${t('ties.both_say')}`
    : said.join(t('ties.semicolon_between'));
}
