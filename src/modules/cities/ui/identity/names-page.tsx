// What a city is called and where it lies, corrected by its steward; what it looks like is shown beside it before it is saved.
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { chooseText, languages, writing } from '#kernel/language.ts';
import { useRead } from '#client/use-read.ts';
import { useText } from '#client/language.ts';
import { formTrouble } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { CountryField } from '#design/fields/country-field.tsx';
import { Fields, SelectField, TextField } from '#design/fields/field.tsx';
import { Doubt, Form } from '#design/fields/form.tsx';
import { Unknown } from '#design/marks.tsx';
import { KeepTyped } from '#design/fields/keep-typed.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Pull } from '#design/notices/notice.tsx';
import { Section, Title } from '#design/page.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { rowFields, rowsOf, rowWords, type RowFields } from '#design/fields/row-fields.ts';
import { TwoValues } from '#design/fields/two-values.tsx';
import { changedOf, useVersioned } from '#design/fields/use-versioned.ts';
import { Skeleton } from '#design/notices/waiting.tsx';
import type { City } from '../../contract.ts';
import { cityKinds, nameOf, type CityKind } from '../../domain/city.ts';
import { citiesApi, citiesQueries } from '../client.ts';
import { NamesField, type NameDraft } from './names-field.tsx';

export function NamesPage() {
  const { t } = useText();
  const naming = useNaming();
  const { slug = '' } = useParams({ strict: false });
  const data = useRead(citiesQueries.getCity.queryOptions({ input: { city: slug } }));
  if (data === undefined) return <Skeleton label={t('cities.edit_names')} lines={6} />;
  return (
    <>
      <Title
        title={t('cities.names_of', { city: naming(data.name) })}
        crumb={
          <Link to="/cities/$slug" params={{ slug: data.slug }}>
            <Named text={data.name} quiet />
          </Link>
        }
      />
      <NamesForm city={data} />
      <FactsForm city={data} />
    </>
  );
}

/** Either form over the city: what is written stands on the page at once, and goes on at the city's address. */
function useCityForm<F extends object>(
  city: City,
  options: Pick<Parameters<typeof useVersioned<City, F>>[0], 'words' | 'write'> & { readonly factsOf: (city: City) => F },
) {
  const { t } = useText();
  const toast = useToast();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useVersioned<City, F>({
    queryKey: citiesQueries.key(),
    thing: city,
    draftOf: (read) => options.factsOf(read ?? city),
    words: options.words,
    read: () => citiesApi.getCity({ city: city.id }),
    write: async (...change) => {
      const saved = await options.write(...change);
      queryClient.setQueryData(citiesQueries.getCity.queryKey({ input: { city: saved.slug } }), saved);
      if (saved.slug !== city.slug) await navigate({ to: '/cities/$slug/names', params: { slug: saved.slug }, replace: true });
      return saved;
    },
    said: () => t('cities.saved'),
    onKept: (kept) => (kept === null ? toast({ text: t('cities.nothing_changed') }) : undefined),
  });
}

/** A name is told by its language and kind. */
const fieldsOf = (names: readonly NameDraft[]) => rowFields(names, ({ language, kind }) => `${language} ${kind}`);

function NamesForm({ city }: { readonly city: City }) {
  const { t, language } = useText();
  const formats = useFormats();
  const [names, setNames] = useState<readonly NameDraft[]>(city.names);
  const form = useCityForm<RowFields<NameDraft>>(city, {
    factsOf: (read) => fieldsOf(read.names),
    words: rowWords([fieldsOf(city.names), fieldsOf(names)], {
      label: ({ language: tag }) => formats.languageName(tag),
      show: ({ text }) => text,
      gone: t('design.row_gone'),
    }),
    write: async (_, context, mine) => {
      const saved = await citiesApi.replaceNames({ cityId: city.id, names: [...rowsOf(mine)] }, { context });
      setNames(saved.names);
      return saved;
    },
  });
  const shown = nameOf(names.filter(({ text }) => text.trim() !== ''));
  return (
    <Section title={t('cities.names')}>
      <KeepTyped>
        <Form {...formTrouble(form)} onSubmit={() => form.save(fieldsOf(names))}>
          <NamesField names={names} onChange={setNames} />
          <Pull>
            {t('cities.will_be_called')}{' '}
            {languages.map((tag, at) => {
              const chosen = chooseText(shown, tag);
              return (
                <span key={tag}>
                  {at > 0 && ' · '}
                  {chosen.text === '' ? <Unknown /> : <b lang={chosen.language}>{chosen.text}</b>}
                  {chosen.fallback && chosen.text !== '' && <span className="note"> {t('cities.in_other_language')}</span>}
                </span>
              );
            })}
            {writing[language].fullStop}
          </Pull>
          <Buttons after>
            <Button kind="go" type="submit" busy={form.busy}>
              {t('cities.save_names')}
            </Button>
          </Buttons>
        </Form>
      </KeepTyped>
      <TwoValues clash={form.clash} />
    </Section>
  );
}

interface FactsDraft {
  readonly kind: CityKind;
  readonly country: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly slug: string;
}

const degreesOf = (text: string): number | null => (text.trim() === '' ? null : Number(text.replace(',', '.')));

const factsOf = ({ kind, country, latitude, longitude, slug }: City): FactsDraft => ({
  kind,
  country,
  latitude: latitude === null ? '' : String(latitude),
  longitude: longitude === null ? '' : String(longitude),
  slug,
});

const sentOf = ({ latitude, longitude, ...facts }: FactsDraft) => ({
  ...{ ...facts, latitude: degreesOf(latitude), longitude: degreesOf(longitude) },
});

function FactsForm({ city }: { readonly city: City }) {
  const { t } = useText();
  const { field, save, ...form } = useCityForm<FactsDraft>(city, {
    factsOf,
    words: [
      { key: 'kind', label: t('cities.kind'), show: ({ kind }) => t(`cities.kind_${kind}`) },
      { key: 'country', label: t('cities.country'), show: ({ country }) => country },
      { key: 'latitude', label: t('cities.latitude'), show: ({ latitude }) => latitude },
      { key: 'longitude', label: t('cities.longitude'), show: ({ longitude }) => longitude },
      { key: 'slug', label: t('cities.slug'), show: ({ slug }) => slug },
    ],
    write: (changes, context, mine) => citiesApi.updateCity({ ...changedOf(sentOf(mine), changes), cityId: city.id }, { context }),
  });
  return (
    <Section title={t('cities.place_and_address')}>
      <KeepTyped>
        <Form {...formTrouble(form)} onSubmit={() => save()}>
          <Fields>
            <SelectField
              {...field('kind')}
              label={t('cities.kind')}
              options={cityKinds.map((kind) => ({ value: kind, text: t(`cities.kind_${kind}`) }))}
            />
            <CountryField {...field('country')} label={t('cities.country')} />
            {(['latitude', 'longitude'] as const).map((name) => (
              <Fragment key={name}>
                <TextField {...field(name)} inputMode="decimal" short label={t(`cities.${name}`)} optional />
                {/* No number would be sent as nothing. */}
                <Doubt name={name} message={Number.isNaN(degreesOf(field(name).value)) ? t('cities.degrees_unreadable') : undefined} />
              </Fragment>
            ))}
            <TextField {...field('slug')} label={t('cities.slug')} hint={t('cities.slug_hint')} />
          </Fields>
          <Buttons>
            <Button type="submit" busy={form.busy}>
              {t('cities.save')}
            </Button>
          </Buttons>
        </Form>
      </KeepTyped>
      <TwoValues clash={form.clash} />
    </Section>
  );
}
