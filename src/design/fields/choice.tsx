// One of a few, as large tiles for a thumb: radio buttons underneath.
import { useFieldId } from './field-id.ts';
import { useFieldProblem } from './form.tsx';
import type { FieldProps, Option } from './field.tsx';

export type ChoiceFieldProps<V extends string> = FieldProps & {
  readonly options: readonly Option<V>[];
  readonly value?: NoInfer<V> | '';
  readonly defaultValue?: string;
  readonly onChange?: (value: V) => void;
};

export function ChoiceField<V extends string>({ name, label, hint, error, options, value, defaultValue, onChange }: ChoiceFieldProps<V>) {
  const fieldId = useFieldId();
  const problem = useFieldProblem(name);
  const message = error ?? problem;
  const id = fieldId(name);
  return (
    <fieldset
      className={message === undefined ? 'choice' : 'choice bad'}
      aria-describedby={message === undefined ? undefined : `${id}-error`}
    >
      <legend className="lbl">{label}</legend>
      {hint !== undefined && <p className="note">{hint}</p>}
      <div className="pick">
        {options.map((option, at) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              id={at === 0 ? id : undefined}
              {...(value === undefined ? { defaultChecked: option.value === defaultValue } : { checked: option.value === value })}
              onChange={() => onChange?.(option.value)}
            />
            <span>{option.text}</span>
          </label>
        ))}
      </div>
      {message !== undefined && (
        <p className="err" id={`${id}-error`}>
          {message}
        </p>
      )}
    </fieldset>
  );
}
