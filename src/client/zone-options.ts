// The zones of the world as a choice in a form.
import { useMemo } from 'react';
import { writing } from '#kernel/language.ts';
import { zoneName } from '#kernel/zone-names.ts';
import { useFormats } from './formats.ts';

/** Every zone the browser knows, by its city, and the chosen one whether it knows it or not. */
export function useZoneOptions(chosen: string): readonly { readonly value: string; readonly text: string }[] {
  const formats = useFormats();
  return useMemo(() => {
    const known = Intl.supportedValuesOf('timeZone');
    const zones = known.includes(chosen) || chosen === '' ? known : [chosen, ...known];
    const order = new Intl.Collator(formats.language);
    return zones
      .map((value) => ({ value, text: writing[formats.language].inBrackets(zoneName(value, formats.language), value) }))
      .sort((a, b) => order.compare(a.text, b.text));
  }, [formats, chosen]);
}
