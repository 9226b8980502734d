// Sentences on the server: the same texts as in the browser, for refusals, mail and documents.
import { sentence } from '#kernel/sentence.ts';
import type { Say } from '#platform/http/problems.ts';
import { texts } from '../texts/texts.ts';

// Codes arrive as data here, so the typed keys of the screens cannot be used; a code without a text is a mistake that a test finds.
export const say: Say = (language, code, params) => sentence(texts[language], language, code, params);
