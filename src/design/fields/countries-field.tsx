// Several countries and regions: chosen ones as words that can be taken away, and a list to add from.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useCountryOptions } from './country-field.tsx';
import { Field, type FieldProps } from './field.tsx';

interface CountriesFieldProps extends FieldProps {
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

export function CountriesField({ value, onChange, ...rest }: CountriesFieldProps) {
  const { t } = useText();
  const formats = useFormats();
  const options = useCountryOptions();
  return (
    <Field {...rest} optional={rest.optional ?? false}>
      {(wiring) => (
        <>
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
          <select {...wiring} className="in" value="" onChange={(event) => onChange([...value, event.target.value])}>
            <option value="">{t(value.length === 0 ? 'design.choose' : 'design.choose_another')}</option>
            {options
              .filter((option) => !value.includes(option.value))
              .map((option) => (
                <option key={option.value} value={option.value}>
                  {option.text}
                </option>
              ))}
          </select>
        </>
      )}
    </Field>
  );
}
