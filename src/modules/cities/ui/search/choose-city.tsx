// Choosing another city of the register, told apart from its namesakes by kind and country.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Note } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import { SearchField } from '#design/fields/search-field.tsx';
import type { City } from '../../contract.ts';
import { citiesQueries } from '../client.ts';

interface ChooseCityProps {
  /** Of the field. */
  readonly name: string;
  readonly label: string;
  readonly begin?: string;
  /** The city that cannot be meant. */
  readonly except?: string;
  readonly onChoose: (city: City) => void;
}

export function ChooseCity({ name, label, begin = '', except, onChoose }: ChooseCityProps) {
  const { t } = useText();
  const [q, setQ] = useState(begin);
  const words = q.trim();
  return (
    <>
      <div className="filters">
        <SearchField name={name} label={label} placeholder={t('cities.search_placeholder')} value={q} onSearch={setQ} />
      </div>
      {words !== '' && (
        <Found
          q={words}
          except={except}
          onChoose={(city) => {
            setQ('');
            onChoose(city);
          }}
        />
      )}
    </>
  );
}

function Found({ q, except, onChoose }: Pick<ChooseCityProps, 'onChoose'> & { readonly q: string; readonly except: string | undefined }) {
  const { t } = useText();
  const naming = useNaming();
  const { data } = useQuery(citiesQueries.listCities.queryOptions({ input: { q, limit: 10 } }));
  if (data === undefined) return null;
  const entries = data.entries.filter(({ id }) => id !== except);
  if (entries.length === 0) return <Note>{t('cities.nothing_fits')}</Note>;
  return (
    <Rows
      wide
      label={t('cities.cities')}
      entries={entries.map((city) => ({
        key: city.id,
        when: naming(city.countryName),
        what: (
          <TextAction onPress={() => onChoose(city)}>
            <Named text={city.name} quiet />
          </TextAction>
        ),
        end: t(`cities.kind_${city.kind}`),
      }))}
    />
  );
}
