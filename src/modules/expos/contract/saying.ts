// What somebody offers or seeks, as callers write it: plain words in languages that there are.
import { isLanguageTag } from '#kernel/codes.ts';
import { hasMarkup } from '#kernel/writing/markup.ts';
import { multilingual } from '#kernel/procedure.ts';

export const saying = multilingual(1000)
  .refine((said) => Object.keys(said).every(isLanguageTag), { params: { code: 'organisations.language_unknown' } })
  .refine((said) => !Object.values(said).some(({ text }) => hasMarkup(text)), { params: { code: 'expos.saying_markup' } });
