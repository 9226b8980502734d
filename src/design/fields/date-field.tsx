// A date as people type it, read back beneath the field before anything is saved; what can be two days offers both.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { readTypedDate, type DateDoubt } from '#reading/dates.ts';
import type { FlexDate } from '#kernel/flex-date.ts';
import { Button } from '../button.tsx';
import { afterPress } from './after-press.ts';
import { Field, type FieldProps } from './field.tsx';
import { useDoubt } from './form.tsx';

/** What stands in the field, and how it was read: null where it is empty, as it is typed where it is not understood, so that the server refuses it. */
export interface TypedDate {
  readonly typed: string;
  readonly date: FlexDate | null;
}

export const noDate: TypedDate = { typed: '', date: null };

/** A day that is known, as it would be typed: '2026-11-06'. */
export const typedDay = (day: string): TypedDate => ({ typed: day, date: dateOf(day) });

/** Whether something was typed that is not understood. */
export const isDoubtful = ({ typed }: TypedDate): boolean => typed.trim() !== '' && !readTypedDate(typed).ok;

/** Longer is no date whatever it says. */
const LONGEST_SENT = 40;

/** As it is sent. */
function dateOf(typed: string): FlexDate | null {
  const taken = readTypedDate(typed);
  if (taken.ok) return taken.value;
  const text = typed.trim().slice(0, LONGEST_SENT);
  return text === '' ? null : { text, qualifier: 'exact' };
}

/** Every word a sentence of doubt can need: what was typed as it stands, the days that it may mean as the reader writes them. */
const wordsOf = ({ params: { date = '' }, choices }: DateDoubt, spelt: (date: FlexDate) => string) => {
  const [first = '', second = ''] = choices.map(spelt);
  return { date, first, second };
};

export type DateFieldProps = FieldProps & { readonly value: TypedDate; readonly onChange: (value: TypedDate) => void };

export function DateField({ value, onChange, hint, error, ...rest }: DateFieldProps) {
  const { t } = useText();
  const formats = useFormats();
  const [left, setLeft] = useState(false);
  const spelt = (date: FlexDate): string => formats.spelt(formats.flexDate(date));
  const read = readTypedDate(value.typed);
  const doubt = isDoubtful(value) && !read.ok ? read.refusal : null;
  const type = (typed: string) => onChange({ typed, date: dateOf(typed) });
  const words = doubt === null ? undefined : t(doubt.code, wordsOf(doubt, spelt));
  useDoubt(rest.name, words, true);
  const problem = error ?? (left ? words : undefined);
  return (
    <Field {...rest} hint={hint ?? t('design.date_hint')} error={problem}>
      {(wiring) => (
        <>
          <input
            {...wiring}
            className="in short"
            autoComplete="off"
            value={value.typed}
            onBlur={() => afterPress(() => setLeft(true))}
            onChange={(event) => type(event.target.value)}
          />
          <div className="echo">
            {value.date !== null && read.ok && (
              <p className="note" aria-live="polite">
                {spelt(value.date)}
              </p>
            )}
            {doubt !== null && doubt.choices.length > 0 && (
              <p className="btns">
                {doubt.choices.map((date) => (
                  <Button key={date.text} onPress={() => onChange({ typed: spelt(date), date })}>
                    {spelt(date)}
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
