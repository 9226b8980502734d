// Countries and regions by name, in the reader's order.
import { useMemo } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { SelectField, type FieldProps } from './field.tsx';
import { isCountry } from '#kernel/codes.ts';

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

export interface CountryFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What no choice means: "not known", or "all" in a filter. */
  readonly none?: string;
  /** In a filter: those that occur. The chosen one is offered in any case. */
  readonly among?: readonly string[] | undefined;
}

export function CountryField({ none, among, ...rest }: CountryFieldProps) {
  const { t } = useText();
  const all = useCountryOptions();
  const options = among === undefined ? all : all.filter(({ value }) => value === rest.value || among.includes(value));
  return <SelectField {...rest} options={[{ value: '', text: none ?? t('design.not_known') }, ...options]} />;
}
