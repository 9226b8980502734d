// What the map is narrowed by; every choice is in the address.
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useAddress } from '#client/use-address.ts';
import { SelectField } from '#design/fields/field.tsx';
import { tiesQueries } from '#modules/ties/ui/client.ts';
import type { Drawn } from './map-model.ts';
import { mapSearch, type MapSearch } from './network-address.ts';
import { useClassName } from '#modules/ties/ui/words.tsx';

/** What reference sets are called, by their ids; asked of whoever knows them. */
export type SetNames = (ids: readonly string[]) => ReadonlyMap<string, string>;

/** Classes of ties by name, as every list and choice of the map needs them. */
export const useClassNames = (): ((code: string) => string) =>
  useClassName(useQuery(tiesQueries.listTieClasses.queryOptions({ input: {} })).data?.entries ?? []);

export function MapFilters({ drawn, useSetNames }: { readonly drawn: Drawn; readonly useSetNames: SetNames }) {
  const { t } = useText();
  const formats = useFormats();
  const search = useAddress(mapSearch);
  const navigate = useNavigate({ from: '/map' });
  const nameOf = useClassNames();
  const sets = useMemo(() => [...new Set(drawn.listedBy.flat())], [drawn]);
  const names = useSetNames(sets);
  const countries = useMemo(() => {
    const order = new Intl.Collator(formats.language);
    return [...new Set(drawn.places.country)]
      .map((value) => ({ value, text: formats.countryName(value) }))
      .sort((a, b) => order.compare(a.text, b.text));
  }, [drawn, formats]);
  const set = (change: { readonly [K in keyof MapSearch]?: string }): void =>
    void navigate({ search: mapSearch({ ...search, ...change }), replace: true });
  const all = { value: '', text: t('network.map_filter_all') };
  return (
    <div className="filters" role="group" aria-label={t('network.map_filters')}>
      <SelectField
        name="map-country"
        label={t('ties.column_country')}
        value={search.country ?? ''}
        options={[all, ...countries]}
        onChange={(country) => set({ country })}
      />
      {drawn.classes.length > 0 && (
        <SelectField
          name="map-class"
          label={t('ties.class')}
          value={search.class ?? ''}
          options={[all, ...drawn.classes.map((value) => ({ value, text: nameOf(value) }))]}
          onChange={(code) => set({ class: code })}
        />
      )}
      {sets.length > 0 && (
        <SelectField
          name="map-from"
          label={t('network.map_from')}
          value={search.from ?? ''}
          options={[
            all,
            { value: 'register', text: t('network.map_from_register') },
            { value: 'lists', text: t('network.map_from_lists') },
            ...sets.map((value, at) => ({ value, text: names.get(value) ?? t('network.map_from_list', { number: at + 1 }) })),
          ]}
          onChange={(from) => set({ from })}
        />
      )}
      <SelectField
        name="map-sided"
        label={t('network.map_sides')}
        value={search.sided ?? ''}
        options={[all, { value: 'one', text: t('network.map_one_sided') }]}
        onChange={(sided) => set({ sided })}
      />
      {drawn.notPublic.length > 0 && (
        <SelectField
          name="map-seen"
          label={t('network.map_seen')}
          value={search.seen ?? ''}
          options={[all, { value: 'public', text: t('network.map_seen_public') }]}
          onChange={(seen) => set({ seen })}
        />
      )}
    </div>
  );
}
