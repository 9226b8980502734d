// A time zone, found by its own city, its distance from world time, or any place whose clocks go by it.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useText } from '#client/language.ts';
import { useZoneOptions } from '#client/zone-options.ts';
import { PickField, type PickFieldProps, type PickOption } from '#design/fields/pick-field.tsx';
import { chooseText, writing } from '#kernel/language.ts';
import { citiesQueries } from '../client.ts';
import { isAsked } from './gazetteer-places.tsx';

const MOMENT = 250;

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
    for (const { timeZone, name, countryName } of places ?? []) {
      const zone = zones.find(({ value }) => value === timeZone);
      if (zone === undefined || first.has(zone.value)) continue;
      const note = writing[language].inBrackets(name, chooseText(countryName, language)?.text ?? '');
      first.set(zone.value, { ...zone, also: `${zone.also} ${name} ${q}`, note });
    }
    return [...first.values(), ...zones.filter(({ value }) => !first.has(value))];
  }, [zones, places, language, q]);
  return <PickField {...props} options={options} onType={setTyped} waiting={isAsked(words) && (q !== words || asked.isLoading)} />;
}
