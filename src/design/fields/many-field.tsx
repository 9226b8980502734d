// Any number of a few words: checkboxes side by side.
import { useId } from 'react';
import { useFieldProblem } from './form.tsx';
import './many-field.css';

interface ManyFieldProps<Word extends string> {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: Word; readonly text: string }[];
  readonly value: readonly Word[];
  readonly onChange: (value: readonly Word[]) => void;
}

export function ManyField<Word extends string>({ name, label, options, value, onChange }: ManyFieldProps<Word>) {
  const id = useId();
  const problem = useFieldProblem(name);
  return (
    <fieldset className={problem === undefined ? 'choice' : 'choice bad'}>
      <legend className="lbl">{label}</legend>
      <div className="manywords">
        {options.map((option) => (
          <label key={option.value} htmlFor={`${id}-${option.value}`}>
            <input
              type="checkbox"
              id={`${id}-${option.value}`}
              checked={value.includes(option.value)}
              onChange={(event) =>
                onChange(
                  event.target.checked
                    ? options.flatMap((one) => (one.value === option.value || value.includes(one.value) ? [one.value] : []))
                    : value.filter((one) => one !== option.value),
                )
              }
            />
            <span>{option.text}</span>
          </label>
        ))}
      </div>
      {problem !== undefined && <p className="err">{problem}</p>}
    </fieldset>
  );
}
