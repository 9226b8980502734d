// Narrows a set's ties down to those of one city, found by name in any language.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, TextAction } from '#design/button.tsx';
import { Named } from '#design/named.tsx';
import { SearchField } from '#design/fields/search-field.tsx';
import { citiesQueries } from '#modules/cities/ui/client.ts';

interface CityFilterProps {
  readonly city: string | null;
  readonly onChoose: (city: string | null) => void;
}

export function CityFilter({ city, onChoose }: CityFilterProps) {
  const { t } = useText();
  const [q, setQ] = useState('');
  if (city !== null) return <ChosenCity city={city} onDrop={() => onChoose(null)} />;
  return (
    <>
      <SearchField name="ties-of" label={t('reference.of_city')} value={q} onSearch={setQ} />
      {q.trim().length > 1 && (
        <Found
          q={q.trim()}
          onChoose={(id) => {
            setQ('');
            onChoose(id);
          }}
        />
      )}
    </>
  );
}

function ChosenCity({ city, onDrop }: { readonly city: string; readonly onDrop: () => void }) {
  const { t } = useText();
  const { data } = useQuery(citiesQueries.getCity.queryOptions({ input: { city } }));
  return (
    <div className="btns">
      <span>
        {t('reference.of_city')} <b>{data === undefined ? '…' : <Named text={data.name} quiet />}</b>
      </span>
      <Button kind="text" onPress={onDrop}>
        {t('reference.of_all_cities')}
      </Button>
    </div>
  );
}

function Found({ q, onChoose }: { readonly q: string; readonly onChoose: (id: string) => void }) {
  const { t } = useText();
  const formats = useFormats();
  const { data } = useQuery(citiesQueries.listCities.queryOptions({ input: { q, limit: 6 } }));
  if (data === undefined) return null;
  if (data.entries.length === 0) return <span className="note">{t('reference.no_such_city')}</span>;
  return (
    <ul className="btns" aria-label={t('reference.cities')}>
      {data.entries.map(({ id, name, country }) => (
        <li key={id}>
          <TextAction onPress={() => onChoose(id)}>
            <Named text={name} quiet />
          </TextAction>{' '}
          <span className="note">{t('design.in_brackets', { words: formats.countryName(country) })}</span>
        </li>
      ))}
    </ul>
  );
}
