// Texts in languages between a file and the product.
import type { MultilingualText } from '#kernel/language.ts';
import type { FileText } from './edition-file.ts';

/** A file's text as the product keeps it. */
export const kept = (text: FileText): MultilingualText =>
  Object.fromEntries(Object.entries(text).map(([tag, words]) => [tag, { text: words, origin: 'import' as const }]));

export const keptOrNull = (text: FileText): MultilingualText | null => (Object.keys(text).length === 0 ? null : kept(text));

/** A kept text as a file writes it. */
export const written = (text: MultilingualText): FileText =>
  Object.fromEntries(Object.entries(text).map(([tag, entry]) => [tag, entry.text]));
