// Several countries and regions: chosen ones as words that can be taken away, and a field that finds another.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useFindableCountries } from './country-field.tsx';
import type { FieldProps } from './field.tsx';
import { PickField } from './pick-field.tsx';

interface CountriesFieldProps extends FieldProps {
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

export function CountriesField({ value, onChange, ...rest }: CountriesFieldProps) {
  const { t } = useText();
  const formats = useFormats();
  const options = useFindableCountries();
  return (
    <>
      <PickField
        {...rest}
        optional={rest.optional ?? false}
        value=""
        none={t(value.length === 0 ? 'design.choose' : 'design.choose_another')}
        options={options.filter((option) => !value.includes(option.value))}
        onChange={(code) => code !== '' && onChange([...value, code])}
      />
      {value.length > 0 && (
        <ul className="chips">
          {value.map((code) => (
            <li key={code}>
              <span>{formats.countryName(code)}</span>
              <button
                type="button"
                aria-label={t('design.remove_named', { name: formats.countryName(code) })}
                onClick={() => onChange(value.filter((other) => other !== code))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
