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
let foreign: Months | null = null;

/** 1 to 12 for a name, whatever its case and accents; null for what names none, or two: Listopad is November in Polish, October in Croatian. */
export function monthOf(word: string): number | null {
  const name = plain(word);
  const known = english.get(name);
  // Made at the first word that is not English.
  if (known === undefined && foreign === null) {
    foreign = new Map();
    for (const language of languages) namesIn(language, foreign);
  }
  const [month, other] = known ?? foreign?.get(name) ?? [];
  return other === undefined ? (month ?? null) : null;
}
