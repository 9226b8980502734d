// All texts of all modules by language, for the server; the browser loads only the language that is read.
import { inEach } from '#kernel/language.ts';
import { en } from './texts.en.ts';
import { zh } from './texts.zh.ts';

export const texts = inEach(en, zh);
