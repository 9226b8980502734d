// What a city is called and where it lies, corrected by its steward; what it looks like is shown beside it before it is saved.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { chooseText, languages, writing } from '#kernel/language.ts';
import { api, queries } from '#client/api.ts';
import { useText } from '#client/language.ts';
import { formTrouble } from '#client/use-action.ts';
import { useGuardedSave, type FieldWords, type Seen } from '#client/use-guarded-save.ts';
import { Button, Buttons } from '#design/button.tsx';
import { CountryField } from '#design/fields/country-field.tsx';
import { Fields, SelectField, TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { Unknown } from '#design/marks.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Pull } from '#design/notices/notice.tsx';
import { Section, Title } from '#design/page.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { TwoValues } from '#design/fields/two-values.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import type { City } from '../../contract.ts';
import { cityKinds, nameOf, type CityKind } from '../../domain/city.ts';
import { NamesField, type NameDraft } from './names-field.tsx';

export function NamesPage() {
  const { t } = useText();
  const naming = useNaming();
  const { slug = '' } = useParams({ strict: false });
  const { data, error } = useQuery(queries().cities.getCity.queryOptions({ input: { city: slug } }));
  if (error !== null && data === undefined) throw error;
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

/** What both forms do around saving: read anew, write, say so, and go on at the city's address. */
function useSaving(city: City) {
  const { t } = useText();
  const toast = useToast();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const written = async (saved: City): Promise<City> => {
    queryClient.setQueryData(queries().cities.getCity.queryKey({ input: { city: saved.slug } }), saved);
    if (saved.slug !== city.slug) await navigate({ to: '/cities/$slug/names', params: { slug: saved.slug }, replace: true });
    await queryClient.invalidateQueries({ queryKey: queries().cities.key() });
    return saved;
  };
  return {
    read: () => api().cities.getCity({ city: city.id }),
    written,
    onSaved: (saved: City | null, undo: (() => Promise<City>) | null) =>
      toast(saved === null || undo === null ? { text: t('cities.nothing_changed') } : { text: t('cities.saved'), undo }),
  };
}

interface NamesDraft {
  readonly names: readonly NameDraft[];
}

function NamesForm({ city }: { readonly city: City }) {
  const { t, language } = useText();
  const [seen] = useState<Seen<NamesDraft>>({ version: city.version, fields: { names: city.names } });
  const [draft, setDraft] = useState(seen.fields);
  const { read, written, onSaved } = useSaving(city);
  const words: readonly FieldWords<NamesDraft>[] = [
    { key: 'names', label: t('cities.names'), show: ({ names }) => names.map(({ text }) => text).join(' · ') },
  ];
  const guarded = useGuardedSave<NamesDraft, City>({
    words,
    read: async () => {
      const now = await read();
      return { version: now.version, fields: { names: now.names } };
    },
    write: async ({ names = [] }, version) =>
      written(await api().cities.replaceNames({ cityId: city.id, names: [...names] }, { context: { ifMatch: version } })),
    onSaved,
  });
  const shown = nameOf(draft.names.filter(({ text }) => text.trim() !== ''));
  return (
    <Section title={t('cities.names')}>
      <Form {...formTrouble(guarded)} onSubmit={() => guarded.save(seen, draft)}>
        <NamesField names={draft.names} onChange={(names) => setDraft({ names })} />
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
          <Button kind="go" type="submit" busy={guarded.busy}>
            {t('cities.save_names')}
          </Button>
        </Buttons>
      </Form>
      <TwoValues clash={guarded.clash} />
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

function FactsForm({ city }: { readonly city: City }) {
  const { t } = useText();
  const [seen] = useState({ version: city.version, fields: factsOf(city) });
  const [draft, setDraft] = useState(seen.fields);
  const { read, written, onSaved } = useSaving(city);
  const set = (change: Partial<FactsDraft>) => setDraft({ ...draft, ...change });
  const guarded = useGuardedSave<FactsDraft, City>({
    words: [
      { key: 'kind', label: t('cities.kind'), show: ({ kind }) => t(`cities.kind_${kind}`) },
      { key: 'country', label: t('cities.country'), show: ({ country }) => country },
      { key: 'latitude', label: t('cities.latitude'), show: ({ latitude }) => latitude },
      { key: 'longitude', label: t('cities.longitude'), show: ({ longitude }) => longitude },
      { key: 'slug', label: t('cities.slug'), show: ({ slug }) => slug },
    ],
    read: async () => {
      const now = await read();
      return { version: now.version, fields: factsOf(now) };
    },
    write: async ({ latitude, longitude, ...changes }, version) =>
      written(
        await api().cities.updateCity(
          {
            ...changes,
            ...(latitude === undefined ? {} : { latitude: degreesOf(latitude) }),
            ...(longitude === undefined ? {} : { longitude: degreesOf(longitude) }),
            cityId: city.id,
          },
          { context: { ifMatch: version } },
        ),
      ),
    onSaved,
  });
  return (
    <Section title={t('cities.place_and_address')}>
      <Form {...formTrouble(guarded)} onSubmit={() => guarded.save(seen, draft)}>
        <Fields>
          <SelectField
            name="kind"
            label={t('cities.kind')}
            value={draft.kind}
            onChange={(value) => set({ kind: cityKinds.find((kind) => kind === value) ?? draft.kind })}
            options={cityKinds.map((kind) => ({ value: kind, text: t(`cities.kind_${kind}`) }))}
          />
          <CountryField name="country" label={t('cities.country')} value={draft.country} onChange={(country) => set({ country })} />
          <TextField
            name="latitude"
            inputMode="decimal"
            short
            label={t('cities.latitude')}
            optional
            value={draft.latitude}
            onChange={(latitude) => set({ latitude })}
          />
          <TextField
            name="longitude"
            inputMode="decimal"
            short
            label={t('cities.longitude')}
            optional
            value={draft.longitude}
            onChange={(longitude) => set({ longitude })}
          />
          <TextField
            name="slug"
            label={t('cities.slug')}
            hint={t('cities.slug_hint')}
            value={draft.slug}
            onChange={(slug) => set({ slug })}
          />
        </Fields>
        <Buttons>
          <Button type="submit" busy={guarded.busy}>
            {t('cities.save')}
          </Button>
        </Buttons>
      </Form>
      <TwoValues clash={guarded.clash} />
    </Section>
  );
}
