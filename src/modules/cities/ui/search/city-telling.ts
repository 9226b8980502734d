// A place in words that tell it from others of its name.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';

interface Told {
  readonly name: string;
  readonly country: string | null;
  readonly region?: string | undefined;
  readonly population?: number | undefined;
  readonly near?: { readonly name: string; readonly kilometres: number } | undefined;
}

/** "Springfield, IL (United States), 114,394 inhabitants, 120 km from St. Louis". */
export function useTelling(): { readonly whole: (city: Told) => string; readonly rest: (city: Told) => string } {
  const { t } = useText();
  const formats = useFormats();
  const rest = ({ population, near }: Told): string =>
    [
      ...(population === undefined || population === 0 ? [] : [t('cities.city_inhabitants', { number: formats.number(population) })]),
      ...(near === undefined ? [] : [t('cities.city_near', { name: near.name, kilometres: formats.number(near.kilometres) })]),
    ].join(t('ties.comma'));
  const whole = (city: Told): string => {
    const { name, country, region } = city;
    const place = region === undefined ? name : `${name}${t('ties.comma')}${region}`;
    const where = country === null ? place : t('cities.city_in_country', { name: place, country: formats.countryName(country) });
    return [where, ...(rest(city) === '' ? [] : [rest(city)])].join(t('ties.comma'));
  };
  return { whole, rest };
}
