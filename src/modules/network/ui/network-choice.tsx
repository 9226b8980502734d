// Choosing a city of the register by typing its name.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { queries } from '#client/api.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useSession } from '#client/session.ts';
import { TextAction } from '#design/button.tsx';
import { Named } from '#design/named.tsx';
import { Note } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import { SearchField } from '#design/fields/search-field.tsx';

/** Where no city is chosen yet, goes to the one that the reader's office keeps, if there is one. */
export function useOwnCity(city: string | undefined, onFound: (slug: string) => void): void {
  const steward = useSession()?.offices.find(({ kind }) => kind === 'city')?.id;
  const options = queries().cities.listCities.queryOptions({ input: { steward: steward ?? '', limit: 1 } });
  const slug = useQuery({ ...options, enabled: city === undefined && steward !== undefined }).data?.entries[0]?.slug;
  useEffect(() => {
    if (city === undefined && slug !== undefined) onFound(slug);
  });
}

/** Said beside what an office sees and may save as a file: what it keeps for itself is drawn, too. */
export function OwnAmongThem() {
  const { t } = useText();
  const isOffice = useSession()?.offices.some(({ kind }) => kind === 'city' || kind === 'register') === true;
  return isOffice ? <Note>{t('network.own_among_them')}</Note> : null;
}

interface CityPickProps {
  readonly name: string;
  readonly label: string;
  readonly onChoose: (slug: string) => void;
}

export function CityPick({ name, label, onChoose }: CityPickProps) {
  const { t } = useText();
  const formats = useFormats();
  const [q, setQ] = useState('');
  const words = q.trim();
  const options = queries().cities.listCities.queryOptions({ input: { q: words, limit: 8 } });
  const found = useQuery({ ...options, enabled: words.length > 1 }).data?.entries;
  return (
    <>
      <div className="filters">
        <SearchField name={name} label={label} value={q} onSearch={setQ} />
      </div>
      {words.length > 1 && found !== undefined && (
        <>
          {found.length > 0 ? (
            <Rows
              wide
              label={label}
              entries={found.map((city) => ({
                key: city.id,
                when: formats.countryName(city.country),
                what: (
                  <TextAction
                    onPress={() => {
                      setQ('');
                      onChoose(city.slug);
                    }}
                  >
                    <Named text={city.name} quiet />
                  </TextAction>
                ),
              }))}
            />
          ) : (
            <Note>{t('cities.no_city_found')}</Note>
          )}
        </>
      )}
    </>
  );
}
