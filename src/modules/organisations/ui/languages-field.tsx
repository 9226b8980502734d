// Languages in order of preference: chosen ones as words that can be taken away, and a list to add from.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Field, type FieldProps } from '#design/fields/field.tsx';

/** Languages one is likely to meet at an expo; any other that is already on record stays. */
const offered = 'zh en ja ko fr de es pt it nl ru ar tr pl sv da fi nb cs hu ro el uk he hi th vi id ms yue'.split(' ');

export interface LanguagesFieldProps extends FieldProps {
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

export function LanguagesField({ value, onChange, ...rest }: LanguagesFieldProps) {
  const { t } = useText();
  const formats = useFormats();
  const order = new Intl.Collator(formats.language);
  const open = offered
    .filter((tag) => !value.includes(tag))
    .map((tag) => ({ tag, name: formats.languageName(tag) }))
    .sort((a, b) => order.compare(a.name, b.name));
  return (
    <Field {...rest} optional={rest.optional ?? false}>
      {(wiring) => (
        <>
          {value.length > 0 && (
            <ul className="chips">
              {value.map((tag) => (
                <li key={tag}>
                  <span>{formats.languageName(tag)}</span>
                  <button
                    type="button"
                    aria-label={t('organisations.remove_language', { language: formats.languageName(tag) })}
                    onClick={() => onChange(value.filter((other) => other !== tag))}
                  >
                    ×
                  </button>
                </li>
              ))}
            </ul>
          )}
          <select {...wiring} className="in" value="" onChange={(event) => onChange([...value, event.target.value])}>
            <option value="">{t(value.length === 0 ? 'organisations.choose_language' : 'organisations.another_language')}</option>
            {open.map(({ tag, name }) => (
              <option key={tag} value={tag}>
                {name}
              </option>
            ))}
          </select>
        </>
      )}
    </Field>
  );
}
