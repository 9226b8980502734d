// How sure a figure is, in words: its assurance, how much of it another side confirms where that is not all, and that the paper has expired which would document it.
import type { figuresOf } from '#kernel/figures.ts';
import { writing, type Language } from '#kernel/language.ts';
import type { Params } from '#kernel/sentence.ts';
import type { Assurance, Part } from '#modules/outcomes/domain/assurance.ts';
import { partWords } from '#modules/outcomes/domain/part-words.ts';

export interface Sure {
  readonly assurance: Assurance;
  readonly confirmedPart?: Part | null;
  readonly paperExpired?: string | null | undefined;
}

/** What of a wording it needs; openings, which say it too, know of this and not the other way round. */
interface Telling {
  readonly t: (key: string, params?: Params) => string;
  readonly formats: ReturnType<typeof figuresOf>;
  readonly language: Language;
}

export function assuredWords({ assurance, confirmedPart, paperExpired }: Sure, { t, formats, language }: Telling): string {
  return [
    t(`design.assurance_${assurance}`),
    ...(confirmedPart == null ? [] : partWords(confirmedPart, 'text', { t, formats })),
    ...(paperExpired == null
      ? []
      : [t('outcomes.paper_expired', { day: formats.spelt(formats.flexDate({ text: paperExpired, qualifier: 'exact' })) })]),
  ].join(writing[language].comma);
}
