// Countries and regions by name, in the reader's order.
import { useMemo } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { SelectField, type FieldProps } from './field.tsx';
import { isDrawnOnServer } from '#client/on-server.ts';
import { isCountry } from '#kernel/codes.ts';
import { languages } from '#kernel/language.ts';
import { regionName } from '#kernel/region-names.ts';
import { PickField, type PickOption } from './pick-field.tsx';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const countryCodes = letters.flatMap((first) => letters.map((second) => first + second)).filter(isCountry);

/** Every country or region as an option, in the order of the reader's language. */
export function useCountryOptions(): readonly { readonly value: string; readonly text: string }[] {
  const formats = useFormats();
  return useMemo(() => {
    const order = new Intl.Collator(formats.language);
    return countryCodes.map((value) => ({ value, text: formats.countryName(value) })).sort((a, b) => order.compare(a.text, b.text));
  }, [formats]);
}

/** Every country or region with the words it is found by: its name in either language, and its code. */
export function useFindableCountries(): readonly PickOption[] {
  const options = useCountryOptions();
  return useMemo(
    () =>
      options.map((option) => ({
        ...option,
        also: [option.value, ...languages.map((language) => regionName(option.value, language, {}))].join(' '),
      })),
    [options],
  );
}

export interface CountryFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What no choice means: "not known", or "all" in a filter. */
  readonly none?: string;
  /** In a filter: those that occur, as soon as they are known. The chosen one is offered in any case. */
  readonly among?: readonly string[] | undefined;
}

/** What the languages of the device name, such as en-GB: where its reader is likely to be from. */
const likely = (): readonly string[] => (isDrawnOnServer ? [] : navigator.languages.flatMap((tag) => new Intl.Locale(tag).region ?? []));

/** A list of those that occur; all there are would be too long for one, and are found while one types. */
export function CountryField(props: CountryFieldProps) {
  const { none, among, ...rest } = props;
  const { t } = useText();
  const all = useFindableCountries();
  const nothing = none ?? t('design.not_known');
  if (!('among' in props)) {
    const first = likely();
    const options = all.toSorted((a, b) => Number(first.includes(b.value)) - Number(first.includes(a.value)));
    return <PickField {...rest} none={nothing} options={options} />;
  }
  const options = all.filter(({ value }) => value === rest.value || among?.includes(value) === true);
  return <SelectField {...rest} options={[{ value: '', text: nothing }, ...options]} />;
}
