// A text in both languages of the interface; what stands there in others stays untouched.
import { languages, writing, type Language, type MultilingualText } from '#kernel/language.ts';
import { useText } from '#client/language.ts';
import { Field } from './field.tsx';
import { useFieldId } from './field-id.ts';
import { useFieldProblem } from './form.tsx';

/** Texts by language while they are being typed; may be blank. */
export type Draft = MultilingualText;

/** What is sent: blank languages left out; null when all are blank. */
export function filledText(draft: Draft): MultilingualText | null {
  const filled = Object.entries(draft).filter(([, { text }]) => text.trim() !== '');
  return filled.length === 0 ? null : Object.fromEntries(filled);
}

/** What is sent of a line: null where nothing stands in it. */
export const filledLine = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** A web address as people write it: without a scheme it is meant to be https; null where nothing stands in it. */
export function filledAddress(text: string): string | null {
  const given = filledLine(text);
  return given === null || /^[a-z]+:/i.test(given) ? given : `https://${given}`;
}

export interface MultilingualFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly long?: boolean;
  readonly value: Draft;
  readonly onChange: (value: Draft) => void;
}

export function MultilingualField({ name, label, hint, optional = false, long = false, value, onChange }: MultilingualFieldProps) {
  const fieldId = useFieldId();
  const { t, language } = useText();
  const inOrder = [...languages].sort((a, b) => Number(b === language) - Number(a === language));
  const whole = useFieldProblem(name);
  const set = (tag: Language, text: string) => onChange({ ...value, [tag]: { text, origin: 'human' } });
  return (
    <div className="fields" id={fieldId(name)} tabIndex={-1} role="group" aria-label={label}>
      {inOrder.map((tag, at) => (
        <Field
          key={tag}
          name={`${name}.${tag}`}
          label={t('design.in_language', { label, language: t(`design.language_${writing[tag].suffix}`) })}
          {...(hint === undefined || at > 0 ? {} : { hint })}
          optional={optional || at > 0}
          {...(at === 0 && whole !== undefined ? { error: whole } : {})}
        >
          {(wiring) =>
            long ? (
              <textarea
                {...wiring}
                className="in"
                lang={tag}
                value={value[tag]?.text ?? ''}
                onChange={(event) => set(tag, event.target.value)}
              />
            ) : (
              <input
                {...wiring}
                className="in"
                lang={tag}
                value={value[tag]?.text ?? ''}
                onChange={(event) => set(tag, event.target.value)}
              />
            )
          }
        </Field>
      ))}
    </div>
  );
}
