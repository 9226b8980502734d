// /cities/$slug/matches: what a city seeks beside what sisters, other cities and companies bring, and what it brings beside what others seek.
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useRead } from '#client/use-read.ts';
import { useAddress } from '#client/use-address.ts';
import { ButtonLink } from '#design/button.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Note, Section, Sentence, Title } from '#design/page.tsx';
import { citiesQueries } from '#modules/cities/ui/client.ts';
import { BeginOfTie, type Beginning } from '#modules/ties/ui/begin/begin-of-tie.tsx';
import { seeks } from '../../domain/cities/told.ts';
import { matchingQueries, type CityMatches } from '../client.ts';
import { EntryMatches, type CityMatchSlots } from './entry-matches.tsx';
import './cities.css';
import { matchesSearch } from './address.ts';

export type { CityMatchSlots } from './entry-matches.tsx';

export function CityMatchesPage({ slots }: { readonly slots: CityMatchSlots }) {
  const { slug } = useParams({ from: '/signed-in/cities/$slug/matches' });
  const { with: other } = useAddress(matchesSearch);
  const city = useRead(citiesQueries.getCity.queryOptions({ input: { city: slug } }));
  const withCity = useOther(other);
  if (city === undefined || withCity === undefined) return <Waiting />;
  return <Asked key={withCity?.id} cityId={city.id} withCity={withCity} slots={slots} />;
}

interface Other {
  readonly id: string;
  readonly name: Parameters<ReturnType<typeof useNaming>>[0];
}

/** The one other city; null where all are asked for. */
function useOther(slug: string | undefined): Other | null | undefined {
  const city = useRead({ ...citiesQueries.getCity.queryOptions({ input: { city: slug ?? '' } }), enabled: slug !== undefined });
  return slug === undefined ? null : city;
}

function Waiting() {
  const { t } = useText();
  return (
    <>
      <Title title={t('matching.cities_title')} />
      <Skeleton label={t('matching.cities_working')} lines={8} />
    </>
  );
}

interface AskedProps {
  readonly cityId: string;
  readonly withCity: Other | null;
  readonly slots: CityMatchSlots;
}

function Asked({ cityId, withCity, slots }: AskedProps) {
  const input = { cityId, ...(withCity === null ? {} : { withCity: withCity.id }) };
  // It stands as it was opened: what is begun from it does not make it jump.
  const data = useRead({ ...matchingQueries.listCityMatches.queryOptions({ input }), staleTime: 60_000, refetchOnWindowFocus: false });
  return data === undefined ? <Waiting /> : <Opened {...{ data, withCity, slots }} />;
}

type Entry = CityMatches['entries'][number];

const answers = ({ sisters, others, companies }: Entry): number =>
  [...sisters, ...others, ...companies].filter(({ score }) => score !== null).length;

function Opened({ data, withCity, slots }: Omit<AskedProps, 'cityId'> & { readonly data: CityMatches }) {
  const { t } = useText();
  const naming = useNaming();
  const [beginning, setBeginning] = useState<Beginning | null>(null);
  const { city, entries } = data;
  const queries = useQueryClient();
  // What was begun is said where it was begun.
  const close = () => {
    setBeginning(null);
    void queries.invalidateQueries({ queryKey: matchingQueries.listCityMatches.key() });
  };
  // Those with an answer come first, the others in their own order.
  const answeredFirst = (of: readonly Entry[]) => of.toSorted((one, other) => Number(answers(other) > 0) - Number(answers(one) > 0));
  const sought = answeredFirst(entries.filter(({ kind }) => seeks(kind)));
  const brought = answeredFirst(entries.filter(({ kind }) => !seeks(kind)));
  const answered = entries.filter((entry) => answers(entry) > 0).length;
  const count = { count: answered, all: entries.length };
  const list = (all: readonly Entry[]) => (
    <ul className="matched">
      {all.map((entry) => (
        <EntryMatches key={entry.id} entry={entry} data={data} isAlone={withCity !== null} onBegin={setBeginning} slots={slots} />
      ))}
    </ul>
  );
  return (
    <>
      <Title
        title={t('matching.cities_title')}
        crumb={
          <Link to="/cities/$slug" params={{ slug: city.slug }}>
            <Named text={city.name} quiet />
          </Link>
        }
        note={withCity === null ? t('matching.cities_note') : t('matching.cities_with', { city: naming(withCity.name) })}
      />
      {entries.length === 0 ? (
        <Teach slug={city.slug} />
      ) : (
        <>
          <Sentence>{answered === 0 ? t('matching.cities_lead_none', { all: entries.length }) : t('matching.cities_lead', count)}</Sentence>
          <Compared data={data} withCity={withCity} />
          <Section title={t('matching.cities_sought')} aside={t('matching.cities_sought_note')}>
            {sought.length === 0 ? <Note>{t('matching.cities_nothing_sought')}</Note> : list(sought)}
          </Section>
          <Section title={t('matching.cities_brought')} aside={t('matching.cities_brought_note')}>
            {brought.length === 0 ? <Note>{t('matching.cities_nothing_brought')}</Note> : list(brought)}
          </Section>
        </>
      )}
      <Section title={t('matching.cities_how')}>
        <p>{t('matching.cities_how_words')}</p>
        <p>{t('matching.cities_how_private')}</p>
        <p>
          {t('matching.words_way_in')} <Link to="/office/words">{t('matching.words_title')}</Link>
        </p>
        <p>
          <Link to="/matching">{t('matching.told_how')}</Link>
        </p>
      </Section>
      {beginning !== null && <BeginOfTie beginning={beginning} onClose={close} />}
    </>
  );
}

/** A city that has told nothing yet has nothing to compare. */
function Teach({ slug }: { readonly slug: string }) {
  const { t } = useText();
  return (
    <Empty
      heading={t('matching.cities_empty')}
      actions={
        <ButtonLink kind="go" to="/cities/$slug/profile" params={{ slug }}>
          {t('matching.cities_write')}
        </ButtonLink>
      }
    >
      {t('matching.cities_empty_text')}
    </Empty>
  );
}

/** With whom it was compared, and whose offers could not be read. */
function Compared({ data, withCity }: { readonly data: CityMatches; readonly withCity: Other | null }) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const named = (editions: CityMatches['closedEditions']): string =>
    formats.list(
      editions.map(({ name, firstDay }) => t('matching.cities_edition', { name: naming(name), day: formats.day(firstDay, 'day') })),
    );
  if (withCity !== null) return null;
  const { editions, closedEditions } = data;
  return (
    <>
      <Note>
        {t('matching.cities_compared', { count: data.compared.entries, cities: data.compared.cities, sisters: data.compared.sisters })}
      </Note>
      {editions.length > 0 && <Note>{t('matching.cities_offers', { editions: named(editions) })}</Note>}
      {closedEditions.length > 0 && <Note>{t('matching.cities_closed', { editions: named(closedEditions) })}</Note>}
    </>
  );
}
