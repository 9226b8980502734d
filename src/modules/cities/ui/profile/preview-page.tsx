// The public page of a city as it will be once an entry is published, in each of the languages in which it is read.
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useText } from '#client/language.ts';
import { ChoiceField } from '#design/fields/choice.tsx';
import { InLanguage } from '#design/in-language.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Title } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { languages, writing } from '#kernel/language.ts';
import type { City } from '../../contract.ts';
import { CityFacts } from '../city/facts.tsx';
import { citiesQueries } from '../client.ts';
import { ToldSections, type ToldEntry } from './sections.tsx';

/** Address: `/cities/<slug>/preview?entry=<id>&as=zh-Hans`. */
export function PreviewPage() {
  const { t } = useText();
  const { slug } = useParams({ from: '/signed-in/cities/$slug/preview' });
  const { entry: entryId = '' } = useSearch({ from: '/signed-in/cities/$slug/preview' });
  const city = useQuery(citiesQueries.getCity.queryOptions({ input: { city: slug } }));
  const preview = useQuery(citiesQueries.previewProfileEntry.queryOptions({ input: { entryId }, staleTime: 0 }));
  const cityId = city.data?.id ?? '';
  const told = useQuery({ ...citiesQueries.getProfile.queryOptions({ input: { cityId } }), enabled: city.data !== undefined });
  const error = city.error ?? preview.error ?? told.error;
  if (error !== null) throw error;
  if (city.data === undefined || preview.data === undefined || told.data === undefined)
    return <Skeleton label={t('cities.preview')} lines={8} />;
  const { becomes } = preview.data;
  const others = told.data.entries.filter(({ id }) => id !== becomes.id);
  const entries = [...others, becomes].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return <Preview city={city.data} entries={entries} entryId={entryId} />;
}

function Preview({ city, entries, entryId }: { readonly city: City; readonly entries: readonly ToldEntry[]; readonly entryId: string }) {
  const { t, language: own } = useText();
  const { as } = useSearch({ from: '/signed-in/cities/$slug/preview' });
  const navigate = useNavigate();
  const language = languages.find((one) => one === as) ?? own;
  return (
    <>
      <p className="crumb">
        <Link to="/cities/$slug/profile/$entry" params={{ slug: city.slug, entry: entryId }}>
          {t('cities.preview_back')}
        </Link>
      </p>
      <Notice kind="plain">{t('cities.preview_sentence')}</Notice>
      <ChoiceField
        name="as"
        label={t('cities.preview_as')}
        value={language}
        options={languages.map((one) => ({ value: one, text: t(`design.language_${writing[one].suffix}`) }))}
        onChange={(chosen) =>
          void navigate({ to: '/cities/$slug/preview', params: { slug: city.slug }, search: { entry: entryId, as: chosen }, replace: true })
        }
      />
      <InLanguage language={language}>
        <AsRead city={city} entries={entries} />
      </InLanguage>
    </>
  );
}

function AsRead({ city, entries }: { readonly city: City; readonly entries: readonly ToldEntry[] }) {
  const { t } = useText();
  const naming = useNaming();
  return (
    <>
      <Title
        title={naming(city.name)}
        note={t('cities.kind_in_country', { kind: t(`cities.kind_${city.kind}`), country: naming(city.countryName) })}
      >
        <Named text={city.name} />
      </Title>
      <ToldSections entries={entries} />
      <CityFacts city={city} />
    </>
  );
}
