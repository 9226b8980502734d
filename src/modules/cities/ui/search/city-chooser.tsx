// Choosing a city: from the register, else from the gazetteer (GeoNames), whose place then enters the register.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Note } from '#design/page.tsx';
import { Rows, type RowEntry } from '#design/rows.tsx';
import { SearchField } from '#design/fields/search-field.tsx';
import { citiesQueries } from '../client.ts';
import { GazetteerCredit } from './gazetteer-credit.tsx';
import { useTelling } from './city-telling.ts';

/** A city of the register (`cityId`), or a place of the gazetteer that is not in it yet. */
export interface ChosenCity {
  readonly cityId: string | null;
  readonly geonamesId: number | null;
  readonly name: string;
  readonly country: string;
}

interface CityChooserProps {
  readonly begin?: string;
  /** The city that cannot be meant: a city is not tied to itself. */
  readonly except: string | null;
  readonly onChoose: (city: ChosenCity) => void;
}

export function CityChooser({ begin = '', except, onChoose }: CityChooserProps) {
  const { t } = useText();
  const [q, setQ] = useState(begin);
  const words = q.trim();
  return (
    <>
      <div className="filters">
        <SearchField name="cityName" label={t('cities.city_name')} value={q} onSearch={setQ} />
      </div>
      {(words.length > 1 || /\p{Script=Han}/u.test(words)) && <Found q={words} except={except} onChoose={onChoose} />}
    </>
  );
}

const told = (detail: string) => (detail === '' ? {} : { detail });

function Found({ q, except, onChoose }: Pick<CityChooserProps, 'except' | 'onChoose'> & { readonly q: string }) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const telling = useTelling();
  const known = useQuery(citiesQueries.listCities.queryOptions({ input: { q, limit: 8 } })).data;
  const places = useQuery(citiesQueries.searchGazetteer.queryOptions({ input: { q } })).data;
  const registered = (known?.entries ?? []).filter(({ id }) => id !== except);
  const placeOf = (number: number | null) => places?.entries.find(({ geonamesId }) => geonamesId === number);
  const inRegister = registered.map((city): RowEntry => ({
    key: city.id,
    when: formats.countryName(city.country),
    what: (
      <TextAction
        onPress={() => onChoose({ cityId: city.id, geonamesId: city.geonamesId, name: naming(city.name), country: city.country })}
      >
        <Named text={city.name} quiet />
      </TextAction>
    ),
    ...told(telling.rest({ ...city, name: '', ...placeOf(city.geonamesId) })),
    end: t('cities.in_register'),
  }));
  const fresh = (places?.entries ?? [])
    .filter(({ slug }) => slug === null)
    .map((place): RowEntry => {
      const { geonamesId, name, country, region } = place;
      return {
        key: String(geonamesId),
        when: formats.countryName(country),
        what: (
          <TextAction onPress={() => onChoose({ cityId: null, geonamesId, name, country })}>
            {region === undefined ? name : `${name}${t('ties.comma')}${region}`}
          </TextAction>
        ),
        ...told(telling.rest(place)),
      };
    });
  const rows = [...inRegister, ...fresh].slice(0, 14);
  return (
    <>
      {rows.length > 0 && <Rows wide entries={rows} label={t('cities.cities_found')} />}
      {known !== undefined && places !== undefined && rows.length === 0 && <Note>{t('cities.no_city_found')}</Note>}
      <GazetteerCredit />
    </>
  );
}
