// Sentences on the server: the same texts as in the browser, for refusals, mail and documents.
import { figuresOf } from '#kernel/figures.ts';
import type { Language } from '#kernel/language.ts';
import { exponentOf } from '#kernel/money.ts';
import { sentence, type Params } from '#kernel/sentence.ts';
import type { Say } from '#platform/http/problems.ts';
import { texts } from '../texts/texts.ts';

/** An amount as refusals name it for programs, whatever the language: `139,000,000 GBP`. */
const amount = /^(-?\d{1,3}(?:,\d{3})*(?:\.\d+)?) ([A-Z]{3})$/;

/** In a sentence it is written as pages write it. */
function written(value: unknown, language: Language): unknown {
  const [, number, currency] = typeof value === 'string' ? (amount.exec(value) ?? []) : [];
  if (number === undefined || currency === undefined || exponentOf(currency) === null) return value;
  const formats = figuresOf(language);
  return formats.spelt(formats.money({ value: number.replaceAll(',', ''), currency }, 'exact', 'table'));
}

const inWords = (params: Params, language: Language): Params =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, written(value, language)]));

// Codes arrive as data here, so the typed keys of the screens cannot be used; a code without a text is a mistake that a test finds.
export const say: Say = (language, code, params) =>
  sentence(texts[language], language, code, params === undefined ? params : inWords(params, language));
