// How sure a figure is, in words: its assurance, how much of it another side confirms where that is not all, and that the paper has expired which would document it.
import type { Amount } from '#kernel/money.ts';
import { writing } from '#kernel/language.ts';
import type { Assurance } from '#modules/outcomes/domain/assurance.ts';
import type { Wording } from './opening-words.ts';

export interface Sure {
  readonly assurance: Assurance;
  readonly confirmedPart?: { readonly amount: Amount } | null;
  readonly paperExpired?: string | null | undefined;
}

export function assuredWords(
  { assurance, confirmedPart, paperExpired }: Sure,
  { t, formats, language }: Pick<Wording, 't' | 'formats' | 'language'>,
): string {
  const part = confirmedPart?.amount;
  return [
    t(`design.assurance_${assurance}`),
    ...(part === undefined ? [] : [t('outcomes.part_confirmed', { amount: formats.spelt(formats.money(part, 'exact')) })]),
    ...(paperExpired == null
      ? []
      : [t('outcomes.paper_expired', { day: formats.spelt(formats.flexDate({ text: paperExpired, qualifier: 'exact' })) })]),
  ].join(writing[language].comma);
}
