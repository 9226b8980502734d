import { expect, test } from 'vitest';
import { en as designEn } from '#design/text.en.ts';
import { zh as designZh } from '#design/text.zh.ts';
import { en as evidenceEn } from '#modules/evidence/ui/text.en.ts';
import { zh as evidenceZh } from '#modules/evidence/ui/text.zh.ts';
import { en as outcomesEn } from '#modules/outcomes/ui/text.en.ts';
import { zh as outcomesZh } from '#modules/outcomes/ui/text.zh.ts';
import { paperEn } from './shared-words.en.ts';
import { paperZh } from './shared-words.zh.ts';

test('papers call stages, assurance and what is counted as the pages do', () => {
  const pages: readonly Readonly<Record<string, string>>[] = [
    { ...designEn, ...evidenceEn, ...outcomesEn },
    { ...designZh, ...evidenceZh, ...outcomesZh },
  ];
  [paperEn, paperZh].forEach((paper, at) => {
    expect(Object.entries(paper).filter(([key, words]) => pages[at]?.[key] !== words)).toEqual([]);
  });
});
