// Texts by language and part, each fetched when it is needed.
import { inEach } from '#kernel/language.ts';
import type { LoadTexts } from '#client/language.ts';

const texts = inEach(
  { reader: async () => (await import('./reader-texts.en.ts')).en, working: async () => (await import('./working-texts.en.ts')).en },
  { reader: async () => (await import('./reader-texts.zh.ts')).zh, working: async () => (await import('./working-texts.zh.ts')).zh },
);

export const loadTexts: LoadTexts = (language, part) => texts[language][part]();
