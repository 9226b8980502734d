// Sentences from flat texts: `{{name}}` is replaced, `count` chooses the plural form of the language and is written as a figure; else the same
// as i18next answers, at a tenth of its weight. The one translator of browser, server, mail, files and calendars.

export type Texts = Readonly<Record<string, string>>;
export type Params = Readonly<Record<string, unknown>>;

const written = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const figure = (count: unknown, language: string): string =>
  typeof count === 'number' && count > 999 ? count.toLocaleString(language) : written(count);

/** Kept for each language (cache): making one costs more than a page of sentences. */
const rules: Record<string, Intl.PluralRules> = {};

/** The sentence under the key, its plural form where one is meant; the key itself where there is none. */
export function sentence(texts: Texts, language: string, key: string, params: Params = {}): string {
  const { count } = params;
  const form =
    typeof count === 'number' ? texts[`${key}_${(rules[language] ??= new Intl.PluralRules(language)).select(count)}`] : undefined;
  return (form ?? texts[key] ?? key).replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) =>
    name === 'count' ? figure(count, language) : written(params[name]),
  );
}
