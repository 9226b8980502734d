// Sentences from flat texts: `{{name}}` is replaced, a number that counts is written as a figure, `count` chooses the plural form of the language; else the same
// as i18next answers, at a tenth of its weight. The one translator of browser, server, mail, files and calendars.

export type Texts = Readonly<Record<string, string>>;
export type Params = Readonly<Record<string, unknown>>;

/** Numbers that name something and count nothing. */
const NAMING = /^(year|number|row|line|into|seed|value)/;
const written = (name: string, value: unknown, language: string): string => {
  if (typeof value === 'number') return value > 999 && !NAMING.test(name) ? value.toLocaleString(language) : String(value);
  return typeof value === 'string' ? value : '';
};

/** Kept for each language (cache): making one costs more than a page of sentences. */
const rules: Record<string, Intl.PluralRules> = {};

/** The sentence under the key, its plural form where one is meant; the key itself where there is none. */
export function sentence(texts: Texts, language: string, key: string, params: Params = {}): string {
  const { count } = params;
  const form =
    typeof count === 'number' ? texts[`${key}_${(rules[language] ??= new Intl.PluralRules(language)).select(count)}`] : undefined;
  return (form ?? texts[key] ?? key).replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => written(name, params[name], language));
}
