// Cities chosen by name, to be asked for by their numbers in GeoNames, which Wikidata knows.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, TextAction } from '#design/button.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { CityChooser, type ChosenCity } from '#modules/cities/ui/search/city-chooser.tsx';

export interface AskedCity {
  readonly geonamesId: number;
  readonly name: string;
  readonly country: string;
}

interface ChosenCitiesProps {
  readonly cities: readonly AskedCity[];
  readonly most: number;
  readonly onChange: (cities: readonly AskedCity[]) => void;
}

export function ChosenCities({ cities, most, onChange }: ChosenCitiesProps) {
  const { t } = useText();
  const formats = useFormats();
  const [choosing, setChoosing] = useState(false);
  const [unnumbered, setUnnumbered] = useState<string | null>(null);
  const take = ({ geonamesId, name, country }: ChosenCity) => {
    setChoosing(false);
    setUnnumbered(geonamesId === null ? name : null);
    if (geonamesId !== null && cities.every((city) => city.geonamesId !== geonamesId)) onChange([...cities, { geonamesId, name, country }]);
  };
  return (
    <div className="field">
      {cities.length === 0 ? (
        <p className="muted">{t('reference.ask_no_city')}</p>
      ) : (
        <ul className="plain">
          {cities.map((city) => (
            <li key={city.geonamesId}>
              <b>{city.name}</b> {t('design.in_brackets', { words: formats.countryName(city.country) })}{' '}
              <TextAction onPress={() => onChange(cities.filter((one) => one !== city))}>
                {t('reference.ask_take_out', { city: city.name })}
              </TextAction>
            </li>
          ))}
        </ul>
      )}
      {unnumbered !== null && <p role="status">{t('reference.ask_no_number', { city: unnumbered })}</p>}
      {cities.length < most && <Button onPress={() => setChoosing(true)}>{t('reference.ask_add_city')}</Button>}
      {choosing && (
        <Dialog open wide onClose={() => setChoosing(false)} title={t('reference.ask_add_city')}>
          <CityChooser except={null} onChoose={take} />
        </Dialog>
      )}
    </div>
  );
}
