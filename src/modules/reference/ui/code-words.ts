// Sentences whose code and values come from the server.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { tellChoices, type ChoiceWords } from '../domain/choices.ts';
import { ownPlaceKey } from '../domain/read-table.ts';

type Params = Readonly<Record<string, string | number>>;

/** Values of these names may be codes of countries. */
const countries = new Set(['meant', 'taken']);

/** Says a code with its values in place, countries by their names; a code without a sentence is told as it is. */
export function useCodeWords(): (code: string, params?: Params) => string {
  const { t, say } = useText();
  const formats = useFormats();
  const choiceWords: ChoiceWords = {
    place: ({ name, country, inhabitants }) => {
      const where = { name, country: formats.countryName(country) };
      return inhabitants === null
        ? t('reference.choice', where)
        : t('reference.choice_of_size', { ...where, number: formats.number(inhabitants) });
    },
    more: (count) => t('reference.choices_more', { number: formats.number(count) }),
    between: t('reference.choices_between'),
  };
  return (code, params = {}) => {
    const named = Object.entries(params).map(([name, given]): [string, string | number] => {
      const value = typeof given === 'string' ? given.replaceAll(ownPlaceKey, t('reference.own_city')) : given;
      if (countries.has(name) && /^[A-Z]{2}$/.test(String(value))) return [name, formats.countryName(String(value))];
      if (name === 'choices') return [name, tellChoices(String(value), choiceWords)];
      return [name, name === 'kilometres' && typeof value === 'number' ? formats.number(value) : value];
    });
    const said = say(code, Object.fromEntries(named));
    return said === code ? t('reference.said_by_code', { code }) : said.trim();
  };
}
