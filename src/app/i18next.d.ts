// Makes every key and placeholder of the texts known to the compiler.
import 'i18next';
import type { en } from './texts/texts.en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    keySeparator: false;
    nsSeparator: false;
    returnNull: false;
    resources: { translation: typeof en };
  }
}
