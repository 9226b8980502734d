// The Chinese name of a place among the spellings of the gazetteer, which says of none in which language it is.
import { languageWritten } from '#kernel/writing/in-languages.ts';
import type { CityName } from '../domain/city.ts';

/** The characters of simplified Chinese: those of the national set of 1980 (GB 2312), read from its own encoding. */
function simplifiedCharacters(): ReadonlySet<string> {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row += 1) for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell);
  return new Set(new TextDecoder('gbk').decode(new Uint8Array(bytes)));
}

let simplified: ReadonlySet<string> | null = null;

function isSimplified(text: string): boolean {
  simplified ??= simplifiedCharacters();
  const known = simplified;
  return /^\p{Script=Han}{2,}$/u.test(text) && [...text].every((han) => known.has(han));
}

/**
 * The one spelling that is simplified Chinese throughout: 青岛, beside 青島 and 青岛市. Null where there is none, or several that say
 * different things (旧金山, 三藩市): which of them is meant, only a person can say.
 */
export function hanNameOf(spellings: readonly string[]): string | null {
  const written = [...new Set(spellings.filter(isSimplified))];
  const bare = written.filter((name) => !/[市县区]$/u.test(name) || !written.includes(name.slice(0, -1)));
  const [only, ...others] = bare;
  return only === undefined || others.length > 0 ? null : only;
}

/** What the gazetteer calls a place in the languages of the product, but for those in which it has an official name already. */
export function gazetteerNames(
  { name, alsoCalled }: { readonly name: string; readonly alsoCalled: readonly string[] },
  given: readonly Pick<CityName, 'language' | 'kind'>[] = [],
): readonly CityName[] {
  const han = hanNameOf(alsoCalled);
  const named = (language: string, text: string): CityName => ({ language, text, kind: 'official', origin: 'import' });
  return [named('en', name), ...(han === null ? [] : [named(languageWritten(han), han)])].filter(
    ({ language }) => !given.some((known) => known.kind === 'official' && known.language === language),
  );
}
