// Texts by language and part, each fetched when it is needed.
import { inEach } from '#kernel/language.ts';
import type { Texts } from '#kernel/sentence.ts';
import type { LoadTexts } from '#client/language.ts';

const texts = inEach(
  { reader: () => import('./reader-texts.en.ts'), working: () => import('./working-texts.en.ts') },
  { reader: () => import('./reader-texts.zh.ts'), working: () => import('./working-texts.zh.ts') },
);

export const loadTexts: LoadTexts = async (language, part) => {
  const [found = {}] = Object.values<Texts>(await texts[language][part]());
  return found;
};
