// Sentences from flat texts: `{{name}}` is replaced, `count` chooses the plural form of the language. The same as i18next answers, which
// the server uses; it is a tenth of what a reader's page may weigh.

export type Texts = Readonly<Record<string, string>>;
export type Params = Readonly<Record<string, unknown>>;

const written = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** The sentence under the key, its plural form where one is meant; the key itself where there is none. */
export function translate(texts: Texts, rules: Intl.PluralRules, key: string, params: Params = {}): string {
  const { count } = params;
  const form = typeof count === 'number' ? texts[`${key}_${rules.select(count)}`] : undefined;
  const sentence = form ?? texts[key] ?? key;
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => written(params[name]));
}
