// Sentences on the server: the same texts as in the browser, for refusals, mail and documents.
import { createInstance } from 'i18next';
import type { Say } from '#platform/http/problems.ts';
import { texts } from '../texts/texts.ts';

const i18n = createInstance({
  lng: 'en',
  fallbackLng: 'en',
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: { en: { translation: texts.en }, 'zh-Hans': { translation: texts['zh-Hans'] } },
});
await i18n.init();
const translate = { en: i18n.getFixedT('en'), 'zh-Hans': i18n.getFixedT('zh-Hans') } as const;

// Codes arrive as data here, so the typed keys of the screens cannot be used; a code without a text is a mistake that a test finds.
export const say: Say = (language, code, params) =>
  (translate[language] as unknown as (key: string, params?: object) => string)(code, params);
