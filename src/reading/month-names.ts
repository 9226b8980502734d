// Months by their names in the languages of lists of sister cities, full and short, as the runtime has them.

const languages = 'de fr es it pt nl da sv nb is fi et lv lt pl cs sk hu ro bg ru uk hr sr sr-Latn sl sq el tr ca id ms'.split(' ');
/** Of the Roman calendar, as Polish and Hungarian lists write; and forms that runtimes do not have. */
const others = 'i ii iii iv v vi vii viii ix x xi xii'.split(' ');

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('.', '');

type Months = Map<string, ReadonlySet<number>>;

function namesIn(language: string, into: Months): void {
  for (const month of ['long', 'short'] as const)
    for (const beside of [{}, { day: 'numeric', year: 'numeric' }] as const) {
      const format = new Intl.DateTimeFormat(language, { month, ...beside, timeZone: 'UTC', calendar: 'gregory' });
      for (let at = 0; at < 12; at++) {
        const name = plain(format.formatToParts(Date.UTC(2000, at, 5)).find(({ type }) => type === 'month')?.value ?? '');
        if (/^\p{L}{2,}$/u.test(name)) into.set(name, new Set([...(into.get(name) ?? []), at + 1]));
      }
    }
}

const english: Months = new Map([...others.entries()].map(([at, name]) => [name, new Set([at + 1])]));
english.set('janner', new Set([1]));
namesIn('en', english);

let foreign: ReadonlyMap<string, Months> | null = null;
/** Made at the first word that is not English. */
function namesByLanguage(): ReadonlyMap<string, Months> {
  foreign ??= new Map(
    languages.map((language) => {
      const names: Months = new Map();
      namesIn(language, names);
      return [language, names] as const;
    }),
  );
  return foreign;
}

/** Each month, 1 to 12, that a name means, whatever its case and accents: two for Listopad, in Polish November and in Croatian October, unless its language is known. */
export function monthsOf(word: string, language?: string): readonly number[] {
  const name = plain(word);
  const known = english.get(name);
  if (known !== undefined) return [...known];
  const names = namesByLanguage();
  const said = language === undefined ? undefined : names.get(language)?.get(name);
  const all = said ?? new Set([...names.values()].flatMap((months) => [...(months.get(name) ?? [])]));
  return [...all].toSorted((x, y) => x - y);
}

/** The languages, English apart, in which a word names a month. */
export const languagesOfMonth = (word: string): readonly string[] => {
  const name = plain(word);
  return english.has(name) ? [] : [...namesByLanguage()].flatMap(([language, names]) => (names.has(name) ? [language] : []));
};
