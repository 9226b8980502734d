// A time zone, found by its own city, its distance from world time, or any place whose clocks go by it.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useText } from '#client/language.ts';
import { canonicalZone, useZoneOptions } from '#client/zone-options.ts';
import { PickField, type PickFieldProps, type PickOption } from '#design/fields/pick-field.tsx';
import { fold } from '#kernel/fold.ts';
import { chooseText, writing } from '#kernel/language.ts';
import { citiesQueries } from '../client.ts';
import { isAsked } from './gazetteer-places.tsx';

const MOMENT = 250;

/** A place with less than a tenth of the inhabitants of another that is called so is not meant: Liverpool in New York. */
const LEAST_OF = 10;

/** King of Prussia is not called Prussia; in another script the gazetteer's own name says nothing of it. */
const isSure = (name: string, q: string): boolean => !/^[\p{Script=Latin}\P{L}]+$/u.test(q) || fold(name) === fold(q);

/** The words a moment after the last key. */
function useRested(words: string): string {
  const [rested, setRested] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setRested(words), MOMENT);
    return () => clearTimeout(timer);
  }, [words]);
  return rested;
}

export function ZoneField(props: Omit<PickFieldProps, 'options' | 'onType' | 'waiting'>) {
  const { language } = useText();
  const zones = useZoneOptions(props.value);
  const [typed, setTyped] = useState('');
  const words = typed.trim();
  const q = useRested(words);
  const asked = useQuery({ ...citiesQueries.searchGazetteer.queryOptions({ input: { q }, staleTime: 600_000 }), enabled: isAsked(q) });
  const places = asked.data?.entries;
  const options = useMemo((): readonly PickOption[] => {
    const first = new Map<string, PickOption>();
    const greatest = Math.max(0, ...(places ?? []).map(({ population }) => population));
    for (const { timeZone, name, population, countryName } of places ?? []) {
      const zone = zones.find(({ value }) => value === canonicalZone(timeZone ?? ''));
      if (zone === undefined || first.has(zone.value) || population * LEAST_OF < greatest) continue;
      const note = writing[language].inBrackets(name, chooseText(countryName, language)?.text ?? '');
      first.set(zone.value, {
        ...zone,
        also: `${zone.also} ${name} ${q}`,
        note,
        isGuess: !isSure(name, q) && !fold(`${zone.text} ${zone.also}`).includes(fold(q)),
      });
    }
    return [...first.values(), ...zones.filter(({ value }) => !first.has(value))];
  }, [zones, places, language, q]);
  return <PickField {...props} options={options} onType={setTyped} waiting={isAsked(words) && (q !== words || asked.isLoading)} />;
}
