// The places that a written name may mean, in the text that a problem keeps; told in the words of whoever reads it.

interface Candidate {
  readonly geonamesId: number;
  readonly name: string;
  readonly region?: string | undefined;
  readonly country: string;
  readonly population: number;
}

const MOST_NAMED = 3;

/** `Springfield, IL (US, 4250542, 116565); …; +23`: the likeliest, and how many more of `count` there are. */
export function choicesText(candidates: readonly Candidate[], count = candidates.length): string {
  const named = candidates
    .slice(0, MOST_NAMED)
    .map(({ name, region, country, geonamesId, population }) =>
      [region === undefined ? name : `${name}, ${region}`, ` (${country}, ${geonamesId}, ${population})`].join(''),
    );
  const more = Math.max(count, candidates.length) - named.length;
  return [...named, ...(more > 0 ? [`+${more}`] : [])].join('; ');
}

export interface ChoiceWords {
  /** `inhabitants` only where names and countries are alike. */
  readonly place: (choice: { readonly name: string; readonly country: string; readonly inhabitants: number | null }) => string;
  readonly more: (count: number) => string;
  readonly between: string;
}

/** Tells the places apart: by their state, else by their inhabitants. Texts of another form stay as they are. */
export function tellChoices(text: string, words: ChoiceWords): string {
  const read = text.split('; ').map((part) => {
    const [, name = '', country = '', inhabitants = '0'] = /^(.*) \(([A-Z]{2}), \d+(?:, (\d+))?\)$/.exec(part) ?? [];
    return { part, name, country, inhabitants: Number(inhabitants), more: /^\+(\d+)$/.exec(part)?.[1] };
  });
  const called = ({ name, country }: (typeof read)[number]): string => `${country} ${name}`;
  const told = read.map((one) => {
    if (one.more !== undefined) return words.more(Number(one.more));
    if (one.country === '') return one.part;
    const isAlike = one.inhabitants > 0 && read.some((other) => other !== one && called(other) === called(one));
    return words.place({ name: one.name, country: one.country, inhabitants: isAlike ? one.inhabitants : null });
  });
  return [...new Set(told)].join(words.between);
}
