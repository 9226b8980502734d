// A country or region in a form, found while one types: by its name in either language or by its code.
import { useMemo } from 'react';
import { useText } from '#client/language.ts';
import { languages } from '#kernel/language.ts';
import { regionName } from '#kernel/region-names.ts';
import { useCountryOptions } from './country-field.tsx';
import type { FieldProps } from './field.tsx';
import { PickField, type PickOption } from './pick-field.tsx';

/** Every country or region with the words it is found by. */
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

interface CountryPickProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What no choice means. */
  readonly none?: string;
}

export function CountryPick({ none, ...rest }: CountryPickProps) {
  const { t } = useText();
  const options = useFindableCountries();
  return <PickField {...rest} none={none ?? t('design.not_known')} options={options} />;
}
