// What is wrong with pasted rows and what was done, as sentences of a table.
import { chooseText, inEach, type Language, type MultilingualText } from '#kernel/language.ts';
import { regionName, type RegionLabels } from '#kernel/region-names.ts';
import { en as kernelEn } from '#kernel/text.en.ts';
import { zh as kernelZh } from '#kernel/text.zh.ts';
import { isStandardClass } from '#modules/ties/domain/attributes.ts';
import type { PasteProblem } from '../domain/paste/problems.ts';
import { en as sentencesEn } from '#modules/ties/text.en.ts';
import { zh as sentencesZh } from '#modules/ties/text.zh.ts';
import { en as wordsEn } from './text.en.ts';
import { zh as wordsZh } from './text.zh.ts';

const texts: Readonly<Record<Language, Readonly<Record<string, string>>>> = inEach(
  { ...kernelEn, ...sentencesEn, ...wordsEn },
  { ...kernelZh, ...sentencesZh, ...wordsZh },
);

const fill = (sentence: string, params: PasteProblem['params']): string =>
  sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? '')).trim();

/** What is wrong, in words that need no question mark: the list tells what was asked. */
export const problemSentence = ({ code, params }: PasteProblem, language: Language): string => {
  const words = texts[language];
  const { source } = params;
  const whose = source === undefined || source === '' ? (words['desk.list_own_records'] ?? '') : String(source);
  const known = words[code.replace('desk.paste_', 'desk.list_')] ?? words[code] ?? words['desk.list_unreadable'] ?? code;
  return fill(known, { ...params, whose });
};

/** What was done, with the value that was taken. */
export function outcomeSentence(
  { outcome, taken }: PasteProblem,
  language: Language,
  { classes, regions }: { readonly classes: ReadonlyMap<string, MultilingualText>; readonly regions: RegionLabels },
): string {
  const words = texts[language];
  const valueOf = (): string => {
    if (taken === null) return '';
    if (taken.kind === 'city')
      return taken.country === null ? taken.name : `${taken.name} (${regionName(taken.country, language, regions)})`;
    if (taken.kind === 'country') return regionName(taken.country, language, regions);
    if (taken.kind === 'word') return taken.word;
    const own = classes.get(taken.code);
    if (isStandardClass(taken.code)) return words[`ties.class_${taken.code}`] ?? taken.code;
    return own === undefined ? (words[`desk.file_${taken.code}`] ?? taken.code) : chooseText(own, language).text;
  };
  return fill(words[`desk.list_outcome_${outcome}`] ?? outcome, { taken: valueOf() });
}
