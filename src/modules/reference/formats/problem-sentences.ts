// Problems and outcomes as sentences of a table, in the languages of the product.
import { numberFormat } from '#kernel/intl-formats.ts';
import { inEach, type Language } from '#kernel/language.ts';
import { regionName, type RegionLabels } from '#kernel/region-names.ts';
import type { Params } from '#kernel/result.ts';
import { tellChoices, type ChoiceWords } from '../domain/choices.ts';
import type { Outcome } from '../domain/written.ts';
import { en as sentencesEn } from '../text.en.ts';
import { zh as sentencesZh } from '../text.zh.ts';
import { en as wordsEn } from './text.en.ts';
import { zh as wordsZh } from './text.zh.ts';

const texts: Readonly<Record<Language, Readonly<Record<string, string>>>> = inEach(
  { ...sentencesEn, ...wordsEn },
  { ...sentencesZh, ...wordsZh },
);

const say = (key: string, language: Language): string => texts[language][key] ?? key;

/** Values of these names are codes of countries. */
const countries = new Set(['meant', 'taken']);

const filled = (text: string, params: Params): string => text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));

function choiceWords(language: Language, regions: RegionLabels): ChoiceWords {
  const number = (count: number): string => numberFormat(language, {}).format(count);
  return {
    place: ({ name, country, inhabitants }) => {
      const where = { name, country: regionName(country, language, regions) };
      return inhabitants === null
        ? filled(say('reference.choice', language), where)
        : filled(say('reference.choice_of_size', language), { ...where, number: number(inhabitants) });
    },
    more: (count) => filled(say('reference.choices_more', language), { number: number(count) }),
    between: say('reference.choices_between', language),
  };
}

/** What is wrong, with its values in place. */
export const problemSentence = (
  { code, params }: { readonly code: string; readonly params: Params },
  language: Language,
  regions: RegionLabels,
): string =>
  say(code, language)
    .replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = String(params[name] ?? '');
      if (name === 'choices') return tellChoices(value, choiceWords(language, regions));
      return countries.has(name) && /^[A-Z]{2}$/.test(value) ? regionName(value, language, regions) : value;
    })
    .trim();

/** What was done. */
export const outcomeSentence = (outcome: Outcome, language: Language): string => say(`reference.outcome_${outcome}`, language);
