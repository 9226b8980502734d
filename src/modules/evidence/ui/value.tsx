// What a statement says, written in the reader's language.
import type { ReactNode } from 'react';
import type { Formats } from '#client/formats.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Unknown } from '#design/marks.tsx';
import { AsWritten, Named } from '#design/named.tsx';
import { Figure } from '#design/said.tsx';
import { isDateShaped, type FlexDate } from '#kernel/flex-date.ts';
import { writing } from '#kernel/language.ts';
import type { StatementShape } from '../contract/shapes.ts';

export interface ValueProps {
  readonly value: StatementShape['value'];
  readonly style?: 'text' | 'table';
  /** Codes are words of the attribute, which its module knows. */
  readonly codeName?: ((code: string) => ReactNode) | undefined;
}

export const figureOf = (value: StatementShape['value'], formats: Formats, style: 'text' | 'table') => {
  if (value.type === 'date') return formats.flexDate(value.date, style);
  if (value.type === 'count') return formats.count(value.count, value.qualifier, value.unit);
  return value.type === 'money' ? formats.money({ value: value.amount, currency: value.currency }, value.qualifier, style) : null;
};

export function Value({ value, style = 'text', codeName = (code) => code }: ValueProps) {
  const { t, language } = useText();
  const formats = useFormats();
  const figure = figureOf(value, formats, style);
  if (figure !== null)
    return (
      <>
        <Figure value={figure} />
        {'basis' in value && value.basis !== undefined && (
          <span className="note">
            {writing[language].comma}
            {isDateShaped(value.basis) ? (
              formats.spelt(formats.flexDate({ text: value.basis, qualifier: 'exact' }, style))
            ) : (
              <AsWritten text={value.basis} />
            )}
          </span>
        )}
      </>
    );
  if (value.type === 'text') return <Named text={value.text} />;
  if (value.type === 'code') {
    const word = codeName(value.code);
    return value.since === undefined ? word : <WordSince {...{ word, style }} since={value.since} />;
  }
  return value.type === 'unknown' ? <Unknown>{t(`evidence.unknown_${value.reason}`)}</Unknown> : null;
}

interface WordSinceProps {
  readonly word: ReactNode;
  readonly since: FlexDate;
  readonly style: 'text' | 'table';
}

/** A word and since when it holds: "suspended since about March 2024", "约2024年3月起中止". */
function WordSince({ word, since, style }: WordSinceProps) {
  const { t, language } = useText();
  const formats = useFormats();
  const from = (written: typeof style) => (
    <span className="note">{t('evidence.since', { day: formats.spelt(formats.flexDate(since, written)) })}</span>
  );
  return writing[language].headFinal ? (
    <>
      {from('text')}
      {word}
    </>
  ) : (
    <>
      {word} {from(style)}
    </>
  );
}
