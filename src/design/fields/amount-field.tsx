// An amount or a count as people type it, read back beneath the field before anything is saved; what can be two amounts offers both.
import { useState } from 'react';
import { useFormats, type Formats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { parseAmount, parseFigure, type AmountDoubt, type TypedFigure } from '#reading/amounts.ts';
import { exponentOf, type Amount } from '#kernel/money.ts';
import { Button } from '../button.tsx';
import { afterSign, type Signed } from './currency-field.tsx';
import { afterPress } from './after-press.ts';
import { Field, type FieldProps } from './field.tsx';
import { useDoubt } from './form.tsx';

export type AmountFieldProps = FieldProps & {
  /** As it was typed. */
  readonly value: string;
  /** The currency chosen beside it, '' where none is yet; none for a count. */
  readonly currency?: string | undefined;
  /** What such an amount may look like: stands as the example where something is not understood. */
  readonly near?: Amount | undefined;
  /** What is read back instead of the bare figure, as a count with what it is of. */
  readonly echoed?: ((read: TypedFigure) => string) | undefined;
  /** `read` is null where nothing stands in the field, or what is not understood. */
  readonly onChange: (typed: string, read: TypedFigure | null) => void;
};

/** As it is meant, with every digit, and once more in millions where that is shorter: £139,000,000 · £139 million. */
function echo(formats: Formats, { value, qualifier }: Pick<TypedFigure, 'value' | 'qualifier'>, currency: string | undefined): string {
  const meant = qualifier ?? 'exact';
  if (currency === undefined || exponentOf(currency) === null) return formats.spelt(formats.count(value, meant));
  const written = (['table', 'text'] as const).map((style) => formats.spelt(formats.money({ value, currency }, meant, style)));
  return [...new Set(written)].join(' · ');
}

/** Every word that a sentence of doubt can need, with figures as the reader writes them. */
const wordsOf = ({ params, choices }: AmountDoubt, formats: Formats) => {
  const [first = '', second = ''] = choices.map((value) => formats.spelt(formats.count(value)));
  return { amount: params['amount'] ?? '', currency: params['currency'] ?? '', first, second };
};

/** What could not be read, with an example near what is expected where that is known. */
const saidOf = (doubt: AmountDoubt, formats: Formats, near: Amount | undefined) => {
  const example = near === undefined ? '' : formats.spelt(formats.money(near, 'exact', 'table'));
  const code = doubt.code === 'kernel.amount_unreadable' && near !== undefined ? 'kernel.amount_unreadable_near' : doubt.code;
  return [code, { ...wordsOf(doubt, formats), example }] as const;
};

export function AmountField({ value, currency, near, echoed, onChange, ...rest }: AmountFieldProps) {
  const { t } = useText();
  const formats = useFormats();
  const [left, setLeft] = useState(false);
  const [signed, setSigned] = useState<Signed | null>(null);
  const read = value.trim() === '' ? null : parseFigure(value, currency);
  const doubt = read === null || read.ok ? null : read.refusal;
  const words = doubt === null ? undefined : t(...saidOf(doubt, formats, near));
  useDoubt(rest.name, words, true);
  const type = (typed: string) => {
    const taken = parseAmount(typed, currency);
    if (!taken.ok) return onChange(typed, null);
    const after = afterSign(taken.value, currency ?? '', signed);
    setSigned(after.signed);
    onChange(typed, after.read);
  };
  return (
    <Field {...rest} error={rest.error ?? (left ? words : undefined)}>
      {(wiring) => (
        <>
          <input
            {...wiring}
            className="in short"
            autoComplete="off"
            value={value}
            onBlur={() => afterPress(() => setLeft(true))}
            onChange={(event) => type(event.target.value)}
          />
          <div className="echo">
            {read?.ok === true && (
              <p className="note" aria-live="polite">
                {echoed?.(read.value) ?? echo(formats, read.value, currency)}
              </p>
            )}
            {doubt !== null && doubt.choices.length > 0 && (
              <p className="btns">
                {doubt.choices.map((choice) => (
                  <Button key={choice} onPress={() => type(formats.spelt(formats.count(choice)))}>
                    {echo(formats, { value: choice, qualifier: null }, currency)}
                  </Button>
                ))}
              </p>
            )}
          </div>
        </>
      )}
    </Field>
  );
}

/** The plain decimal of what was typed, null where nothing was; what is not understood as it stands, so that the server refuses it. */
export function typedValue(typed: string, currency?: string): string | null {
  const read = parseFigure(typed, currency);
  return read.ok ? read.value.value : typed.trim() === '' ? null : typed.trim();
}
