// The zones of the world as a choice in a form.
import { useMemo } from 'react';
import { writing } from '#kernel/language.ts';
import { zoneName, zoneWords } from '#kernel/zone-names.ts';
import { useFormats } from './formats.ts';

const canonical = new Map<string, string>();

/** A zone as this browser lists it: gazetteers say Asia/Kolkata, many browsers Asia/Calcutta. */
export function canonicalZone(timeZone: string): string {
  const known = canonical.get(timeZone) ?? listedAs(timeZone);
  canonical.set(timeZone, known);
  return known;
}

function listedAs(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return timeZone;
  }
}

/** By zone: four hundred formats take a third of a second to make. */
const distancesKnown = new Map<string, readonly number[]>();

/** How many minutes a zone is from world time in January and in July. */
function distances(timeZone: string): readonly number[] {
  const known = distancesKnown.get(timeZone) ?? distancesOf(timeZone);
  distancesKnown.set(timeZone, known);
  return known;
}

function distancesOf(timeZone: string): readonly number[] {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const year = new Date().getUTCFullYear();
  return [Date.UTC(year, 0), Date.UTC(year, 6)].map((at) => {
    const said = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)/.exec(said) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  });
}

/** Every zone the browser knows, by its city, and the chosen one whether it knows it or not. */
export function useZoneOptions(chosen: string): readonly { readonly value: string; readonly text: string; readonly also: string }[] {
  const formats = useFormats();
  return useMemo(() => {
    const known = Intl.supportedValuesOf('timeZone');
    const zones = known.includes(chosen) || chosen === '' ? known : [chosen, ...known];
    const order = new Intl.Collator(formats.language);
    return zones
      .map((value) => ({
        value,
        text: writing[formats.language].inBrackets(zoneName(value, formats.language), value),
        also: zoneWords(value, distances(value)),
      }))
      .sort((a, b) => order.compare(a.text, b.text));
  }, [formats, chosen]);
}
