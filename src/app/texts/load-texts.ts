// Texts by language and part, each fetched when it is needed.
import type { LoadTexts } from '#client/language.ts';

const texts = {
  en: { reader: () => import('./reader-texts.en.ts'), working: () => import('./working-texts.en.ts') },
  'zh-Hans': { reader: () => import('./reader-texts.zh.ts'), working: () => import('./working-texts.zh.ts') },
} as const;

export const loadTexts: LoadTexts = async (language, part) => {
  const found = await texts[language][part]();
  return 'en' in found ? found.en : found.zh;
};
