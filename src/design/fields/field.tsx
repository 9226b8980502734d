// Fields: label above, hint under it, the error beside what is wrong. Each takes its problem from the form by its name.
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { useText } from '#client/language.ts';
import { writing } from '#kernel/language.ts';
import { useFieldId } from './field-id.ts';
import { useFieldProblem } from './form.tsx';

export interface FieldProps {
  /** Path of the value in what is sent, joined by dots; also finds the problem. */
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Overrides the problem of the form. */
  readonly error?: string | undefined;
  /** Says that nothing needs to be entered. */
  readonly optional?: boolean;
}

interface Wiring {
  readonly id: string;
  readonly name: string;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-describedby': string | undefined;
}

/** Label, hint and error around one control, for controls of your own: `<Field …>{(wiring) => <input {...wiring} />}</Field>`. */
export function Field({
  name,
  label,
  hint,
  error,
  optional = false,
  children,
}: FieldProps & { readonly children: (wiring: Wiring) => ReactNode }) {
  const fieldId = useFieldId();
  const problem = useFieldProblem(name);
  const message = error ?? problem;
  const id = fieldId(name);
  const described = [hint === undefined ? '' : `${id}-hint`, message === undefined ? '' : `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={message === undefined ? 'field' : 'field bad'}>
      <label htmlFor={id}>{optional ? <Optional label={label} /> : label}</label>
      {hint !== undefined && (
        <p className="note" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, name, 'aria-invalid': message === undefined ? undefined : true, 'aria-describedby': described || undefined })}
      {message !== undefined && (
        <p className="err" id={`${id}-error`}>
          {message}
        </p>
      )}
    </div>
  );
}

/** A label with the word that nothing needs to be entered; where it ends in brackets, inside them: 标题（中文，选填）. */
function Optional({ label }: Pick<FieldProps, 'label'>) {
  const { t, language } = useText();
  const words = t('design.optional');
  const [, before, shut] = (typeof label === 'string' ? /^(.+)([)）])$/su.exec(label) : null) ?? [];
  if (before === undefined)
    return (
      <>
        {label}
        <span className="optional">
          {writing[language].blank}
          {t('design.in_brackets', { words })}
        </span>
      </>
    );
  return (
    <>
      {before}
      <span className="optional">
        {writing[language].comma}
        {words}
      </span>
      {shut}
    </>
  );
}

type Native<T extends 'input' | 'select' | 'textarea'> = Omit<ComponentPropsWithRef<T>, 'name' | 'onChange' | 'className' | 'id'>;

export type TextFieldProps = FieldProps &
  Native<'input'> & {
    readonly type?: 'text' | 'email' | 'password' | 'number' | 'date' | 'time' | 'datetime-local' | 'search' | 'url' | 'tel';
    /** Narrow: dates, times, numbers. Default by type. */
    readonly short?: boolean;
    readonly onChange?: (value: string) => void;
  };

const shortTypes: readonly string[] = ['number', 'date', 'time'];

export function TextField({
  name,
  label,
  hint,
  error,
  optional,
  type = 'text',
  short = shortTypes.includes(type),
  onChange,
  ...rest
}: TextFieldProps) {
  return (
    <Field {...{ name, label, hint, error }} optional={optional ?? false}>
      {(wiring) => (
        <input
          {...rest}
          {...wiring}
          type={type}
          className={short ? 'in short' : 'in'}
          onChange={(event) => onChange?.(event.target.value)}
        />
      )}
    </Field>
  );
}

export type TextareaFieldProps = FieldProps & Native<'textarea'> & { readonly onChange?: (value: string) => void };

export function TextareaField({ name, label, hint, error, optional, onChange, ...rest }: TextareaFieldProps) {
  return (
    <Field {...{ name, label, hint, error }} optional={optional ?? false}>
      {(wiring) => <textarea {...rest} {...wiring} className="in" onChange={(event) => onChange?.(event.target.value)} />}
    </Field>
  );
}

export interface Option<V extends string = string> {
  readonly value: V;
  readonly text: string;
  /** Shown, and not to be chosen: the text says why. */
  readonly disabled?: boolean;
}

export type SelectFieldProps<V extends string = string> = FieldProps &
  Omit<Native<'select'>, 'value'> & {
    readonly options: readonly Option<V>[];
    readonly value?: NoInfer<V>;
    readonly onChange?: (value: V) => void;
  };

/** The option of a value, as one of the kind that was offered. */
export const chosenOf = <V extends string>(options: readonly Option<V>[], chosen: string): V | undefined =>
  options.find(({ value }) => value === chosen)?.value;

export function SelectField<V extends string>(props: SelectFieldProps<V>) {
  const { name, label, hint, error, optional, options, onChange, ...rest } = props;
  const choose = (chosen: string) => {
    const value = chosenOf(options, chosen);
    if (value !== undefined) onChange?.(value);
  };
  return (
    <Field {...{ name, label, hint, error }} optional={optional ?? false}>
      {(wiring) => (
        <select {...rest} {...wiring} className="in" onChange={(event) => choose(event.target.value)}>
          {options.map(({ value, text, disabled = false }) => (
            <option key={value} value={value} disabled={disabled}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type OptionalSelectProps<V extends string> = Omit<SelectFieldProps<V>, 'value' | 'onChange'> & {
  /** What no choice means. */
  readonly none: string;
  readonly value: NoInfer<V> | null;
  readonly onChange: (value: V | null) => void;
};

/** One of a few, or none of them: null. */
export function OptionalSelect<V extends string>({ none, options, value, onChange, ...rest }: OptionalSelectProps<V>) {
  return (
    <SelectField<V | ''>
      {...rest}
      options={[{ value: '', text: none }, ...options]}
      value={value ?? ''}
      onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
    />
  );
}

export type CheckFieldProps = Omit<FieldProps, 'optional'> & Native<'input'> & { readonly onChange?: (checked: boolean) => void };

export function CheckField({ name, label, hint, error, onChange, ...rest }: CheckFieldProps) {
  const fieldId = useFieldId();
  const problem = useFieldProblem(name);
  const message = error ?? problem;
  const id = fieldId(name);
  return (
    <div className={message === undefined ? 'field check' : 'field check bad'}>
      <input
        {...rest}
        type="checkbox"
        id={id}
        name={name}
        aria-invalid={message === undefined ? undefined : true}
        onChange={(event) => onChange?.(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && <p className="note">{hint}</p>}
      {message !== undefined && <p className="err">{message}</p>}
    </div>
  );
}

/** Fields side by side where there is room. */
export function Fields({ children }: { readonly children: ReactNode }) {
  return <div className="fields">{children}</div>;
}
